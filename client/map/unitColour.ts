import type { UnitSummary } from '../../data/contract/units';
import { beltLook } from '../../data/looks/classes';
import type { ThemeName } from '../style/tokens';
import type { Colouring } from '../url';
import { ramp, segmentLook } from './palette';

/** Upper ends of the steps of a ramp: equal shares of the largest value, rounded to readable numbers. */
export function stepsOf(values: readonly number[]): number[] {
  const most = Math.max(0, ...values);
  if (most === 0) return [];
  const raw = most / ramp.light.length;
  const unit = 10 ** Math.floor(Math.log10(raw));
  const step = Math.max(1, Math.ceil(raw / unit) * unit);
  return ramp.light.map((_, index) => step * (index + 1));
}

/** The figure that a colouring by number shows of a unit; null for colourings by kind. */
export const figureOf = (unit: UnitSummary, colouring: Colouring): number | null =>
  colouring === 'parks' ? unit.parkCount : colouring === 'supply' ? unit.freeSupplyMu : null;

/** The tint of a unit under the chosen colouring; null for ground outside the plan. */
export function unitColour(
  unit: UnitSummary,
  colouring: Colouring,
  segment: string | null,
  steps: readonly number[],
  theme: ThemeName,
): string | null {
  if (unit.kind === 'context' || unit.belt === null) return null;
  const figure = figureOf(unit, colouring);
  if (figure !== null) {
    if (figure === 0) return segmentLook[theme].hasNot;
    const at = steps.findIndex((upper) => figure <= upper);
    return ramp[theme][at < 0 ? ramp[theme].length - 1 : at] ?? ramp[theme][0];
  }
  if (colouring === 'segment' && segment)
    return unit.segments.includes(segment) ? segmentLook[theme].has : segmentLook[theme].hasNot;
  return beltLook[unit.belt].fill;
}
