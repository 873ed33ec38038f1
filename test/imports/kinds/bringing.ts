import { randomUUID } from 'node:crypto';
import type { ImportMode } from '../../../data/contract';
import { holdTwins } from '../../../server/db/imports/hold-twins';
import type { Db } from '../../../server/db/pool';
import type { FieldOfKind, KindOfImport, Written } from '../../../server/imports/kinds/kind';
import { withConstants } from '../../../server/imports/kinds/reading/with-constants';
import { perform, undo } from '../../../server/operations/perform';
import { verbs } from '../../../server/operations/verbs';

const who = { actor: '测试员', reason: null };

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
  /** Fields given one value for all records. */
  constants?: Record<string, string>;
}
interface Brought extends Written {
  id: string;
  event: string;
  removed: number;
  /** Why records are held back, by their place in the file. */
  held: Record<number, string>;
}

/** Takes records in by a kind: staged as a file's are, written through the one door. */
export async function bring(db: Db, kind: KindOfImport, given: readonly Given[], how: How = {}): Promise<Brought> {
  const id = randomUUID();
  const { columns = {}, constants = {}, ...settings } = how;
  await db.query({
    text: `insert into import (id, actor, file_name, phase, kind, settings) values ($1, 'a', $2, 'writing', $3, $4)`,
    values: [id, `${kind.id}.csv`, kind.id, JSON.stringify(settings)],
  });
  await stage(db, kind, id, given, { columns, constants });
  await holdTwins(db, id);
  const { event } = await perform(db, verbs, who, { verb: 'commit-import', args: { import: id } });
  const [report] = await db.query<{ written: Written & { removed: number } }>({
    text: `select report -> 'written' as written from import where id = $1`,
    values: [id],
  });
  if (!report) throw new Error('the import was not written');
  const held = await db.query<{ record: number; code: string }>({
    text: 'select record, code from import_record where import = $1 and code is not null order by record',
    values: [id],
  });
  return { ...report.written, id, event, held: Object.fromEntries(held.map(({ record, code }) => [record, code])) };
}

/** Takes an import back through the one door; answers the event, which undone writes it again. */
export async function takeBack(db: Db, { id }: Pick<Brought, 'id'>): Promise<string> {
  return (await perform(db, verbs, who, { verb: 'withdraw-import', args: { import: id } })).event;
}

/** Writes an import again by undoing its withdrawal. */
export async function redo(db: Db, withdrawal: string): Promise<void> {
  await undo(db, verbs, who, withdrawal);
}

async function stage(
  db: Db,
  given: KindOfImport,
  id: string,
  records: readonly Given[],
  { columns, constants }: Required<Pick<How, 'columns' | 'constants'>>,
) {
  const names = [...new Set(records.flatMap(({ cells = {} }) => Object.keys(cells)))];
  const guessed = { ...guess(given.fields, names), ...columns };
  const { kind, mapping } = withConstants(given, { columns: guessed, constants, areaUnit: 'square-metres' });
  const rows = records.map(({ cells = {}, geometry = null }, n) => {
    const { key, fields, fault } = kind.read(cells, mapping, () => undefined);
    const number = key ?? (fault ? null : `f-${n + 1}`);
    return { record: n + 1, number, code: fault?.code ?? null, args: fault?.args ?? {}, raw: cells, fields, geometry };
  });
  await db.query({
    text: `insert into import_record (import, record, number, code, args, raw, fields, geom)
           select $1, record, number, code, args, raw,
             case when $3 then fields || jsonb_build_object('area_square_metres', area, 'area_planar_square_metres', area, 'planar_crs', '4549')
                  else fields end, geom
           from jsonb_to_recordset($2::jsonb)
             as r(record int, number text, code text, args jsonb, raw jsonb, fields jsonb, geometry jsonb),
             lateral (select st_setsrid(st_geomfromgeojson(geometry), 4490) as geom) placed,
             lateral (select st_area(geom::geography) as area) measured`,
    values: [id, JSON.stringify(rows), kind.id === 'parcels'],
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
