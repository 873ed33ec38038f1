import { describe, expect, it } from 'vitest';
import { leavesOf, type Ruleset } from '../../data/contract/ruleset';
import { type Part, partsOfRule } from '../../data/rules/parts';
import { contiguity } from '../../server/core/contiguity';
import { classifyLeftover } from '../../server/core/leftover';
import { titleVerdicts } from '../../server/core/title';
import { box, line, object, plot, polygon, ruleset } from '../core/drawing';

/** A ruleset that writes down which of its values are looked at. */
function watched(): { rules: Ruleset; read: Set<string> } {
  const rules = structuredClone(ruleset);
  const read = new Set<string>();
  for (const [path, leaf] of leavesOf(rules.rules)) {
    const { value } = leaf;
    const get = () => {
      read.add(path.join('.'));
      return value;
    };
    Object.defineProperty(leaf, 'value', { get, enumerable: true });
  }
  return { rules, read };
}
const decidedBy = (...parts: Part[]) =>
  leavesOf(ruleset.rules)
    .map(([path]) => path.join('.'))
    .filter((rule) => partsOfRule(rule).some((part) => parts.includes(part)) && rule !== READ_BY_THE_CASE);
/** Taken off the ground of parcels before the core is given them. */
const READ_BY_THE_CASE = 'contiguity.edgeErrorMetres';

const park = [plot('1', 0, 0, 100, 100), plot('2', 112, 0, 100, 100), plot('3', 90, 150, 100, 100)];
const road = object('road', line([106, -50], [106, 300]), 'r');
const other = object('parcel', polygon(box(40, 110, 30, 30)), 'o');

describe('the table of what each rule decides names every rule that is looked at', () => {
  it('for the pieces of the ground', () => {
    const { rules, read } = watched();
    contiguity({ plots: park, between: [road, other], redLine: polygon(box(-10, -10, 130, 120)) }, rules);
    // The loose reading is given beside the verdict and decides nothing of it.
    read.delete('contiguity.looseGapMetres');
    expect([...read].sort()).toEqual(decidedBy('pieces').sort());
  });

  it('for the tests of the firms', () => {
    const { rules, read } = watched();
    const grades = [{ grade: 'technology' as const, from: '2024-01-01' }];
    const firms = [{ uscc: 'F1', name: 'firm', grades, outputCny: { '2024': 1 } }];
    titleVerdicts({ park, firms, asOf: '2025-06-30' }, 'contiguous', rules);
    expect([...read].sort()).toEqual(decidedBy('tests').sort());
  });

  it('for the plots beside a park', () => {
    const { rules, read } = watched();
    classifyLeftover({ park, plots: [plot('p', 0, 100, 40, 50), plot('q', 50, 100, 30, 30)], edges: [road] }, rules);
    const nothingDecided = [
      // Read with the settings of contiguity, which a plot's measures share, and passed over.
      ...['contiguity.looseGapMetres', 'contiguity.nearlyShare', 'contiguity.ownParcelShare'],
      // The sum of a project, and the mark beside a figure near its limit.
      ...['leftover.capShare', 'leftover.capCounted', 'leftover.capDenominator'],
      ...['measure.atLimitShare', 'measure.surveySquareMetres'],
    ];
    for (const rule of nothingDecided) read.delete(rule);
    expect([...read].sort()).toEqual(decidedBy('measures', 'classes').sort());
  });
});
