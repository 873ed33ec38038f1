import type { RecordReason } from '../../data/words/imports';
import { crsId } from '../formats/crs/catalogue';
import { type Crs, toDegrees } from '../formats/crs/crs';
import { holds, type Whereabouts } from '../formats/crs/place';
import type { Args, RawRecord } from '../formats/raw-file';
import { type Geometry, geometryOf, type JudgedShape, judgeShape, type Polygons } from './judge-shape';
import type { KindOfImport } from './kinds/kind';
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
  geometry: Geometry | null;
  /** Of polygons. */
  areas: Areas | null;
  /** The shape as it came, with the CRS it was read in. */
  original: { crs: string | null; type: string; coordinates: unknown } | { crs: string | null; geometry: unknown };
  /** True where the coordinates were converted, so that the original differs from what is stored. */
  converted: boolean;
}

/** A record with its shape judged once, for both telling the CRS and measuring. */
export type JudgedRecord = RawRecord & { shape: JudgedShape };

/** Judges the shape of every record by what its kind may be drawn as. */
export function judgeRecords(
  records: readonly RawRecord[],
  kind: Pick<KindOfImport, 'shapes' | 'place'>,
): JudgedRecord[] {
  return records.map((record) => ({ ...record, shape: judgeShape(record.geometry, kind) }));
}

/** Opens the measuring of records in a CRS; without one only records that have no place can be told. */
export function openMeasure(crs: Crs | null, where: Whereabouts): (record: JudgedRecord) => MeasuredRecord {
  const convert = crs && toDegrees(crs);
  const id = crs && crsId(crs);
  const converted = crs !== null && (crs.kind !== 'degrees' || crs.swapped);
  return ({ record, properties, fault, geometry, shape }) => {
    const parts =
      convert && shape.polygons
        ? shape.polygons.map((part) => part.map((ring) => ring.map(([x, y]) => convert(x, y))))
        : null;
    const drawn = shape.drawn;
    return {
      record,
      properties,
      fault: ofFormat(fault) ?? ofShape(shape, parts) ?? ofPlace(parts, where),
      geometry: drawn && parts && geometryOf(drawn, parts),
      areas: shape.ok && drawn === 'polygon' && parts && isSomewhere(parts) ? measureAreas(parts) : null,
      original: drawn && shape.polygons ? { crs: id, ...geometryOf(drawn, shape.polygons) } : { crs: id, geometry },
      converted,
    };
  };
}

/** Whether every position came out as a place: read in a wrong system some have none. */
const isSomewhere = (parts: Polygons): boolean => parts.flat(2).every((position) => position.every(Number.isFinite));

function ofFormat(fault: RawRecord['fault']): Fault | null {
  return fault ? { ...fault, at: null } : null;
}

function ofShape(shape: JudgedShape, polygons: Polygons | null): Fault | null {
  return shape.ok ? null : { code: shape.code, args: shape.args, at: firstFinite(polygons) };
}

function ofPlace(polygons: Polygons | null, where: Whereabouts): Fault | null {
  const outside = findPosition(polygons, (position) => !holds(where.planning, position));
  if (!outside) return null;
  const at = outside.every(Number.isFinite) ? outside : null;
  return { code: 'outside-extent', args: { place: at ? placeText(at) : '?' }, at };
}

function firstFinite(polygons: Polygons | null): [number, number] | null {
  return findPosition(polygons, (position) => position.every(Number.isFinite));
}

function findPosition(
  polygons: Polygons | null,
  fits: (position: [number, number]) => boolean,
): [number, number] | null {
  for (const part of polygons ?? []) {
    for (const ring of part) {
      const found = ring.find(fits);
      if (found) return found;
    }
  }
  return null;
}

const placeDigits = 6;

/** A position as messages write it. */
function placeText([longitude, latitude]: readonly [number, number]): string {
  return `${longitude.toFixed(placeDigits)}, ${latitude.toFixed(placeDigits)}`;
}
