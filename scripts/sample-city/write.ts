import type { Tx } from '../../server/db/pool';
import type { City, CityFirm, CityParcel, CityPark, LonLatPolygon } from './city';

const run = (tx: Tx, text: string, rows: readonly unknown[]) =>
  tx.query({ text, values: [JSON.stringify(rows)] }, null, { deadlineMs: 0 });
const multi = (polygons: readonly LonLatPolygon[]) => ({ type: 'MultiPolygon', coordinates: polygons });

/** Writes parcels of the sample; areas are measured by the database, on the ellipsoid and in the parcel's own zone. */
export async function writeParcels(tx: Tx, parcels: readonly CityParcel[]): Promise<void> {
  const rows = parcels.map(({ polygon, ...parcel }) => ({ ...parcel, geometry: multi([polygon]) }));
  await run(
    tx,
    `with drawn as (
       select s.*, st_setsrid(st_geomfromgeojson(geometry), 4490) as geom
       from jsonb_to_recordset($1::jsonb) as s(number text, unit text, "unitBasis" text, use text, "useCode" text,
         status text, tenure text, "plotRatio" numeric, "buildingDensity" numeric, "heightLimitMetres" numeric,
         "greenShare" numeric, "priceCny" numeric, farmland boolean, "declaredAreaSquareMetres" float8, geometry jsonb)
     ), zoned as (
       select *, case when st_x(st_centroid(geom)) < 118.5 then 4548 else 4549 end as zone from drawn
     )
     insert into parcel (number, unit, unit_basis, use_group, use_code, status, tenure, plot_ratio, building_density,
       height_limit_metres, green_share, price_cny, farmland, declared_area_square_metres, area_square_metres,
       area_planar_square_metres, planar_crs, geom, source, sample)
     select number, unit, "unitBasis", use, "useCode", status, tenure, "plotRatio", "buildingDensity",
       "heightLimitMetres", "greenShare", "priceCny", farmland, "declaredAreaSquareMetres",
       st_area(geom::geography), st_area(st_transform(geom, zone)), 'EPSG:' || zone, geom, 'sample-city', true
     from zoned`,
    rows,
  );
}

/** Writes the parks with their members, red lines and title records; a park's outline is the union of its members. */
export async function writeParks(tx: Tx, parks: readonly CityPark[]): Promise<void> {
  const rows = parks.map((park, position) => ({ ...park, position, redLine: park.redLine && multi(park.redLine) }));
  await run(
    tx,
    `with entry as (
       select * from jsonb_to_recordset($1::jsonb) as s(position int, name text, kind text, unit text, "unitBasis" text,
         theme text, platform jsonb, "redLine" jsonb, "surroundingsKnown" boolean, members text[])
     ), outline as (
       select e.name, st_multi(st_unaryunion(st_collect(p.geom))) as geom
       from entry e join parcel p on p.source = 'sample-city' and p.number = any(e.members) group by e.name
     )
     insert into park (name, kind, unit, unit_basis, theme, platform, red_line, surroundings_known, geom,
       area_square_metres, source, sample)
     select e.name, e.kind, e.unit, e."unitBasis", e.theme, e.platform,
       st_setsrid(st_geomfromgeojson(nullif(e."redLine", 'null')), 4490), e."surroundingsKnown", o.geom,
       st_area(o.geom::geography), 'sample-city', true
     from entry e join outline o using (name) order by e.position`,
    rows,
  );
  const members = parks.flatMap((park) => park.members.map((number) => ({ park: park.name, number })));
  await run(
    tx,
    `insert into park_member (park, parcel)
     select k.id, p.id from jsonb_to_recordset($1::jsonb) as s(park text, number text)
     join park k on k.source = 'sample-city' and k.name = s.park
     join parcel p on p.source = 'sample-city' and p.number = s.number`,
    members,
  );
  const titles = parks.flatMap((park) => (park.title ? [{ park: park.name, ...park.title }] : []));
  await run(
    tx,
    `insert into title_record (park, awarded_on, document, withdrawn_on, withdrawn_document)
     select k.id, s."awardedOn", s.document, s."withdrawnOn", s."withdrawnDocument"
     from jsonb_to_recordset($1::jsonb)
       as s(park text, "awardedOn" date, document text, "withdrawnOn" date, "withdrawnDocument" text)
     join park k on k.source = 'sample-city' and k.name = s.park`,
    titles,
  );
  await run(
    tx,
    `insert into four_batches_entry (park, year, entry)
     select k.id, s.year, s.entry from jsonb_to_recordset($1::jsonb) as s(park text, year int, entry text)
     join park k on k.source = 'sample-city' and k.name = s.park`,
    parks.flatMap((park) => (park.fourBatches ? [{ park: park.name, ...park.fourBatches }] : [])),
  );
}

