import { parkWords } from '../../../data/words/import-kinds/land';
import { holdParks } from '../../db/imports/kinds/parks/hold-parks';
import { removeMissingParks, withdrawParks } from '../../db/imports/kinds/parks/withdraw-parks';
import { writeParks } from '../../db/imports/kinds/parks/write-parks';
import type { KindOfImport, ReadRecord } from './kind';
import { fieldsOf, likenessTo } from './reading/describe';
import { needed } from './reading/missing';
import { readSegment } from './reading/read-segment';
import { openRecord, type RecordReader } from './reading/record-reader';

const shapes = ['polygon'] as const;

/** Official parks by their red lines, told by their names. */
export const parks: KindOfImport = {
  id: 'parks',
  title: parkWords.title,
  shapes,
  place: 'required',
  fields: fieldsOf(parkWords),
  likeness: likenessTo(parkWords, shapes),
  read: (properties, mapping, note) => read(openRecord(properties, mapping, note)),
  holdBack: holdParks,
  write: writeParks,
  removeMissing: removeMissingParks,
  withdraw: withdrawParks,
  touches: ['parks', 'leftover'],
};

function read(reader: RecordReader): ReadRecord {
  const name = needed(reader, parkWords, 'name');
  return {
    key: name.ok ? name.value : null,
    fault: name.ok ? null : name.fault,
    fields: {
      unit: reader.text('unit'),
      theme: reader.known('theme', readSegment),
      platform: platformsOf(reader.text('platform')),
    },
  };
}

/** 中试加速:某某平台、测试验证 — a stage with its platform, or a stage that has none yet. */
function platformsOf(text: string | null): { stage: string; name: string | null }[] | null {
  const parts = text?.split(/[、,;|\n]/).map((part) => part.trim());
  return (
    parts
      ?.filter((part) => part !== '')
      .map((part) => {
        const [stage = part, ...name] = part.split(':');
        return { stage: stage.trim(), name: name.join(':').trim() || null };
      }) ?? null
  );
}
