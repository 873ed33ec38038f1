import type { Tx } from '../../../server/db/pool';
import type { BenchCity } from './city';
import type { BenchFirm } from './firms';

export const citySource = 'bench-city';
export const citySrid = 4490;

/** Writes the parks with their plots; a park's outline is the union of its plots. */
export async function writeParks(
  tx: Tx,
  city: BenchCity,
  plotsOfPark: ReadonlyMap<number, readonly number[]>,
): Promise<void> {
  const rows = city.parks.map((park) => ({
    ...park,
    redLine: park.redLine && { type: 'MultiPolygon', coordinates: park.redLine.map((ring) => [ring]) },
    plots: plotsOfPark.get(park.id) ?? [],
  }));
  await writeRows(
    tx,
    `with entry as (select * from jsonb_to_recordset($1::jsonb)
       as s(id bigint, name text, kind text, surveyed boolean, "redLine" jsonb, plots bigint[])),
     outline as (select e.id, st_multi(st_unaryunion(st_collect(p.geom))) as geom
       from entry e join parcel p on p.id = any(e.plots) group by e.id),
     park_row as (insert into park (id, name, kind, unit_basis, red_line, surroundings_known, geom, area_square_metres,
         source, sample)
       select e.id, e.name, e.kind, 'none', st_setsrid(st_geomfromgeojson(nullif(e."redLine", 'null')), ${citySrid}),
         e.surveyed, o.geom, st_area(o.geom::geography), '${citySource}', true
       from entry e join outline o using (id) order by e.id)
     select setval(pg_get_serial_sequence('park', 'id'), max(id)) from entry`,
    rows,
  );
  await writeRows(
    tx,
    `insert into park_member (park, parcel)
     select s.id, unnest(s.plots) from jsonb_to_recordset($1::jsonb) as s(id bigint, plots bigint[])`,
    rows,
  );
}

/** Writes the invented firms with their grades and yearly output. */
export async function writeFirms(tx: Tx, firms: readonly BenchFirm[]): Promise<void> {
  await writeRows(
    tx,
    `insert into firm (id, uscc, name, parcel, geom, source, sample)
     select s.id, s.uscc, s.name, s.parcel, st_pointonsurface(p.geom), '${citySource}', true
     from jsonb_to_recordset($1::jsonb) as s(id bigint, uscc text, name text, parcel bigint)
     join parcel p on p.id = s.parcel`,
    firms,
  );
  await writeRows(
    tx,
    `insert into firm_grade (firm, grade, valid_from) select s.id, s.grade, s."gradeFrom"
     from jsonb_to_recordset($1::jsonb) as s(id bigint, grade text, "gradeFrom" date) where s.grade is not null`,
    firms,
  );
  await writeRows(
    tx,
    `insert into firm_year (firm, year, output_cny) select s.firm, s.year, s."outputCny"
     from jsonb_to_recordset($1::jsonb) as s(firm bigint, year int, "outputCny" numeric)`,
    firms.flatMap(({ id, years }) => years.map((year) => ({ firm: id, ...year }))),
  );
}

/** Writes streets and barriers, and the ground for which they are known to be complete. */
export async function writeCorridors(tx: Tx, city: BenchCity): Promise<void> {
  await writeRows(
    tx,
    `insert into corridor (kind, width_metres, geom, source, sample)
     select s.kind, s."widthMetres", st_setsrid(st_geomfromgeojson(s.ground), ${citySrid}), '${citySource}', true
     from jsonb_to_recordset($1::jsonb) as s(kind text, "widthMetres" float8, ground jsonb)`,
    city.corridors.map(({ line, ...rest }) => ({ ...rest, ground: { type: 'LineString', coordinates: line } })),
  );
  await writeRows(
    tx,
    `insert into corridor_coverage (source, geom)
     select '${citySource}', st_setsrid(st_geomfromgeojson(s.ground), ${citySrid}) from jsonb_to_recordset($1::jsonb) as s(ground jsonb)`,
    [{ ground: { type: 'MultiPolygon', coordinates: [[city.coverage]] } }],
  );
}

const writeRows = (tx: Tx, text: string, rows: readonly unknown[]): Promise<unknown> =>
  tx.query({ text, values: [JSON.stringify(rows)] }, null, { deadlineMs: 0 });