/** Writes the invented firms with their grades and yearly figures. */
export async function writeFirms(tx: Tx, firms: readonly CityFirm[]): Promise<void> {
  const place = (firm: CityFirm) => ({ type: 'Point', coordinates: firm.location });
  await run(
    tx,
    `insert into firm (uscc, name, unit, segment, link, parcel, geom, source, sample)
     select s.uscc, s.name, s.unit, s.segment, s.link, p.id, st_setsrid(st_geomfromgeojson(s.place), 4490), 'sample-city', true
     from jsonb_to_recordset($1::jsonb)
       as s(uscc text, name text, unit text, segment text, link text, parcel text, place jsonb)
     join parcel p on p.source = 'sample-city' and p.number = s.parcel`,
    firms.map(({ grades: _, years: __, location: ___, ...firm }, i) => ({
      ...firm,
      place: place(firms[i] as CityFirm),
    })),
  );
  await run(
    tx,
    `insert into firm_grade (firm, grade, valid_from, valid_until, document)
     select f.id, s.grade, s."from", s.until, s.document
     from jsonb_to_recordset($1::jsonb) as s(uscc text, grade text, "from" date, until date, document text)
     join firm f using (uscc)`,
    firms.flatMap(({ uscc, grades }) => grades.map((grade) => ({ uscc, ...grade }))),
  );
  await run(
    tx,
    `insert into firm_year (firm, year, output_cny, tax_cny)
     select f.id, s.year, s."outputCny", s."taxCny"
     from jsonb_to_recordset($1::jsonb) as s(uscc text, year int, "outputCny" numeric, "taxCny" numeric)
     join firm f using (uscc)`,
    firms.flatMap(({ uscc, years }) => years.map((year) => ({ uscc, ...year }))),
  );
}

/** Writes corridors, the ground where they are known to be complete, and control lines. */
export async function writeCorridors(tx: Tx, city: City): Promise<void> {
  await run(
    tx,
    `insert into corridor (kind, width_metres, geom, source, sample)
     select kind, "widthMetres", st_setsrid(st_geomfromgeojson(geometry), 4490), 'sample-city', true
     from jsonb_to_recordset($1::jsonb) as s(kind text, "widthMetres" float8, geometry jsonb)`,
    city.corridors,
  );
  await run(
    tx,
    `insert into corridor_coverage (source, geom)
     select 'sample-city', st_setsrid(st_geomfromgeojson(geometry), 4490)
     from jsonb_to_recordset($1::jsonb) as s(geometry jsonb)`,
    city.coverage.map((polygon) => ({ geometry: multi([polygon]) })),
  );
  await run(
    tx,
    `insert into control_line (kind, level, name, geom, source, sample)
     select kind, level, name, st_setsrid(st_geomfromgeojson(geometry), 4490), 'sample-city', true
     from jsonb_to_recordset($1::jsonb) as s(kind text, level int, name text, geometry jsonb)`,
    city.controls.map(({ polygons, ...control }) => ({ ...control, geometry: multi(polygons) })),
  );
}
