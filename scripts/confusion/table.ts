import type { Ruleset } from '../../data/contract/ruleset';
import type { ParkCase, PlotCase, Standing } from './compare';
import { reasonOf } from './reason';

const kinds = ['corner', 'scattered', 'enclosed', 'manual', 'unknown', 'too-large', 'not-adjacent'] as const;
const kindRows = ['corner', 'scattered', 'enclosed'] as const;
const verdicts = ['contiguous', 'nearly', 'separate', 'unknown'] as const;
const answers = ['met', 'unmet', 'unknown'] as const;
type Row = readonly (string | number)[];

/** Planted against found, as markdown; every miss by name below the tables. */
export function tellConfusion(
  { plots, parks }: { plots: readonly PlotCase[]; parks: readonly ParkCase[] },
  ruleset: Ruleset,
): string {
  return [
    '### Leftover plots: planted (rows) against the engine (columns)',
    '',
    markdown(['planted', ...kinds], plotRows(plots)),
    '',
    'Where the ground was not surveyed a corner cannot be told, and `unknown` is the right answer.',
    '',
    '### Contiguity of parks: meant (rows) against the engine (columns)',
    '',
    markdown(['meant', ...verdicts], standingRows(parks, 'contiguity', verdicts)),
    '',
    '### Firms of parks: meant (rows) against the engine (columns)',
    '',
    markdown(
      ['meant', ...answers],
      [...standingRows(parks, 'specializedCount', answers), ...standingRows(parks, 'outputShare', answers)],
    ),
    '',
    '### Misses',
    '',
    ...misses(plots, parks, ruleset),
    '',
  ].join('\n');
}

/** A plot planted over the limit is found when its class beyond the limit is. */
function isFound(plot: PlotCase): boolean {
  if (plot.how === 'large') return plot.said === 'too-large' && plot.wouldBe === plot.planted;
  if (!plot.surveyed && plot.planted === 'corner') return plot.said === 'unknown';
  return plot.said === plot.planted;
}

function plotRows(plots: readonly PlotCase[]): Row[] {
  const said = (plot: PlotCase) => plot.said;
  const rows = [true, false].flatMap((surveyed) =>
    kindRows.map((kind): Row => {
      const own = plots.filter((plot) => plot.planted === kind && plot.surveyed === surveyed && plot.how !== 'large');
      return [surveyed ? kind : `${kind}, ground not surveyed`, ...count(own, kinds, said)];
    }),
  );
  const small = plots.filter((plot) => plot.planted === null && plot.areaMu <= 3);
  const large = plots.filter((plot) => plot.planted === null && plot.areaMu > 3);
  const over = plots.filter((plot) => plot.how === 'large');
  return [
    ...rows,
    ['enclosed, drawn over the limit', ...count(over, kinds, said)],
    ['not planted, to 3 mu', ...count(small, kinds, said)],
    ['not planted, larger', ...count(large, kinds, said)],
  ];
}

function standingRows(parks: readonly ParkCase[], of: keyof Standing, values: readonly string[]): Row[] {
  const label = of === 'contiguity' ? '' : of === 'outputShare' ? 'output share: ' : 'specialized SMEs: ';
  return values.map((meant) => {
    const own = parks.filter((park) => park.meant[of] === meant);
    return [label + meant, ...count(own, values, (park) => park.said[of])];
  });
}

function misses(plots: readonly PlotCase[], parks: readonly ParkCase[], ruleset: Ruleset): string[] {
  const shown = (plot: PlotCase) =>
    Object.entries(plot.measures)
      .map(([name, value]) => `${name} ${value.toFixed(2)}`)
      .join(', ');
  const missed = plots.filter((plot) => plot.planted && !isFound(plot));
  const invented = plots.filter((plot) => !plot.planted && kindRows.some((kind) => kind === plot.said));
  const tests = ['contiguity', 'specializedCount', 'outputShare'] as const;
  const off = parks.flatMap((park) =>
    tests.filter((test) => park.said[test] !== park.meant[test]).map((test) => ({ park, test })),
  );
  const lines = [
    ...missed.map((plot) => {
      const beyond = plot.wouldBe ? ` (would be ${plot.wouldBe})` : '';
      return `- ${plot.number} beside ${plot.park}: planted ${plot.planted} (${plot.how}), found ${plot.said}${beyond}, since ${reasonOf(plot, ruleset)}. ${shown(plot)}`;
    }),
    ...invented.map(
      (plot) =>
        `- ${plot.number} beside ${plot.park}: nothing planted, found ${plot.said}, since ${reasonOf(plot, ruleset)}. ${plot.areaMu.toFixed(2)} mu, ${shown(plot)}`,
    ),
    ...off.map(
      ({ park, test }) =>
        `- ${park.park} (${park.shape}, ${park.firms}): ${test} meant ${park.meant[test]}, found ${park.said[test]}, since ${park.since[test]}`,
    ),
  ];
  return lines.length > 0 ? lines : ['none'];
}

function count<T>(items: readonly T[], values: readonly string[], of: (item: T) => string): (string | number)[] {
  return values.map((value) => items.filter((item) => of(item) === value).length || '·');
}

function markdown(head: Row, rows: readonly Row[]): string {
  const line = (cells: Row) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map((_, i) => (i === 0 ? '---' : '---:'))), ...rows.map(line)].join('\n');
}
