import type { Ruleset } from '../../../../data/contract/ruleset';
import type { WhyAnswer } from '../../../../data/contract/why';
import { openCityCrs } from '../../fabric/city-crs';
import { findingOn, type LeftoverOutcome } from '../../leftover';
import { gatherEvidence } from '../evidence';
import { type LeftoverInput, layCase } from '../lay-case';
import { tellBoundary } from './boundary';
import { tellCircle, tellFan } from './fan';
import { tellHulls } from './hulls';

/** Why a plot is called what it is called, its sentences still as codes. */
export type Explanation = Omit<WhyAnswer, 'finding'> & { readonly finding: LeftoverOutcome };

/**
 * Tells what each measure of one plot beside a park was taken from, out of the very values it was measured by, as lines
 * and ground in degrees that can be drawn; null where the plot is not among those asked about.
 */
export function explainPlot(input: LeftoverInput, plot: string, ruleset: Ruleset): Explanation | null {
  const laid = layCase(input, ruleset, {});
  const place = laid.plots.findIndex(({ id }) => id === plot);
  const asked = laid.plots[place];
  if (!asked) return null;
  const crs = openCityCrs(ruleset.rules.measure.cityCrs.value.proj4);
  const evidence = gatherEvidence(asked, place, laid.estate, laid.edges, laid.settings);
  return {
    finding: findingOn(asked, evidence, laid),
    parameters: laid.parameters,
    perimeterMetres: asked.perimeterMetres,
    ...tellBoundary(evidence, laid.edges, laid.settings.snapMetres, crs),
    ...tellHulls(evidence, crs),
    fan: tellFan(evidence, crs),
    inscribed: tellCircle(evidence.heart.circle, crs),
  };
}
