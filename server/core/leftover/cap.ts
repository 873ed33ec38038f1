import type { LeftoverAnswer } from '../../../data/contract/analysis';
import type { Ruleset } from '../../../data/contract/ruleset';
import type { LeftoverKind } from '../../../data/contract/vocabulary';
import { muOf } from '../fabric/area';
import type { Part } from '../fabric/fabric';
import { findOverlaps, unionArea } from '../fabric/union-area';
import type { LeftoverSettings } from './settings';

/** A plot with its kind, as far as the cap asks. */
export interface CapPlot {
  readonly parts: readonly Part[];
  readonly kind: LeftoverKind;
  readonly atLimit: boolean;
  readonly wouldBe: LeftoverKind | null;
}

const SAME_FIGURE = 1e-6;

/**
 * Sums the leftover plots of a project against its cap, ground counted once. Plots that are not decided yet (left to a
 * person, unknown, at the limit) keep the verdict unknown only where they could still change it.
 */
export function sumAgainstCap(
  park: readonly Part[],
  plots: readonly CapPlot[],
  counted: Ruleset['rules']['leftover']['capCounted']['value'],
  settings: LeftoverSettings,
): LeftoverAnswer['cap'] {
  const limit = settings.capShare;
  const certain = plots.filter(({ kind }) => counted.includes(kind));
  const fewest = certain.filter(({ atLimit }) => !atLimit);
  const most = plots.filter((plot) => counted.includes(plot.kind) || isOpen(plot, counted));
  const leftover = groundOf(certain, settings);
  const project = projectOf(park, certain, settings);
  const isWithin = (some: readonly CapPlot[]) => {
    const whole = projectOf(park, some, settings);
    return whole > 0 && groundOf(some, settings) / whole <= limit + SAME_FIGURE;
  };
  return {
    share: project > 0 ? leftover / project : 0,
    limit,
    leftoverMu: muOf(leftover),
    projectMu: muOf(project),
    counted,
    denominator: settings.capDenominator,
    verdict: isWithin(most) ? 'met' : isWithin(fewest) ? 'unknown' : 'unmet',
  };
}

function isOpen({ kind, atLimit, wouldBe }: CapPlot, counted: readonly LeftoverKind[]): boolean {
  const mayCount = (some: LeftoverKind | null) =>
    some !== null && (counted.includes(some) || some === 'manual' || some === 'unknown');
  return mayCount(kind) || (atLimit && mayCount(wouldBe));
}

function projectOf(park: readonly Part[], leftover: readonly CapPlot[], settings: LeftoverSettings): number {
  const taken = settings.capDenominator === 'park' ? [] : leftover.flatMap(({ parts }) => parts);
  return areaOf([...park, ...taken], settings);
}

function groundOf(plots: readonly CapPlot[], settings: LeftoverSettings): number {
  return areaOf(
    plots.flatMap(({ parts }) => parts),
    settings,
  );
}

function areaOf(parts: readonly Part[], settings: LeftoverSettings): number {
  return unionArea(parts, findOverlaps(parts, settings));
}
