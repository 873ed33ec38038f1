import { controlLineWords } from '../../../data/words/import-kinds/land';
import { withdrawRows } from '../../db/imports/kinds/kept-rows';
import { controlLineRows } from '../../db/imports/kinds/land/drawn-rows';
import { holdDrawn, removeMissingDrawn, writeDrawn } from '../../db/imports/kinds/land/write-drawn';
import type { KindOfImport, ReadRecord } from './kind';
import { readControlKind, readLevel } from './land/read-kinds';
import { fieldsOf, likenessTo } from './reading/describe';
import { held } from './reading/held';
import { needed } from './reading/missing';
import { openRecord, type RecordReader } from './reading/record-reader';

const shapes = ['polygon'] as const;

/** Control lines of spatial planning. */
export const controlLines: KindOfImport = {
  id: 'control-lines',
  title: controlLineWords.title,
  shapes,
  place: 'required',
  fields: fieldsOf(controlLineWords),
  likeness: likenessTo(controlLineWords, shapes),
  read: (properties, mapping, note) => read(openRecord(properties, mapping, note)),
  holdBack: (tx, job) => holdDrawn(tx, job, controlLineRows),
  write: (tx, job, batch) => writeDrawn(tx, job, controlLineRows, batch),
  removeMissing: (tx, job) => removeMissingDrawn(tx, job, controlLineRows),
  withdraw: (tx, job) => withdrawRows(tx, job, controlLineRows),
  touches: ['controls'],
};

/** Only industrial blocks have levels; theirs may stand with the kind, as in 工业产业区块线(一级). */
function read(reader: RecordReader): ReadRecord {
  const said = needed(reader, controlLineWords, 'kind');
  const kind = said.ok ? readControlKind(said.value) : null;
  const level = reader.known('level', readLevel) ?? (said.ok ? readLevel(said.value) : null);
  const unread = said.ok && kind === null ? held('kind-unreadable', { value: said.value }) : null;
  const number = reader.text('number');
  return {
    key: number && `${number} ${kind}`,
    fault: said.ok ? unread : said.fault,
    fields: { kind, number, name: reader.text('name'), level: kind === 'industrial-block' ? level : null },
  };
}
