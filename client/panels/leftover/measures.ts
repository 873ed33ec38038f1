import type { LeftoverFinding, WhyAnswer } from '../../../data/contract';

/** What a measure is drawn by. */
export type Picture = 'boundary' | 'contact' | 'edge' | 'plotHull' | 'parkHull' | 'fan' | 'circle' | 'outline';
type Found = keyof LeftoverFinding['measures'];
export type Measure = Found | 'boundary';

interface MeasureRow {
  readonly name: Measure;
  readonly picture: Picture;
  /** Rules of the ruleset, in its group `leftover`, that the measure is held against. */
  readonly rules: readonly string[];
  readonly unit: 'share' | 'count' | 'metres' | 'plain';
}

/** The measures in reading order, what each is held against, and what draws it. Which limits there are is the ruleset's. */
export const MEASURES: readonly MeasureRow[] = [
  {
    name: 'contactShare',
    picture: 'contact',
    rules: ['enclosedContact', 'enclosedRunsContact', 'cornerContact', 'scatteredContactBelow'],
    unit: 'share',
  },
  { name: 'contactRuns', picture: 'contact', rules: ['enclosedRuns'], unit: 'count' },
  { name: 'edgeShare', picture: 'edge', rules: ['cornerEdge'], unit: 'share' },
  { name: 'boundary', picture: 'boundary', rules: ['cornerSum'], unit: 'share' },
  { name: 'enclosure', picture: 'fan', rules: ['enclosedEnclosure'], unit: 'share' },
  { name: 'parkIntoPlot', picture: 'plotHull', rules: ['scatteredParkIntoPlot'], unit: 'share' },
  {
    name: 'plotIntoPark',
    picture: 'parkHull',
    rules: ['scatteredPlotIntoPark', 'enclosedPlotIntoPark'],
    unit: 'share',
  },
  { name: 'inscribedWidthMetres', picture: 'circle', rules: [], unit: 'metres' },
  { name: 'compactness', picture: 'outline', rules: [], unit: 'plain' },
];

/** What draws a measure; contact and edge together where none is asked for. */
export const pictureOf = (measure: Measure | null): Picture =>
  MEASURES.find(({ name }) => name === measure)?.picture ?? 'boundary';

/** The value of a measure; contact and edge together are their sum. */
export const figureOf = (measures: LeftoverFinding['measures'], name: Measure): number =>
  name === 'boundary' ? measures.contactShare + measures.edgeShare : measures[name];

export type Comparator = 'at-least' | 'above' | 'at-most' | 'below' | 'is';
/** How each comparator is written. */
export const SIGNS: Record<Comparator, string> = { 'at-least': '≥', above: '>', 'at-most': '≤', below: '<', is: '=' };

/** Figures closer than this are the same, as the engine takes them. */
const SAME_FIGURE = 1e-6;

/** Whether a value meets a limit, to the same hair's breadth as the engine. */
export function meets(value: number, comparator: Comparator, limit: number): boolean {
  const near = Math.abs(value - limit) <= SAME_FIGURE;
  if (comparator === 'at-least') return near || value > limit;
  if (comparator === 'at-most') return near || value < limit;
  if (comparator === 'above') return !near && value > limit;
  return comparator === 'below' ? !near && value < limit : near;
}

/** The limit that decided, as the answer carries it; undefined where it carries none of that name. */
export const limitOf = (
  parameters: WhyAnswer['parameters'],
  rule: string,
): WhyAnswer['parameters'][string] | undefined => parameters[rule] ?? parameters[`leftover.${rule}`];
