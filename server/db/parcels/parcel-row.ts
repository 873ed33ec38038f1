import { z } from 'zod';
import { landUse, leftoverKind, type ParcelRow, parcelCard, plotStatus, point, tenure } from '../../../data/contract';
import { muOf } from '../../core/fabric/area';
import { bboxRow, bboxSql, unitBasis } from '../row-types';

/** Kinds that make a parcel a leftover plot, surest first; the others only say why it is none. */
export const leftoverKinds = ['enclosed', 'scattered', 'corner', 'manual', 'unknown'] as const;

/** SQL columns of a parcel row; the parcel stands as `p`. An official park is named before a draft. */
export const parcelColumns = `
  p.id::text as id, p.number, p.unit, p.unit_basis as "unitBasis", p.use_group as use, p.use_code as "useCode",
  p.status, p.tenure, p.area_square_metres as "areaSquareMetres", p.sample,
  (select jsonb_build_object('id', k.id::text, 'name', k.name)
     from park_member m join park k on k.id = m.park
    where m.parcel = p.id order by k.kind = 'official' desc, k.id limit 1) as park,
  (select f.kind from leading_leftover f where f.parcel = p.id) as leftover,
  st_asgeojson(st_pointonsurface(p.geom), 7)::jsonb as centre,
  ${bboxSql('p.geom')} as bbox`;

/** SQL columns of what is known of a parcel beyond its row; the parcel stands as `p`. */
export const parcelFactColumns = `
  p.name, p.area_planar_square_metres as "areaPlanarSquareMetres", p.planar_crs as "planarCrs",
  p.declared_area_square_metres as "declaredAreaSquareMetres", p.plot_ratio as "plotRatio",
  p.building_density as "buildingDensity", p.height_limit_metres as "heightLimitMetres",
  p.green_share as "greenShare", p.price_cny as "priceCny", p.farmland, p.source`;
/** The same as they leave the database. */
export const parcelFacts = parcelCard.pick({
  name: true,
  areaPlanarSquareMetres: true,
  planarCrs: true,
  declaredAreaSquareMetres: true,
  plotRatio: true,
  buildingDensity: true,
  heightLimitMetres: true,
  greenShare: true,
  priceCny: true,
  farmland: true,
  source: true,
}).shape;

/** One parcel as it leaves the database. */
export const parcelRowSchema = z.object({
  id: z.string(),
  number: z.string(),
  unit: z.string().nullable(),
  unitBasis,
  use: landUse,
  useCode: z.string().nullable(),
  status: plotStatus.nullable(),
  tenure,
  areaSquareMetres: z.number(),
  sample: z.boolean(),
  park: z.object({ id: z.string(), name: z.string() }).nullable(),
  leftover: leftoverKind.nullable(),
  centre: point,
  bbox: bboxRow,
});

/** Adds what follows from the row: its area in mu. */
export function withMu<T extends { areaSquareMetres: number }>(row: T): T & { areaMu: number } {
  return { ...row, areaMu: muOf(row.areaSquareMetres) };
}

/** A parcel row of the contract. */
export const toParcelRow = (row: z.output<typeof parcelRowSchema>): ParcelRow => withMu(row);
