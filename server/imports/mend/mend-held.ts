import type { Call, MendedRecord, mendRecords } from '../../../data/contract';
import type { ImportRow } from '../../db/imports/read-import';
import type { Tx } from '../../db/pool';
import type { Lang } from '../../lang';
import { jobOf, openImport } from '../../operations/commit-import';
import { openWritten, takeIn } from '../../operations/mend-import';
import { type Done, perform, type Who } from '../../operations/perform';
import { kindOf } from '../kinds/all';
import { type ImportPlace, whereabouts } from '../read-job';
import { type Trial, tryMend } from './try-mend';
import { wayOf } from './way';

/** A request to mend records of an import. */
export interface Asked {
  row: ImportRow;
  body: Call<typeof mendRecords>['body'];
  lang: Lang;
  /** The id under which it is kept, should it be done. */
  mend: string;
}

/** Shows what mending would give: everything is done but the writing, and then given up. */
export async function showMend(place: ImportPlace, asked: Asked): Promise<MendedRecord[]> {
  const trial = await trialOf(place, asked);
  const shown = await place.db
    .transaction(async (tx): Promise<never> => {
      const job = jobOf(asked.row.id, await openImport(tx, asked.row.id));
      throw new OnlyShown(await tryMend(tx, { ...trial, job }, asked.lang));
    })
    .catch(rowsOf);
  return shown;
}

/** Mends records and takes in those that pass, through the one door; nothing is done where none does. */
export async function mendHeld(
  place: ImportPlace,
  asked: Asked,
  who: Who,
): Promise<{ rows: MendedRecord[]; done: Done | null }> {
  const trial = await trialOf(place, asked);
  const { id } = asked.row;
  let rows: MendedRecord[] = [];
  const mend = async (tx: Tx) => {
    const found = await openWritten(tx, id);
    rows = await tryMend(tx, { ...trial, job: jobOf(id, found) }, asked.lang);
    const taken = rows.flatMap(({ record, ok }) => (ok ? [record] : []));
    if (taken.length === 0) throw new OnlyShown(rows);
    return takeIn(tx, id, found, asked.mend, taken);
  };
  const operation = { verb: 'mend-import', args: { import: id, mend: asked.mend } };
  try {
    const done = await perform(place.db, { 'mend-import': mend }, who, operation);
    return { rows, done };
  } catch (error) {
    return { rows: rowsOf(error), done: null };
  }
}

async function trialOf(place: ImportPlace, { row, body, mend }: Asked): Promise<Omit<Trial, 'job'>> {
  const kind = kindOf(row.kind);
  const mapping = row.settings.mapping ?? row.preview?.mapping ?? { columns: {}, areaUnit: 'square-metres' as const };
  const how = { kind, mapping, fileName: row.fileName, where: await whereabouts(place) };
  return { mend, how, way: wayOf(body, kind), records: [...new Set(body.records)] };
}

/** Ends a transaction in which nothing is to be kept. */
class OnlyShown extends Error {
  readonly rows: MendedRecord[];
  constructor(rows: MendedRecord[]) {
    super('only shown');
    this.rows = rows;
  }
}

function rowsOf(error: unknown): MendedRecord[] {
  if (error instanceof OnlyShown) return error.rows;
  throw error;
}
