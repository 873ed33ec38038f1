import type { PlotStatus, SurroundingKind, Tenure } from '../../../data/contract/vocabulary';

/** A large city to measure with: the same recipe gives the same city on every machine. */
export interface CityRecipe {
  readonly parcels: number;
  readonly seed: number;
  /** Share of vertices that are surveyed off their place, each parcel by itself. */
  readonly jitterShare: number;
}

export const benchSeed = 2026;
/** Where the middle of the city lies: city CRS, metres; 118°30' E and about 24°54' N. */
export const cityCentre = { x: 500_000, y: 2_754_500 };

/** The city of a given size that is measured. */
export function recipeOf(parcels: number): CityRecipe {
  return { parcels, seed: benchSeed, jitterShare: 0.02 };
}

/** How far a vertex may be off its place. */
export const jitterMetres = 0.05;

/** Blocks between streets. */
export const blocks = {
  widthMetres: [110, 230],
  depthMetres: [90, 150],
  /** How far a street corner may be off the straight line. */
  bendMetres: 9,
  streetWidthsMetres: [6, 9, 12, 16, 20, 24],
  lotsPerRow: { '1': 7, '2': 11, '3': 14, '4': 17, '5': 17, '6': 13, '7': 9, '8': 7, '9': 5 },
  rows: { '1': 14, '2': 70, '3': 16 },
  /** What is known of a random block beforehand: enough ground is laid out for the parcels asked for. */
  meanLots: 9.2,
} as const;

/** Every so many streets one is a barrier instead. */
export const barriers: readonly {
  along: 'column' | 'row';
  every: number;
  first: number;
  kind: SurroundingKind;
  widthMetres: number;
}[] = [
  { along: 'column', every: 36, first: 31, kind: 'expressway', widthMetres: 42 },
  { along: 'row', every: 27, first: 4, kind: 'river', widthMetres: 36 },
  { along: 'row', every: 54, first: 43, kind: 'railway', widthMetres: 24 },
];
/** A street is one record for so many blocks. */
export const blocksPerStreet = 8;

/** How walls and lines between lots run. */
export const fabricShares = {
  /** Lines between two rows of lots whose corners both sides know; the others meet at T-junctions. */
  nodedLine: 0.5,
  bentLine: 0.6,
  slantedBlock: 0.3,
  kinkedWall: 0.25,
  surveyedFront: 0.3,
  /** Walls whose two sides were surveyed apart. */
  overlapWall: 0.004,
  gapWall: 0.004,
  sliverParcel: 0.002,
  donut: 0.004,
} as const;

/** Parks, and the ground that each has to itself, in blocks. */
export const parkShares = {
  most: 200,
  site: { columns: 12, rows: 9 },
  plots: [30, 300],
  piecesWeight: { '1': 40, '2': 20, '3': 12, '4': 8, '5': 8, '6': 3, '7': 3, '8': 2, '10': 4 },
  redLine: 0.35,
  surveyed: 0.94,
  draft: 0.1,
  firms: [4, 14],
  /** Small lots inside a park's blocks that are nobody's of the park, by their place in the block. */
  leftOut: { corner: 0.3, inner: 0.35, side: 0.08, hole: 1 },
  leftOutBelowSquareMetres: 4000,
} as const;

export const statusWeights: Partial<Record<PlotStatus, number>> = {
  'in-production': 52,
  inefficient: 11,
  idle: 6,
  'under-construction': 7,
  'supplied-not-started': 6,
  'on-offer': 5,
  'approved-not-supplied': 6,
  planned: 5,
  'taken-back': 2,
};
export const tenureWeights: Record<Tenure, number> = { state: 74, collective: 18, unknown: 8 };
