import type { CrsReason } from '../../../data/words/import-notes';
import { type Args, type DeclaredCrs, type Failure, failure, type Warning } from '../raw-file';
import { usualSystems } from './catalogue';
import { type Crs, degreesCrs, toDegrees } from './crs';

type Extent = readonly [number, number, number, number];

/** Where the city lies, and what may be planned. */
export interface Whereabouts {
  /** West, south, east, north of the city itself: by it coordinates are told apart. */
  city: Extent;
  /** The wider extent that records must keep to. */
  planning: Extent;
  localMeridian: number;
}

export interface CrsCandidate {
  crs: Crs;
  why: CrsReason;
  bbox: [number, number, number, number] | null;
  inExtent: boolean;
}

export interface Placement {
  ok: true;
  declared: string | null;
  chosen: Crs | null;
  choices: CrsCandidate[];
  warnings: Warning[];
}

/** Raw coordinates of a file in brief: a point of each record, and the box around all. */
export interface Spread {
  points: readonly (readonly [number, number])[];
  box: Extent | null;
}

/** At least so many of the points must fall inside the city for a system to be believed. */
const believedShare = 0.5;

/**
 * Decides in which coordinate system a file is read. What the file declares holds where it puts the file into the
 * city; without a declaration magnitude decides where only one usual system fits; in every other case a person chooses.
 */
export function place(
  spread: Spread,
  declared: DeclaredCrs,
  where: Whereabouts,
  fileName: string,
): Placement | Failure {
  if (declared.kind === 'other-datum')
    return failure('datum-to-be-converted', { file: fileName, datum: declared.datum });
  if (declared.kind === 'unsupported') return failure('crs-unsupported', { file: fileName, declared: declared.title });
  const fitting = usualSystems(where.localMeridian).filter((crs) => fits(crs, spread, where.city));
  const swapped = usualSystems(where.localMeridian)
    .map((crs) => ({ ...crs, swapped: true }))
    .filter((crs) => fits(crs, spread, where.city));
  const others = [
    ...fitting.map((crs) => candidate(crs, 'magnitude', spread, where)),
    ...swapped.map((crs) => candidate(crs, 'magnitude-swapped', spread, where)),
  ];
  const title = declared.kind === 'known' || declared.kind === 'datum' ? declared.title : null;
  // The standard's default is no statement of the file: projected coordinates belie it.
  const belied = declared.kind === 'default' && (others.length > 0 || !looksLikeDegrees(spread.box));
  const holdsAnyway = declared.kind === 'default' && fits(declared.crs, spread, where.city);
  if (declared.kind === 'known' || (declared.kind === 'default' && (holdsAnyway || !belied)))
    return placeStated(declared, title, others, spread, where);

  if (others.length === 0) {
    if (spread.box === null) return answer(title, degreesCrs('CGCS2000'), [], []);
    return failure('crs-cannot-be-told', { file: fileName, range: rangeOf(spread.box) });
  }
  const only = fitting.length === 1 ? (fitting[0] as Crs) : null;
  const warnings = [
    declared.kind === 'datum' ? warn('zone-unstated', { declared: declared.title }) : warn('datum-unstated'),
  ];
  if (fitting.length === 0) warnings.push(warn('axes-swapped'));
  return answer(title, only, others, warnings);
}

function placeStated(
  stated: { kind: 'known' | 'default'; crs: Crs; title: string },
  title: string | null,
  others: CrsCandidate[],
  spread: Spread,
  where: Whereabouts,
): Placement {
  const own = candidate(stated.crs, stated.kind === 'default' ? 'geojson-default' : 'declared', spread, where);
  const inside = fits(stated.crs, spread, where.city);
  const rest = others.filter((other) => JSON.stringify(other.crs) !== JSON.stringify(stated.crs));
  const warnings: Warning[] = [];
  if (stated.crs.datum === 'WGS84' && (inside || rest.length === 0)) warnings.push(warn('wgs84-as-cgcs2000'));
  if (inside) return answer(title, stated.crs, [own, ...rest.filter((other) => !other.crs.swapped)], warnings);
  warnings.push(warn('declared-outside', { declared: stated.title }));
  if (rest.length > 0 && rest.every((other) => other.crs.swapped)) warnings.push(warn('axes-swapped'));
  return answer(title, rest.length > 0 ? null : stated.crs, [own, ...rest], warnings);
}

function looksLikeDegrees(box: Extent | null): boolean {
  return box === null || (box[0] >= -180 && box[2] <= 180 && box[1] >= -90 && box[3] <= 90);
}

/** A candidate with the box that the file would fill. */
export function candidate(crs: Crs, why: CrsReason, spread: Spread, where: Whereabouts): CrsCandidate {
  const bbox = spread.box && boxInDegrees(crs, spread.box);
  return { crs, why, bbox, inExtent: bbox !== null && fits(crs, spread, where.planning) };
}

function fits(crs: Crs, spread: Spread, extent: Extent): boolean {
  if (spread.points.length === 0) return false;
  const convert = toDegrees(crs);
  const inside = spread.points.filter(([x, y]) => holds(extent, convert(x, y)));
  return inside.length >= believedShare * spread.points.length;
}

/** Whether a position lies in an extent; NaN lies in none. */
export function holds([west, south, east, north]: Extent, [longitude, latitude]: readonly [number, number]): boolean {
  return longitude >= west && longitude <= east && latitude >= south && latitude <= north;
}

function boxInDegrees(crs: Crs, [left, bottom, right, top]: Extent): [number, number, number, number] | null {
  const convert = toDegrees(crs);
  const corners = [convert(left, bottom), convert(left, top), convert(right, bottom), convert(right, top)];
  if (!corners.flat().every(Number.isFinite)) return null;
  const longitudes = corners.map(([longitude]) => longitude);
  const latitudes = corners.map(([, latitude]) => latitude);
  return [Math.min(...longitudes), Math.min(...latitudes), Math.max(...longitudes), Math.max(...latitudes)];
}

function answer(declared: string | null, chosen: Crs | null, choices: CrsCandidate[], warnings: Warning[]): Placement {
  return { ok: true, declared, chosen, choices, warnings };
}

function warn(code: Warning['code'], args: Args = {}): Warning {
  return { code, args };
}

function rangeOf([left, bottom, right, top]: Extent): string {
  return `x ${round(left)}…${round(right)}, y ${round(bottom)}…${round(top)}`;
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
