import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import plan from '../data/plan/plan.json' with { type: 'json' };
import type { Db, Progress, Tx } from '../server/db/pool';
import { bump } from '../server/operations/perform';

const read = (path: string): unknown =>
  JSON.parse(readFileSync(fileURLToPath(new URL(`../data/${path}`, import.meta.url)), 'utf8'));
const documents = () => readdirSync(fileURLToPath(new URL('../data/sources/', import.meta.url)));
type Zones = { features: { id: string; properties: Record<string, unknown>; geometry: unknown }[] };

/** Writes the plan's facts, the zones, the carriers and every dataset's source record; a second run changes nothing but what changed. */
export async function loadFacts(db: Db, progress: Progress): Promise<void> {
  await db.transaction(async (tx) => {
    const sources = documents().map((file) => read(`sources/${file}`));
    const units = read('zones/units.geojson') as Zones;
    const carriers = read('zones/carriers.geojson') as Zones;
    await writeSources(tx, sources);
    await writeVocabulary(tx);
    await writeUnits(tx, units);
    await writeCarriers(tx, carriers);
    await bump(tx, ['zones']);
    progress({
      zh: `方案事实：${plan.units.length} 个单元、${plan.segments.length} 个细分领域、${carriers.features.length} 个载体、${sources.length} 个数据来源`,
      en: `Facts of the plan: ${plan.units.length} units, ${plan.segments.length} segments, ${carriers.features.length} carriers, ${sources.length} sources`,
    });
  });
}

const json = (value: unknown) => JSON.stringify(value);

async function writeSources(tx: Tx, sources: readonly unknown[]) {
  await tx.query({
    text: `insert into source (id, title, publisher, licence, retrieved, sha256, crs, coverage, schematic, sample, note)
           select id, title, publisher, licence, retrieved, sha256, crs, coverage, schematic, sample, note
           from jsonb_to_recordset($1::jsonb) as s(id text, title jsonb, publisher text, licence text, retrieved date,
             sha256 text, crs text, coverage jsonb, schematic boolean, sample boolean, note jsonb)
           on conflict (id) do update set title = excluded.title, publisher = excluded.publisher,
             licence = excluded.licence, retrieved = excluded.retrieved, sha256 = excluded.sha256, crs = excluded.crs,
             coverage = excluded.coverage, schematic = excluded.schematic, sample = excluded.sample, note = excluded.note`,
    values: [json(sources)],
  });
}

async function writeVocabulary(tx: Tx) {
  const numbered = <T extends object>(rows: readonly T[]) => json(rows.map((row, position) => ({ ...row, position })));
  await tx.query({
    text: `insert into belt (id, name, position)
           select id, name, position from jsonb_to_recordset($1::jsonb) as s(id text, name jsonb, position int)
           on conflict (id) do update set name = excluded.name, position = excluded.position`,
    values: [numbered(plan.belts)],
  });
  await tx.query({
    text: `insert into direction (id, name, aim, is_direction, position)
           select id, name, aim, "isDirection", position
           from jsonb_to_recordset($1::jsonb) as s(id text, name jsonb, aim text, "isDirection" boolean, position int)
           on conflict (id) do update set name = excluded.name, aim = excluded.aim,
             is_direction = excluded.is_direction, position = excluded.position`,
    values: [numbered(plan.directions)],
  });
  await tx.query({
    text: `insert into segment (id, direction, name, alias, weak, gaps, wanted, leaders, parents, clause, position)
           select id, direction, name, alias, weak, gaps, wanted, leaders, parents, clause, position
           from jsonb_to_recordset($1::jsonb) as s(id text, direction text, name jsonb, alias text[], weak text[],
             gaps text[], wanted text[], leaders text[], parents text[], clause text, position int)
           on conflict (id) do update set direction = excluded.direction, name = excluded.name, alias = excluded.alias,
             weak = excluded.weak, gaps = excluded.gaps, wanted = excluded.wanted, leaders = excluded.leaders,
             parents = excluded.parents, clause = excluded.clause, position = excluded.position`,
    values: [numbered(plan.segments)],
  });
}

/** An outline that the bureau's own file brought stays. */
async function writeUnits(tx: Tx, zones: Zones) {
  const facts = [
    ...plan.units,
    ...plan.context.map((unit) => ({
      ...unit,
      kind: 'context',
      belt: null,
      supplyGroup: null,
      leaders: [],
      idea: null,
    })),
  ];
  const rows = facts.map((unit, position) => {
    const zone = zones.features.find((feature) => feature.id === unit.id);
    if (!zone) throw new Error(`data/zones/units.geojson has no outline for ${unit.id}`);
    const { schematic, labelAt } = zone.properties;
    return { ...unit, position, schematic, geometry: zone.geometry, label: { type: 'Point', coordinates: labelAt } };
  });
  await tx.query({
    text: `insert into unit (id, name, kind, belt, supply_group, adcode, idea, leaders, schematic, position, source, geom, label_at)
           select id, name, kind, belt, "supplyGroup", adcode, idea, leaders, schematic, position, 'units',
             st_multi(st_setsrid(st_geomfromgeojson(geometry), 4490)), st_setsrid(st_geomfromgeojson(label), 4490)
           from jsonb_to_recordset($1::jsonb) as s(id text, name jsonb, kind text, belt text, "supplyGroup" text,
             adcode text, idea jsonb, leaders text[], schematic boolean, position int, geometry jsonb, label jsonb)
           on conflict (id) do update set name = excluded.name, kind = excluded.kind, belt = excluded.belt,
             supply_group = excluded.supply_group, adcode = excluded.adcode, idea = excluded.idea,
             leaders = excluded.leaders, position = excluded.position,
             schematic = case when unit.import is null then excluded.schematic else unit.schematic end,
             geom = case when unit.import is null then excluded.geom else unit.geom end,
             label_at = case when unit.import is null then excluded.label_at else unit.label_at end`,
    values: [json(rows)],
  });
  const pairs = plan.units.flatMap((unit) =>
    unit.segments.map((segment, position) => ({ unit: unit.id, segment, position })),
  );
  await tx.query({ text: 'delete from unit_segment' });
  await tx.query({
    text: `insert into unit_segment (unit, segment, position)
           select unit, segment, position from jsonb_to_recordset($1::jsonb) as s(unit text, segment text, position int)`,
    values: [json(pairs)],
  });
}

async function writeCarriers(tx: Tx, carriers: Zones) {
  const rows = carriers.features.map(({ properties, geometry }) => ({ ...properties, geometry }));
  await tx.query({
    text: `insert into carrier (id, unit, name, geom, approximate, location_note, source)
           select id, unit, name, st_setsrid(st_geomfromgeojson(geometry), 4490), approximate, note, 'carriers'
           from jsonb_to_recordset($1::jsonb)
             as s(id text, unit text, name text, geometry jsonb, approximate boolean, note jsonb)
           on conflict (id) do update set unit = excluded.unit, name = excluded.name, geom = excluded.geom,
             approximate = excluded.approximate, location_note = excluded.location_note`,
    values: [json(rows)],
  });
  await tx.query({
    text: `insert into platform (name, unit)
           select name, unit from jsonb_to_recordset($1::jsonb) as s(name text, unit text)
           on conflict (name) do update set unit = excluded.unit`,
    values: [json(plan.platforms)],
  });
}
