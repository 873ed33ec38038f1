import type { RecordReason } from '../../data/words/imports';
import { crsId } from '../formats/crs/catalogue';
import { type Crs, toDegrees } from '../formats/crs/crs';
import { holds, type Spread, type Whereabouts } from '../formats/crs/place';
import type { Args, RawRecord } from '../formats/raw-file';
import { type JudgedShape, judgeShape, type Polygons } from './judge-shape';
import { type Areas, measureAreas } from './measure-area';

export interface Fault {
  code: RecordReason;
  args: Args;
  at: [number, number] | null;
}

/** A record whose shape has been judged and, where it is sound, measured. */
export interface MeasuredRecord {
  record: number;
  properties: Record<string, unknown>;
  fault: Fault | null;
  /** In degrees; also where there is a fault that can be drawn. */
  polygons: Polygons | null;
  areas: Areas | null;
  original: { crs: string; type: 'MultiPolygon'; coordinates: Polygons } | { crs: string; geometry: unknown };
  /** True where the coordinates were converted, so that the original differs from what is stored. */
  converted: boolean;
}

const spreadPoints = 5000;

/** A record with its shape judged once, for both telling the CRS and measuring. */
export type JudgedRecord = RawRecord & { shape: JudgedShape };

/** Judges the shape of every record. */
export function judgeRecords(records: readonly RawRecord[]): JudgedRecord[] {
  return records.map((record) => ({ ...record, shape: judgeShape(record.geometry) }));
}

/** Where a file's raw coordinates lie: one point of each record, thinned, and the box around all. */
export function spreadOf(records: readonly JudgedRecord[]): Spread {
  const firsts: [number, number][] = [];
  let box: [number, number, number, number] | null = null;
  for (const { shape } of records) {
    const first = shape.polygons?.[0]?.[0]?.[0];
    if (!first) continue;
    firsts.push(first);
    for (const [x, y] of shape.polygons?.flat(2) ?? []) {
      box ??= [x, y, x, y];
      box = [Math.min(box[0], x), Math.min(box[1], y), Math.max(box[2], x), Math.max(box[3], y)];
    }
  }
  const step = Math.max(1, Math.ceil(firsts.length / spreadPoints));
  return { points: firsts.filter((_, n) => n % step === 0), box };
}

/** Brings records into degrees and measures them; a fault ends the judgement of its record, never that of the file. */
export function measureRecords(records: readonly JudgedRecord[], crs: Crs, where: Whereabouts): MeasuredRecord[] {
  const convert = toDegrees(crs);
  const id = crsId(crs);
  const converted = crs.kind !== 'degrees' || crs.swapped;
  return records.map(({ record, properties, fault, geometry, shape }) => {
    const polygons =
      shape.polygons?.map((polygon) => polygon.map((ring) => ring.map(([x, y]) => convert(x, y)))) ?? null;
    const areas = shape.ok && polygons ? measureAreas(polygons) : null;
    return {
      record,
      properties,
      fault: ofFormat(fault) ?? ofShape(shape, polygons) ?? ofPlace(polygons, where),
      polygons,
      areas,
      original: shape.polygons ? { crs: id, type: 'MultiPolygon', coordinates: shape.polygons } : { crs: id, geometry },
      converted,
    };
  });
}

function ofFormat(fault: RawRecord['fault']): Fault | null {
  return fault ? { ...fault, at: null } : null;
}

function ofShape(shape: JudgedShape, polygons: Polygons | null): Fault | null {
  return shape.ok ? null : { code: shape.code, args: shape.args, at: firstFinite(polygons) };
}

function ofPlace(polygons: Polygons | null, where: Whereabouts): Fault | null {
  const outside = polygons?.flat(2).find((position) => !holds(where.planning, position));
  if (outside) {
    const at = outside.every(Number.isFinite) ? outside : null;
    return { code: 'outside-extent', args: { place: at ? placeText(at) : '?' }, at };
  }
  return null;
}

function firstFinite(polygons: Polygons | null): [number, number] | null {
  return polygons?.flat(2).find((position) => position.every(Number.isFinite)) ?? null;
}

const placeDigits = 6;

/** A position as messages write it. */
export function placeText([longitude, latitude]: readonly [number, number]): string {
  return `${longitude.toFixed(placeDigits)}, ${latitude.toFixed(placeDigits)}`;
}
