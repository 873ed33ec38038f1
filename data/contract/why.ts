import { z } from 'zod';
import { leftoverFinding } from './analysis';
import { endpoint } from './endpoint';
import { multiPolygon, point, polygon } from './geojson';
import { surroundingKind } from './vocabulary';

/** Lines in degrees, each a list of positions. */
const lines = z.array(z.array(z.tuple([z.number(), z.number()])));
const named = z.object({ id: z.string(), kind: surroundingKind.nullable(), metres: z.number(), lines });

/** Everything that the measures of one finding were taken from, ready to be drawn. Geometry is CGCS2000 lon-lat. */
export const whyAnswer = z.object({
  finding: leftoverFinding,
  /** Thresholds of the ruleset that decided, by name, with their origin. */
  parameters: z.record(
    z.string(),
    z.object({ value: z.union([z.number(), z.boolean(), z.string()]), origin: z.string() }),
  ),
  perimeterMetres: z.number(),
  /**
   * Stretches of the plot's boundary in contact with the park: by run, as `contactRuns` counts them, and what is too
   * short to count as one. Runs, short stretches, edge and rest together are the whole boundary.
   */
  contact: z.object({
    metres: z.number(),
    runs: z.array(z.object({ metres: z.number(), lines })),
    short: z.object({ metres: z.number(), lines }),
  }),
  /** Stretches along corridors' land or planning edges that are not contact, each under one thing that it runs along. */
  edge: z.object({ metres: z.number(), along: z.array(named) }),
  /** The rest of the boundary. */
  rest: z.object({ metres: z.number(), lines }),
  /** The plot's hull and the park's ground on it: `parkIntoPlot`. */
  plotHull: polygon.nullable(),
  parkInPlotHull: multiPolygon.nullable(),
  /** The hull of the park near the plot and the plot's ground on it: `plotIntoPark`. */
  parkHull: polygon.nullable(),
  plotInParkHull: multiPolygon.nullable(),
  /**
   * Where the plot is looked out from, how far, and the directions in which the park is met: from and to in degrees,
   * counter-clockwise from east, from -180; over the west `to` goes on beyond 180.
   */
  fan: z.object({
    from: point,
    radiusMetres: z.number(),
    met: z.array(z.tuple([z.number(), z.number()])),
    /** Sectors of the directions met, cut at the radius, for drawing. */
    sectors: multiPolygon.nullable(),
  }),
  /** The largest circle that fits into the plot. */
  inscribed: z.object({ centre: point, radiusMetres: z.number(), circle: polygon }),
  /** Land of roads, ditches and green belts that the park takes in beside the plot. */
  takenIn: multiPolygon.nullable(),
});
export const explainLeftover = endpoint({
  method: 'GET',
  path: '/api/leftover/:park/:parcel/why',
  tag: 'leftover',
  summary: 'What each measure of a finding was taken from, as lines and ground that can be drawn',
  params: z.object({ park: z.string().regex(/^\d+$/), parcel: z.string().regex(/^\d+$/) }),
  response: whyAnswer,
});
export type WhyAnswer = z.infer<typeof whyAnswer>;
