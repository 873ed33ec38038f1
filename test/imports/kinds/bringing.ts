import { randomUUID } from 'node:crypto';
import type { ImportMode } from '../../../data/contract';
import type { Db } from '../../../server/db/pool';
import type { FieldOfKind, KindOfImport, WriteJob, Written } from '../../../server/imports/kinds/kind';

/** A record of a file: its cells and its shape in degrees. */
export interface Given {
  cells?: Record<string, unknown>;
  geometry?: object;
}
interface How {
  mode?: ImportMode;
  replaces?: string;
  complete?: boolean;
  /** Fields filled by hand, beside those that the names of the columns suggest. */
  columns?: Record<string, string>;
}
export interface Brought extends Written {
  id: string;
  job: WriteJob;
  removed: number;
  /** Why records are held back, by their place in the file. */
  held: Record<number, string>;
}

/** Takes records in by a kind, as an import does: reads, stages, holds back, writes in batches of ten. */
export async function bring(db: Db, kind: KindOfImport, given: readonly Given[], how: How = {}): Promise<Brought> {
  const job: WriteJob = {
    import: randomUUID(),
    source: '',
    mode: how.mode ?? 'insert',
    replaces: how.replaces ?? null,
    complete: how.complete ?? false,
  };
  job.source = `import-${job.import}`;
  await db.query({
    text: `insert into import (id, actor, file_name, phase, kind) values ($1, 'a', $2, 'writing', $3)`,
    values: [job.import, `${kind.id}.csv`, kind.id],
  });
  await stage(db, kind, job, given, how.columns ?? {});
  return write(db, kind, job);
}

/** Writes what is staged, first or again. */
export async function write(db: Db, kind: KindOfImport, job: WriteJob): Promise<Brought> {
  const done = await db.transaction(async (tx) => {
    await tx.query({ text: 'update import_record set outcome = null where import = $1', values: [job.import] });
    await kind.holdBack(tx, job);
    await tx.query({
      text: `insert into source (id, title, publisher, licence, crs, coverage) values ($1, '{}', '', '', '', '{}')`,
      values: [job.source],
    });
    const removed = job.mode === 'replace' ? await kind.removeMissing(tx, job) : 0;
    const written = { inserted: 0, updated: 0, unchanged: 0 };
    const [most] = await tx.query<{ n: number }>({
      text: 'select coalesce(max(record), 0) as n from import_record where import = $1 and code is null',
      values: [job.import],
    });
    for (let first = 1; first <= (most?.n ?? 0); first += 10) {
      const next = first + 10 > (most?.n ?? 0) ? null : first + 10;
      const each = await kind.write(tx, job, { first, next });
      for (const key of ['inserted', 'updated', 'unchanged'] as const) written[key] += each[key];
    }
    await tx.query({ text: `update import set phase = 'done', undone = false where id = $1`, values: [job.import] });
    return { ...written, removed };
  });
  const held = await db.query<{ record: number; code: string }>({
    text: 'select record, code from import_record where import = $1 and code is not null order by record',
    values: [job.import],
  });
  return { ...done, id: job.import, held: Object.fromEntries(held.map(({ record, code }) => [record, code])), job };
}

/** Takes an import back. */
export function takeBack(db: Db, kind: KindOfImport, { job }: Brought): Promise<number> {
  return db.transaction(async (tx) => {
    const count = await kind.withdraw(tx, job);
    await tx.query({ text: 'delete from source where id = $1', values: [job.source] });
    await tx.query({ text: 'update import set undone = true where id = $1', values: [job.import] });
    return count;
  });
}

async function stage(
  db: Db,
  kind: KindOfImport,
  job: WriteJob,
  given: readonly Given[],
  columns: Record<string, string>,
) {
  const names = [...new Set(given.flatMap(({ cells = {} }) => Object.keys(cells)))];
  const mapping = { columns: { ...guess(kind.fields, names), ...columns }, areaUnit: 'square-metres' as const };
  const rows = given.map(({ cells = {}, geometry = null }, n) => {
    const { key, fields, fault } = kind.read(cells, mapping, () => undefined);
    const number = key ?? (fault ? null : `f-${n + 1}`);
    return { record: n + 1, number, code: fault?.code ?? null, args: fault?.args ?? {}, raw: cells, fields, geometry };
  });
  await db.query({
    text: `insert into import_record (import, record, number, code, args, raw, fields, geom)
           select $1, record, number, code, args, raw, fields, st_setsrid(st_geomfromgeojson(geometry), 4490)
           from jsonb_to_recordset($2::jsonb)
             as r(record int, number text, code text, args jsonb, raw jsonb, fields jsonb, geometry jsonb)`,
    values: [job.import, JSON.stringify(rows)],
  });
}

/** As the wizard does: the first name of a field that a column goes by. */
function guess(fields: readonly FieldOfKind[], names: readonly string[]): Record<string, string> {
  const taken = new Set<string>();
  return Object.fromEntries(
    fields.flatMap(({ id, names: known }) => {
      const name = known
        .flatMap((each) => names.filter((own) => own.toLowerCase() === each))
        .find((own) => !taken.has(own));
      if (name === undefined) return [];
      taken.add(name);
      return [[id, name]];
    }),
  );
}

/** Everything that imports of kinds write, so that two states can be compared; what goes on by itself is left out. */
export async function everything(db: Db): Promise<unknown> {
  const tables = {
    park: `to_jsonb(t) - 'version' - 'changed_at' - 'mercator' - 'geom' - 'red_line' || jsonb_build_object('g', t.geom::text, 'r', t.red_line::text)`,
    park_member: 'to_jsonb(t)',
    unit: `to_jsonb(t) - 'mercator' - 'geom' || jsonb_build_object('g', t.geom::text, 'l', t.label_at::text)`,
    parcel: `to_jsonb(t) - 'mercator' - 'geom'`,
    firm: `to_jsonb(t) - 'geom' || jsonb_build_object('g', t.geom::text)`,
    firm_grade: 'to_jsonb(t)',
    firm_year: 'to_jsonb(t)',
    unit_target: 'to_jsonb(t)',
    quota: 'to_jsonb(t)',
    corridor: `to_jsonb(t) - 'mercator' - 'geom' || jsonb_build_object('g', t.geom::text)`,
    corridor_coverage: `to_jsonb(t) - 'geom' || jsonb_build_object('g', t.geom::text)`,
    control_line: `to_jsonb(t) - 'mercator' - 'geom' || jsonb_build_object('g', t.geom::text)`,
    source: 'to_jsonb(t)',
    import_previous: 'to_jsonb(t)',
  };
  const parts = Object.entries(tables).map(
    ([table, row]) =>
      `(select jsonb_agg(r order by r::text) from (select ${row} as r from ${table} t) rows) as "${table}"`,
  );
  const [found] = await db.query({ text: `select ${parts.join(', ')}` });
  return found;
}
