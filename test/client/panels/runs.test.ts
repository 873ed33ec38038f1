import { describe, expect, it } from 'vitest';
import { readAddress } from '../../../client/address/codec';
import { scopeAtHand } from '../../../client/panels/runs/scopeAtHand';
import { withRun } from '../../../client/panels/runs/useRuns';
import type { Run } from '../../../data/contract';

const run = (id: string, phase: Run['phase'], parksDone = 0): Run => ({
  id,
  scope: 'city',
  ruleset: 'r',
  actor: 'x',
  at: '2026-11-23T00:00:00Z',
  startedAt: null,
  finishedAt: null,
  phase,
  progress: { parksDone, parksOf: 10, plotsDone: 0, plotsPerSecond: null, secondsLeft: null },
  outcome: null,
  error: null,
});

describe('searches under way', () => {
  it('take the news of one in its place, let a new one join, and an ended one leave', () => {
    const rows = [run('a', 'running', 1), run('b', 'waiting')];
    expect(withRun(rows, run('a', 'running', 5))[0]?.progress.parksDone).toBe(5);
    expect(withRun(rows, run('c', 'waiting')).map(({ id }) => id)).toEqual(['c', 'a', 'b']);
    for (const phase of ['done', 'failed', 'cancelled'] as const)
      expect(withRun(rows, run('a', phase)).map(({ id }) => id)).toEqual(['b']);
  });
});

describe('where a search looks unless told otherwise', () => {
  it.each([
    ['', 'city'],
    ['?scope=unit/licheng', 'unit/licheng'],
    ['?scope=belt/coastal', 'city'],
    ['?scope=unit/licheng&pick=park/12', 'park/12'],
    ['?f.park=7&pick=park/12', 'park/7'],
    ['?pick=leftover/3', 'city'],
  ])('%s', (address, scope) => expect(scopeAtHand(readAddress(address))).toBe(scope));
});
