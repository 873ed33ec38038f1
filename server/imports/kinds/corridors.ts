import { corridorWords } from '../../../data/words/import-kinds/land';
import {
  coverCorridors,
  removeMissingCorridors,
  withdrawCorridors,
} from '../../db/imports/kinds/land/corridor-coverage';
import { corridorRows } from '../../db/imports/kinds/land/drawn-rows';
import { holdDrawn, writeDrawn } from '../../db/imports/kinds/land/write-drawn';
import { readNumber } from '../read-values';
import type { KindOfImport, ReadRecord } from './kind';
import { readCorridorKind } from './land/read-kinds';
import { fieldsOf, likenessTo } from './reading/describe';
import { held } from './reading/held';
import { needed } from './reading/missing';
import { openRecord, type RecordReader } from './reading/record-reader';

const shapes = ['line', 'polygon'] as const;

/** What lies between and around plots. */
export const corridors: KindOfImport = {
  id: 'corridors',
  title: corridorWords.title,
  shapes,
  place: 'required',
  fields: fieldsOf(corridorWords),
  likeness: likenessTo(corridorWords, shapes),
  read: (properties, mapping, note) => read(openRecord(properties, mapping, note)),
  holdBack: (tx, job) => holdDrawn(tx, job, corridorRows),
  write: async (tx, job, batch) => {
    const written = await writeDrawn(tx, job, corridorRows, batch);
    if (job.complete && batch.next === null) await coverCorridors(tx, job);
    return written;
  },
  removeMissing: removeMissingCorridors,
  withdraw: withdrawCorridors,
  touches: ['corridors'],
};

function read(reader: RecordReader): ReadRecord {
  const said = needed(reader, corridorWords, 'kind');
  const kind = said.ok ? readCorridorKind(said.value) : null;
  const width = reader.text('width');
  const widthMetres = width === null ? null : readNumber(width);
  const isWide = width === null || (widthMetres !== null && widthMetres >= 0);
  const unread = said.ok && kind === null ? held('kind-unreadable', { value: said.value }) : null;
  const narrow = isWide ? null : held('width-negative', { value: width });
  const number = reader.text('number');
  return {
    key: number && `${number} ${kind}`,
    fault: said.ok ? (unread ?? narrow) : said.fault,
    fields: { kind, number, name: reader.text('name'), width_metres: isWide ? widthMetres || null : null },
  };
}
