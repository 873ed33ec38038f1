import type { ImportMapping } from '../../../data/contract';
import type { RecordToMend } from '../../db/imports/mend-records';
import { crsOfId } from '../../formats/crs/catalogue';
import { type Crs, degreesCrs } from '../../formats/crs/crs';
import type { Whereabouts } from '../../formats/crs/place';
import type { KindOfImport } from '../kinds/kind';
import { judgeRecords } from '../measure-records';
import { openReading, type SampledRecord } from '../prepare';
import { columnsWith, valuesWith, type Way } from './way';

/** How an import was read. */
export interface HowRead {
  kind: KindOfImport;
  mapping: ImportMapping;
  fileName: string;
  where: Whereabouts;
}

/** A shape to be read, with the CRS of its coordinates; null where it has none. */
interface Placed {
  geometry: unknown;
  crs: Crs | null;
}

/** Reads a record that was held back another way, by the one path on which every record of a file is read. */
export function readAgain(held: RecordToMend, way: Way, how: HowRead): SampledRecord {
  return readPlaced(held, mendShape(placedOf(held), way), way, how);
}

/** Reads a record with an outline in degrees of CGCS2000 in the place of its own. */
export function readOutline(held: RecordToMend, geometry: unknown, way: Way, how: HowRead): SampledRecord {
  return readPlaced(held, { geometry, crs: degrees }, way, how);
}

const degrees = degreesCrs('CGCS2000');

function readPlaced(held: RecordToMend, { geometry, crs }: Placed, way: Way, how: HowRead): SampledRecord {
  const { kind, fileName, where } = how;
  const mapping = { ...how.mapping, columns: columnsWith(how.mapping.columns, held.raw, way) };
  const properties = valuesWith(held.raw, mapping.columns, way);
  const [judged] = judgeRecords([{ record: held.record, properties, geometry }], kind);
  if (!judged) throw new Error(`record ${held.record} was not judged`);
  const read = openReading({ kind, crs, where, mapping, fileName }).read(judged);
  // The record stays as it came, whatever it is read as.
  return { ...read, staged: { ...read.staged, raw: held.raw, original: held.original ?? null } };
}

function placedOf({ original, sound }: RecordToMend): Placed {
  if (typeof original !== 'object' || original === null) return { geometry: sound ?? null, crs: degrees };
  const id = 'crs' in original ? original.crs : null;
  return {
    geometry: 'geometry' in original ? original.geometry : original,
    crs: typeof id === 'string' ? crsOfId(id) : null,
  };
}

function mendShape({ geometry, crs }: Placed, way: Way): Placed {
  if (way.how === 'swap-axes') return { geometry, crs: crs && { ...crs, swapped: !crs.swapped } };
  if (way.how === 'crs') return { geometry, crs: way.crs };
  return { geometry: way.how === 'close-ring' ? closeRings(geometry) : geometry, crs };
}

/** The same polygons with every ring led back to where it starts. */
function closeRings(geometry: unknown): unknown {
  if (typeof geometry !== 'object' || geometry === null || !('coordinates' in geometry)) return geometry;
  return { ...geometry, coordinates: closed(geometry.coordinates) };
}

function closed(value: unknown): unknown {
  if (!Array.isArray(value) || !Array.isArray(value[0])) return value;
  if (Array.isArray(value[0][0])) return value.map(closed);
  const [first, last] = [value[0], value.at(-1)];
  return first[0] === last?.[0] && first[1] === last?.[1] ? value : [...value, first];
}
