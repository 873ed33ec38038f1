import { z } from 'zod';
import { refusal } from '../../../errors';
import type { WriteJob, Written } from '../../../imports/kinds/kind';
import type { Statement, Tx } from '../../pool';
import { BATCH, type Batch } from './batch';

/** A table whose rows imports write: what tells a row (as `t`) from others, and what is put back when it is taken back. */
export interface KeptTable {
  target:
    | 'park'
    | 'unit'
    | 'firm'
    | 'firm_year'
    | 'unit_target'
    | 'quota'
    | 'corridor'
    | 'corridor_coverage'
    | 'control_line';
  /** SQL of a text. */
  id: string;
  /** Columns that are put back; those that tell the row among them. */
  columns: readonly string[];
  /** Geometry columns among them: kept as EWKB, since GeoJSON rounds. */
  geometries?: readonly string[];
  /** SQL of a JSON object of what else belongs to the row. */
  more?: string;
}

const namesShown = 5;
const notCompared = `array['import', 'import_record', 'source', 'version', 'changed_at']`;

function rowSql({ geometries = [], more }: KeptTable): string {
  const exact = geometries.map((name) => `'${name}', t.${name}::text`).join(', ');
  return `(to_jsonb(t) - 'mercator' || jsonb_build_object(${exact})${more ? ` || ${more}` : ''})`;
}

/** Keeps the rows that `where` (in which $1 is the import) finds as they stand, before they are written over. */
export async function keepRows(
  tx: Tx,
  job: WriteJob,
  table: KeptTable,
  where: string,
  bound: readonly unknown[] = [],
): Promise<void> {
  await tx.query({
    text: `insert into import_previous (import, target, id, row)
           select $1::uuid, '${table.target}', ${table.id}, ${rowSql(table)} from ${table.target} t
           where t.import is distinct from $1::uuid and (${where})
           on conflict do nothing`,
    values: [job.import, ...bound],
  });
}

const outcomes = z.object({ inserted: z.number(), updated: z.number(), unchanged: z.number() });

/** Tells what became of the records of a batch once their rows are written, and notes it with each. */
export async function countWritten(tx: Tx, job: WriteJob, table: KeptTable, batch: Batch): Promise<Written> {
  const [counted] = await tx.query(
    {
      text: `with mine as (
               select t.import_record as record, ${table.id} as id, p.row is null as is_new,
                      p.row - ${notCompared} is distinct from ${rowSql(table)} - ${notCompared} as differs
               from ${table.target} t
               join (${BATCH}) s on s.record = t.import_record
               left join import_previous p on p.import = $1 and p.target = '${table.target}' and p.id = ${table.id}
               where t.import = $1),
             told as (
               select record, min(id) as id,
                 case when bool_and(is_new) then 'inserted' when bool_or(differs) then 'updated' else 'unchanged' end as outcome
               from mine group by record),
             noted as (update import_record s set outcome = told.outcome, subject = told.id
                       from told where s.import = $1 and s.record = told.record
                         and s.record >= $2 and ($3::int is null or s.record < $3))
             select count(*) filter (where outcome = 'inserted')::int as inserted,
                    count(*) filter (where outcome = 'updated')::int as updated,
                    count(*) filter (where outcome = 'unchanged')::int as unchanged from told`,
      values: [job.import, batch.first, batch.next],
    },
    outcomes,
  );
  return counted ?? { inserted: 0, updated: 0, unchanged: 0 };
}

/**
 * Removes the rows that the replaced import brought and this one does not; they are kept. `meant` is SQL of what tells
 * those (as `t`) that the accepted records of the import $1 mean. Refused where `holders`, SQL of a text, names somebody
 * who stands on one that would go.
 */
export async function removeMissingRows(
  tx: Tx,
  job: WriteJob,
  table: KeptTable,
  { meant, holders }: { meant: string; holders?: string },
): Promise<number> {
  if (!job.replaces) return 0;
  const values = [job.import, job.replaces];
  const missing = `${table.target} t where t.import = $2::uuid and $1::uuid is not null and not coalesce(${meant}, false)`;
  if (holders) await refuseStoodOn(tx, 'replace-in-use', { text: `select ${holders} as name from ${missing}`, values });
  const [gone] = await tx.query<{ count: number }>({
    text: `with missing as (select ${table.id} as key, ${rowSql(table)} as kept from ${missing}),
             kept as (insert into import_previous (import, target, id, removed, row)
                      select $1::uuid, '${table.target}', key, true, kept from missing),
             gone as (delete from ${table.target} t using missing where t.import = $2 and ${table.id} = missing.key returning 1)
           select count(*)::int as count from gone`,
    values,
  });
  return gone?.count ?? 0;
}

/** Refuses, naming whom the statement finds; rows without a name count for nobody. */
export async function refuseStoodOn(
  tx: Tx,
  code: 'import-in-use' | 'replace-in-use',
  statement: Statement,
): Promise<void> {
  const found = await tx.query<{ name: string | null }>(statement);
  const names = [...new Set(found.flatMap(({ name }) => name ?? []))].sort();
  if (names.length === 0) return;
  throw refusal(code, { holders: names.slice(0, namesShown).join('、') + (names.length > namesShown ? ' …' : '') });
}

/** Takes the rows of an import back: what it brought goes, what it wrote over or removed is put back. Answers how many rows that are. */
export async function withdrawRows(tx: Tx, job: WriteJob, table: KeptTable): Promise<number> {
  const count = (await removeBrought(tx, job, table)) + (await putBack(tx, job, table));
  await forgetKept(tx, job, table.target);
  return count;
}

/** Removes the rows that were not there before the import; refused where `holders`, SQL of a text, names somebody who stands on one. */
export async function removeBrought(tx: Tx, job: WriteJob, table: KeptTable, holders?: string): Promise<number> {
  const brought = `${table.target} t where t.import = $1 and not exists (
    select from import_previous p where p.import = $1 and p.target = '${table.target}' and p.id = ${table.id})`;
  if (holders)
    await refuseStoodOn(tx, 'import-in-use', {
      text: `select ${holders} as name from ${brought}`,
      values: [job.import],
    });
  const [gone] = await tx.query<{ count: number }>({
    text: `with gone as (delete from ${brought} returning 1) select count(*)::int as count from gone`,
    values: [job.import],
  });
  return gone?.count ?? 0;
}

/** Puts the kept rows back as they were. */
export async function putBack(tx: Tx, job: WriteJob, table: KeptTable): Promise<number> {
  const columns = table.columns.join(', ');
  const before = table.columns.map((column) => `r.${column}`).join(', ');
  const kept = `import_previous p, lateral jsonb_populate_record(null::${table.target}, p.row) r
                where p.import = $1 and p.target = '${table.target}'`;
  const changed = await tx.query({
    text: `update ${table.target} t set (${columns}) = row(${before}) from ${kept} and not p.removed and p.id = ${table.id} returning 1`,
    values: [job.import],
  });
  const returned = await tx.query({
    text: `insert into ${table.target} (${columns}) select ${before} from ${kept} and p.removed returning 1`,
    values: [job.import],
  });
  return changed.length + returned.length;
}

/** Lets go of what was kept once it is put back. */
export async function forgetKept(tx: Tx, job: WriteJob, target: string): Promise<void> {
  await tx.query({
    text: 'delete from import_previous where import = $1 and target = $2',
    values: [job.import, target],
  });
}
