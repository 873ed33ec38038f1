import { area } from '@turf/area';
import { intersect } from '@turf/intersect';
import type { Areal, ParkVerdict, Polygon } from '../../../data/contract';
import { polygonsOf } from './pieceOf';
import type { Fault } from './problems';

/** How two plots that overlap lie: drawn twice, one within the other, or over a part of each. */
export type OverlapNature = 'twice' | 'within' | 'partly';

export interface FaultGround {
  /** The outlines of the plots concerned: one for a plot that lies over itself. */
  readonly outlines: readonly Areal[];
  /** Their common ground; empty where it is too thin to be cut out. */
  readonly common: readonly Areal[];
  readonly nature: OverlapNature;
}

/**
 * Cuts the common ground of a fault out of the outlines of its plots, in degrees. A plot counts as wholly covered where
 * what is left of it would not itself count as an overlap (`leastSquareMetres`).
 */
export function faultGround({ plots }: Fault, members: ParkVerdict['members'], leastSquareMetres: number): FaultGround {
  const outlines = members.filter(({ id }) => plots.includes(id)).map(({ geometry }) => geometry);
  const [a, b] = outlines;
  const pairs = a && b ? [[a, b] as const] : pairsOf(a ? partsOf(a) : []);
  const common = pairs.flatMap(([one, other]) => commonOf(one, other) ?? []);
  const covered = sum(common);
  const isCovered = (outline: Areal) => sum([outline]) - covered <= leastSquareMetres;
  const count = a && b ? [a, b].filter(isCovered).length : 0;
  return { outlines, common, nature: count === 2 ? 'twice' : count === 1 ? 'within' : 'partly' };
}

function commonOf(a: Areal, b: Areal): Areal | null {
  const features = [a, b].map((geometry) => ({ type: 'Feature', properties: {}, geometry }) as const);
  const found = intersect({ type: 'FeatureCollection', features } as Parameters<typeof intersect>[0]);
  return found ? (found.geometry as Areal) : null;
}

const sum = (grounds: readonly Areal[]): number =>
  grounds.reduce((total, ground) => total + area(ground as Parameters<typeof area>[0]), 0);

const partsOf = (geometry: Areal): Polygon[] =>
  polygonsOf(geometry).map((rings) => ({ type: 'Polygon', coordinates: rings.map((ring) => [...ring]) }));

const pairsOf = <T>(items: readonly T[]): (readonly [T, T])[] =>
  items.flatMap((item, index) => items.slice(index + 1).map((other) => [item, other] as const));
