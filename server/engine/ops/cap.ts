import type { LeftoverAnswer } from '../../../data/contract/analysis';
import type { Ruleset } from '../../../data/contract/ruleset';
import { openCityCrs } from '../../core/fabric/city-crs';
import { layFabric, partsOf } from '../../core/fabric/fabric';
import { type CapPlot, sumAgainstCap } from '../../core/leftover/cap';
import { readSettings } from '../../core/leftover/settings';
import type { ParkCase } from '../../parks/park-case';

/** A plot beside a park with what holds of it. */
type StandingPlot = Omit<CapPlot, 'parts'> & { readonly parcel: string };

/** Holds the leftover plots of a park against its cap, by the classes that hold: ruled where a person ruled, else found. */
export function cap(
  { members, beside }: ParkCase,
  { ruleset, plots }: { ruleset: Ruleset; plots: readonly StandingPlot[] },
): LeftoverAnswer['cap'] {
  const crs = openCityCrs(ruleset.rules.measure.cityCrs.value.proj4);
  const standing = new Map(plots.map((plot) => [plot.parcel, plot]));
  const capPlots = beside.flatMap((plot): CapPlot[] => {
    const held = standing.get(plot.id);
    return held ? [{ parts: partsOf(plot, crs), kind: held.kind, atLimit: held.atLimit, wouldBe: held.wouldBe }] : [];
  });
  const { settings } = readSettings(ruleset, {});
  return sumAgainstCap(layFabric(members, crs).parts, capPlots, ruleset.rules.leftover.capCounted.value, settings);
}
