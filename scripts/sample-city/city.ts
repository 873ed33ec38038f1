import type { ChainLink, Grade, LandUse, PlotStatus, SurroundingKind } from '../../data/contract/vocabulary';

export type LonLat = [number, number];
export type LonLatPolygon = LonLat[][];
export type UnitBasis = 'stored' | 'schematic';

export interface CityParcel {
  number: string;
  unit: string;
  unitBasis: UnitBasis;
  use: LandUse;
  useCode: string;
  status: PlotStatus | null;
  tenure: 'state' | 'collective' | 'unknown';
  plotRatio: number | null;
  buildingDensity: number | null;
  heightLimitMetres: number | null;
  greenShare: number | null;
  priceCny: number | null;
  farmland: boolean;
  declaredAreaSquareMetres: number | null;
  polygon: LonLatPolygon;
}
export interface CityPark {
  name: string;
  kind: 'draft' | 'official';
  unit: string;
  unitBasis: UnitBasis;
  theme: string;
  platform: { stage: string; name: string | null }[];
  redLine: LonLatPolygon[] | null;
  surroundingsKnown: boolean;
  /** Parcel numbers. */
  members: string[];
  title: { awardedOn: string; document: string; withdrawnOn: string | null; withdrawnDocument: string | null } | null;
  fourBatches: { year: number; entry: string } | null;
}
export interface CityFirm {
  uscc: string;
  name: string;
  unit: string;
  segment: string | null;
  link: ChainLink | null;
  parcel: string;
  location: LonLat;
  grades: { grade: Grade; from: string; until: string | null; document: string }[];
  years: { year: number; outputCny: number | null; taxCny: number | null }[];
}
export interface CityCorridor {
  kind: SurroundingKind;
  widthMetres: number | null;
  geometry: { type: 'LineString'; coordinates: LonLat[] } | { type: 'Polygon'; coordinates: LonLatPolygon };
}
export interface CityControl {
  kind: 'basic-farmland' | 'ecological-red-line' | 'urban-growth-boundary' | 'industrial-block';
  level: number | null;
  name: string | null;
  polygons: LonLatPolygon[];
}
/** What was meant, in the words of the field; kept apart from the data so that nothing can read it but the comparison. */
export interface Truth {
  plots: { number: string; park: string; kind: 'corner' | 'scattered' | 'enclosed'; how: string; surveyed: boolean }[];
  parks: {
    name: string;
    shape: string;
    firms: string;
    contiguity: 'contiguous' | 'nearly' | 'separate' | 'unknown';
    specializedCount: 'met' | 'unmet' | 'unknown';
    outputShare: 'met' | 'unmet' | 'unknown';
  }[];
}
export interface City {
  seed: number;
  parcels: CityParcel[];
  parks: CityPark[];
  firms: CityFirm[];
  corridors: CityCorridor[];
  /** Ground whose corridors are known to be complete. */
  coverage: LonLatPolygon[];
  controls: CityControl[];
  truth: Truth;
}
