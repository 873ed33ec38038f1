import { z } from 'zod';
import text from './recipe.json' with { type: 'json' };

/** What a park is made to be, in the words of the field; what the engine says of it is not decided here. */
const parkRecipe = z.object({
  name: z.string(),
  theme: z.string(),
  shape: z.enum(['whole', 'streets', 'twin', 'across', 'nearly', 'apart', 'strip', 'ditch', 'belt']),
  barrier: z.enum(['expressway', 'railway', 'river']).optional(),
  firms: z.enum([
    'pass',
    'strong',
    'three',
    'lapsed',
    'short',
    'exact',
    'unreported',
    'harmless',
    'none',
    'small-unknown',
  ]),
  redLine: z.boolean().default(false),
  surveyed: z.boolean().default(true),
  awarded: z.boolean().default(false),
  draft: z.boolean().default(false),
  leftovers: z
    .array(z.enum(['verge', 'planning-edge', 'street-corner', 'core', 'ringed', 'teeth', 'hook', 'large']))
    .default([]),
});
const districtRecipe = z.object({
  unit: z.string(),
  anchor: z.string().nullable(),
  /** The unit that the district reaches over into. */
  straddles: z.string().optional(),
  radiusMetres: z.number(),
  /** Shares of the radius given to fields outside and to works on one side. */
  rural: z.number(),
  works: z.number(),
  bendMetres: z.number(),
  surveyed: z.boolean().default(true),
  barriers: z.array(
    z.object({
      kind: z.enum(['expressway', 'railway', 'river', 'road']),
      widthMetres: z.number(),
      offset: z.number(),
      angleDegrees: z.number(),
    }),
  ),
  parks: z.array(parkRecipe),
});
export type ParkRecipe = z.infer<typeof parkRecipe>;
export type DistrictRecipe = z.infer<typeof districtRecipe>;
export type FirmsStory = ParkRecipe['firms'];
export type LeftoverStory = ParkRecipe['leftovers'][number];

/** The districts of the sample city, in order. */
export const recipe: readonly DistrictRecipe[] = z.array(districtRecipe).parse(text);
