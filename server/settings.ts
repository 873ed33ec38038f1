import type { Bbox } from '../data/contract';
import type { AppParts } from './app';
import { today } from './clock';
import type { CoordinateSettings } from './search/read-coordinates';

/** The planning extent and the city CRS of the ruleset in force. */
export function cityOf({ rulesets }: Pick<AppParts, 'rulesets'>): CoordinateSettings {
  const { planningExtent, cityCrs } = rulesets.current.rules.measure;
  return { planningExtent: planningExtent.value satisfies Bbox, cityCrs: cityCrs.value };
}

/** The day on which verdicts stand unless the question names another: the setting's, else today in China. */
export function asOfDay({ config }: Pick<AppParts, 'config'>): string {
  return config.asOf ?? today();
}
