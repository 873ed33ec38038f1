import type { ImportPreview } from '../../data/contract';
import { fitCountyLines, fitParcels, type LineFit, type ParcelFit } from '../db/imports/shift-evidence';
import type { Queryable } from '../db/pool';
import { fromGcj02 } from '../formats/crs/gcj02';

type Outline = ImportPreview['outlines'][number]['geometry'];
type Place = readonly [number, number];

/** How far outlines seem to be displaced, in whole metres. */
export interface Shift {
  east: number;
  north: number;
}

const outlinesCompared = 300;
const placesCompared = 400;
const vertexesAtMost = 2000;
/** 40 m by latitude, a little less by longitude: the displacement is ten times that. */
const byLineDegrees = 0.000_36;

/**
 * Asks whether outlines in degrees fit what is known only after GCJ-02's displacement is taken from them: the stored
 * parcels, or, where they lie on none, the lines of the counties. Answers that displacement at their middle; null where
 * it is not decisive. Nothing is moved.
 */
export async function findShift(db: Queryable, outlines: readonly Outline[]): Promise<Shift | null> {
  const areas = outlines.filter(({ type }) => type === 'Polygon' || type === 'MultiPolygon');
  const [first] = areas.flatMap(placesOf);
  if (!first) return null;
  const small = areas.filter((outline) => placesOf(outline).length <= vertexesAtMost);
  const pairs = spread(small, outlinesCompared).map((asIs) => ({ asIs, moved: movedBack(asIs) }));
  const parcels = await fitParcels(db, pairs);
  if (parcels.asIs + parcels.movedMeets > 0) return fitsMoved(parcels) ? shiftAt(first) : null;
  const places = spread(areas.flatMap(placesOf), placesCompared).map((asIs) => ({ asIs, moved: fromGcj02(asIs) }));
  const lines = await fitCountyLines(db, places, byLineDegrees);
  return followsMoved({ ...lines, places: places.length }) ? shiftAt(first) : null;
}

const plotsAtLeast = 4;
const strayShare = 0.1;

/** Whether parcels coincide when moved and not as they are: several, half of those that lie on known ground at all. */
export function fitsMoved({ asIs, moved, movedMeets }: ParcelFit): boolean {
  return moved >= plotsAtLeast && moved >= movedMeets / 2 && asIs <= strayShare * moved;
}

const placesAtLeast = 30;
const followingShare = 0.3;

/** Whether places run along the county lines when moved and not as they are: many, a good share of all. */
export function followsMoved({ asIs, moved, places }: LineFit & { places: number }): boolean {
  return moved >= placesAtLeast && moved >= followingShare * places && asIs <= strayShare * moved;
}

const metresPerDegree = 111_320;

function shiftAt(shown: Place): Shift {
  const place = fromGcj02(shown);
  const squeeze = Math.cos((place[1] * Math.PI) / 180);
  return {
    east: Math.round((shown[0] - place[0]) * metresPerDegree * squeeze),
    north: Math.round((shown[1] - place[1]) * metresPerDegree),
  };
}

function movedBack(outline: Outline): unknown {
  const move = (value: unknown): unknown => {
    if (!Array.isArray(value)) return value;
    return typeof value[0] === 'number' ? fromGcj02(value as unknown as Place) : value.map(move);
  };
  return { type: outline.type, coordinates: move(outline.coordinates) };
}

function placesOf({ coordinates }: Outline): Place[] {
  const places = (value: unknown): Place[] => {
    if (!Array.isArray(value)) return [];
    return typeof value[0] === 'number' ? [value as unknown as Place] : value.flatMap(places);
  };
  return places(coordinates);
}

/** Some of many, evenly. */
function spread<T>(items: readonly T[], atMost: number): T[] {
  const step = Math.ceil(items.length / atMost);
  return items.filter((_, n) => n % step === 0);
}
