import { z } from 'zod';

/** Longitude and latitude in degrees, CGCS2000 (EPSG:4490); a third number is accepted and ignored. */
export const position = z.array(z.number()).min(2).max(4);
const ring = z.array(position);

export const point = z.object({ type: z.literal('Point'), coordinates: position });
export const lineString = z.object({ type: z.literal('LineString'), coordinates: z.array(position) });
export const multiLineString = z.object({
  type: z.literal('MultiLineString'),
  coordinates: z.array(z.array(position)),
});
export const polygon = z.object({ type: z.literal('Polygon'), coordinates: z.array(ring) });
export const multiPolygon = z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(z.array(ring)) });
/** Ground that can be owned: a polygon or several, with holes. */
export const areal = z.discriminatedUnion('type', [polygon, multiPolygon]);
/** Anything that may lie between plots: lines or polygons. */
export const linearOrAreal = z.discriminatedUnion('type', [lineString, multiLineString, polygon, multiPolygon]);

export type Position = z.infer<typeof position>;
export type Point = z.infer<typeof point>;
export type LineString = z.infer<typeof lineString>;
export type MultiLineString = z.infer<typeof multiLineString>;
export type Polygon = z.infer<typeof polygon>;
export type MultiPolygon = z.infer<typeof multiPolygon>;
export type Areal = z.infer<typeof areal>;
export type LinearOrAreal = z.infer<typeof linearOrAreal>;

/** West, south, east, north in degrees. */
export const bbox = z.tuple([z.number(), z.number(), z.number(), z.number()]);
export type Bbox = z.infer<typeof bbox>;

/** A bbox in a query string: `west,south,east,north`. */
export const bboxText = z
  .string()
  .regex(/^-?\d+(\.\d+)?(,-?\d+(\.\d+)?){3}$/)
  .transform((text) => text.split(',').map(Number) as Bbox);
