import { beforeAll, describe, expect, it } from 'vitest';
import type { Part, PlotInput } from '../../../server/core/fabric/fabric';
import { boxesMeet } from '../../../server/core/fabric/shape';
import { contiguitySettings } from '../../../server/core/pieces/settings';
import type { Surrounding } from '../../../server/core/pieces/surroundings';
import { read, ruleset } from '../drawing';
import { cadastre, cadastreWindow, lay, madeFabric, named } from './fabrics';
import { type Engine, openEngine } from './geos-engine';
import { liesInGap } from './geos-gap';
import { type Joined, joinStrictly, type Read, readPart } from './geos-reading';
import { type Counts, counted, everyPair, groupsOf, type Pair } from './groups-of';

const { settings } = contiguitySettings(ruleset);
/** Widths this near to a tolerance, in metres, may fall either way. */
const tieMetres = 1e-4;

let engine: Engine;
beforeAll(async () => {
  engine = await openEngine([500_000, 2_750_000]);
});

interface Reading {
  readonly strict: Counts;
  readonly normal: Counts;
  readonly loose: Counts;
  readonly pairs: number;
  readonly borderline: number;
}

/** Reads pieces with GEOS alone; other people's plots keep gaps open where they lie in them. */
function readWithGeos(parts: readonly Part[], others: readonly Part[]): Reading {
  const shapes = parts.map((part) => readPart(engine, part));
  const strict = everyPair(shapes, (a, b) =>
    boxesMeet(a.part.box, b.part.box, settings.snapMetres + 0.01) ? joinStrictly(engine, a, b, settings) : null,
  );
  const pieces = groupsOf(shapes, strict, false);
  const apart = (a: readonly Read[], b: readonly Read[]): number =>
    Math.min(...a.flatMap((one) => b.map((other) => metresApart(one, other))));
  const bridge = (a: readonly Read[], b: readonly Read[]): Joined => {
    const metres = apart(a, b);
    const width = within(metres, settings.maxGapMetres);
    if (width === 'no' || metres <= settings.snapMetres) return width;
    const [ofA, ofB] = [a.map(({ part }) => part), b.map(({ part }) => part)];
    const held = others.map((other) => liesInGap(engine, other, ofA, ofB, metres + settings.snapMetres));
    if (held.includes('yes')) return 'no';
    return held.includes('borderline') ? 'borderline' : width;
  };
  const normal = everyPair(pieces, bridge);
  const loose = everyPair(pieces, (a, b) => within(apart(a, b), settings.looseGapMetres));
  for (const { geometry, segments } of shapes) engine.free(geometry, ...segments.map(({ line }) => line));
  return {
    strict: counted(shapes, strict),
    normal: counted(pieces, normal),
    loose: counted(pieces, loose),
    pairs: strict.length,
    borderline: [...strict, ...normal].filter(([, , joined]: Pair) => joined === 'borderline').length,
  };
}

/** The distance of two parts, or infinity where their boxes tell that it is beyond every tolerance. */
function metresApart(a: Read, b: Read): number {
  return boxesMeet(a.part.box, b.part.box, settings.looseGapMetres + 1)
    ? engine.distance(a.geometry, b.geometry)
    : Infinity;
}

function within(metres: number, limit: number): Joined {
  if (Math.abs(metres - limit) < tieMetres) return 'borderline';
  return metres < limit ? 'yes' : 'no';
}

const between = (others: readonly PlotInput[]): Surrounding[] =>
  others.map(({ id, geometry }) => ({ kind: 'parcel', id, geometry }));

/** Holds our pieces of one window against those that GEOS finds. */
function compare(plots: readonly PlotInput[], others: readonly PlotInput[]): Reading {
  const theirs = readWithGeos(lay(plots), lay(others));
  const { readings } = read([...plots], { between: between(others) });
  const isStrictClear = theirs.strict.fewest === theirs.strict.most;
  for (const name of ['strict', 'normal', 'loose'] as const) {
    const { fewest, most } = theirs[name];
    const found = readings[name].pieces.length;
    const said = `${name}: ours ${found}, GEOS ${fewest} to ${most}`;
    expect(found, said).toBeLessThanOrEqual(most);
    // Where strict pieces are in doubt, GEOS counts gaps between more of them, which may hold more.
    if (isStrictClear || name === 'strict') expect(found, said).toBeGreaterThanOrEqual(fewest);
  }
  return theirs;
}

/** Pairs too near a limit to tell must stay rare, or the comparison would say nothing. */
function expectFewDoubts(found: readonly Reading[]): void {
  const pairs = found.reduce((sum, reading) => sum + reading.pairs, 0);
  const borderline = found.reduce((sum, reading) => sum + reading.borderline, 0);
  expect(pairs).toBeGreaterThan(200);
  expect(borderline / pairs).toBeLessThan(0.03);
}

describe('pieces are those of an engine that shares no line with ours', () => {
  it.skipIf(cadastre.length === 0)(named('over windows of a cadastre, whole and thinned'), () => {
    const found = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((seed) =>
      compare(cadastreWindow(seed, 70, seed % 2 ? 1 : 0.7).plots, []),
    );
    expectFewDoubts(found);
    expect(found.some(({ strict }) => strict.most > 5)).toBe(true);
  });

  it.skipIf(cadastre.length === 0)(named('with other people’s plots between'), () => {
    const found = [11, 12, 13, 14, 15, 16].map((seed) => {
      const { plots, others } = cadastreWindow(seed, 40, 0.6);
      return compare(plots, others);
    });
    expectFewDoubts(found);
    expect(found.some(({ normal, loose }) => normal.most > loose.most)).toBe(true);
  });

  it('over made fabrics with jitter, T-junctions, streets, holes and copies', () => {
    const making = { columns: 8, rows: 6, holes: 0.2, cuts: 0.3, copies: 0.05 };
    const found = [0, 0.02, 0.05, 0.1, 0.3, 0.45].map((jitterMetres, i) =>
      compare(madeFabric({ ...making, seed: 20 + i, jitterMetres, turnDegrees: i * 13 }), []),
    );
    expectFewDoubts(found);
  });
});
