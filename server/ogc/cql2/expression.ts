import type { Moment } from '../moment';

/** Place in the text, counted from 1, so that a person can find it. */
type At = { readonly at: number };

/** What is compared. */
export type Operand = At &
  (
    | { readonly kind: 'property'; readonly name: string }
    | { readonly kind: 'text'; readonly value: string }
    | { readonly kind: 'number'; readonly value: number }
    | { readonly kind: 'boolean'; readonly value: boolean }
    | { readonly kind: 'moment'; readonly value: Moment }
    /** Upper and lower case count as the same. */
    | { readonly kind: 'casei'; readonly of: Operand }
  );
/** What is laid against other ground: the feature's own geometry, or one that the text spells out. */
export type GroundOperand = At &
  (
    | { readonly kind: 'property'; readonly name: string }
    /** Well-known text with longitude first, in degrees. */
    | { readonly kind: 'ground'; readonly wkt: string }
  );

export const comparisons = ['=', '<>', '<=', '>=', '<', '>'] as const;
export type Comparison = (typeof comparisons)[number];
export const spatialFunctions = [
  's_intersects',
  's_within',
  's_contains',
  's_disjoint',
  's_touches',
  's_crosses',
  's_overlaps',
  's_equals',
] as const;
export type SpatialFunction = (typeof spatialFunctions)[number];
export const temporalFunctions = ['t_after', 't_before', 't_intersects', 't_disjoint', 't_during', 't_equals'] as const;
export type TemporalFunction = (typeof temporalFunctions)[number];

/** A filter as CQL2 text means it. */
export type Expression =
  | { readonly kind: 'and' | 'or'; readonly parts: readonly Expression[] }
  | { readonly kind: 'not'; readonly part: Expression }
  | { readonly kind: 'constant'; readonly value: boolean }
  | { readonly kind: 'compare'; readonly by: Comparison; readonly left: Operand; readonly right: Operand }
  | { readonly kind: 'like'; readonly operand: Operand; readonly pattern: Operand }
  | { readonly kind: 'between'; readonly operand: Operand; readonly least: Operand; readonly most: Operand }
  | { readonly kind: 'in'; readonly operand: Operand; readonly list: readonly Operand[] }
  | { readonly kind: 'null'; readonly operand: Operand }
  | {
      readonly kind: 'spatial';
      readonly by: SpatialFunction;
      readonly left: GroundOperand;
      readonly right: GroundOperand;
    }
  | { readonly kind: 'temporal'; readonly by: TemporalFunction; readonly operand: Operand; readonly when: Moment };
