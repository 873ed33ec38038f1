import type { Bbox, Call, ExportWhat, planExport } from '../../../data/contract';
import type { Selection } from '../../url';

type Asked = NonNullable<Call<typeof planExport>['query']>;

/** The rows that a list shows now: what they are, its filter, and its order. */
export type ExportAsked = Asked & { what: ExportWhat };

/** A window as the server takes it. */
export const windowText = (within: Bbox | null): { bbox?: string } =>
  within ? { bbox: within.map((side) => side.toFixed(7)).join(',') } : {};

/** Units as the server takes them; null means all. */
export const unitsText = (units: readonly string[] | null): { unit?: string } =>
  units ? { unit: units.join(',') } : {};

/** What can be written of one thing that is open, the usual choice first; nothing where a file has no such scope. */
export function askedOf(selection: Selection | null): ExportAsked[] {
  if (selection?.kind === 'park') return OF_PARK.map((what) => ({ what, park: selection.id }));
  if (selection?.kind === 'unit') return OF_UNIT.map((what) => ({ what, unit: selection.id }));
  return [];
}
const OF_PARK = ['parcels', 'leftover', 'firms'] as const;
const OF_UNIT = ['parcels', 'parks', 'leftover', 'firms'] as const;

/** The firms of the same scope, park and window. */
export function firmsOf({ unit, park, bbox }: ExportAsked): ExportAsked {
  return { what: 'firms', ...(unit ? { unit } : {}), ...(park ? { park } : {}), ...(bbox && !park ? { bbox } : {}) };
}
