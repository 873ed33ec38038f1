import { describe, expect, it } from 'vitest';
import { cutDashes } from '../../../client/panels/park/cutDashes';
import { pieceLetter, placeParts } from '../../../client/panels/park/pieceOf';
import { gapStates, listProblems, mendOf, stepProblem } from '../../../client/panels/park/problems';
import { readLimit } from '../../../client/panels/park/readLimit';
import { whyApart } from '../../../client/panels/park/whyApart';
import { formatOf } from '../../../client/text/format';
import type { Gap, Piece, Polygon, Position, TitleTest } from '../../../data/contract';

const gap = (bridged: boolean | null, widthMetres = 10, holds: Gap['holds'] = []): Gap => ({
  from: '1',
  to: '2',
  widthMetres,
  line: {
    type: 'LineString',
    coordinates: [
      [0, 0],
      [0, 1],
    ],
  },
  holds,
  bridged,
});
const square = (x: number, y = 0): Position[] => [
  [x, y],
  [x + 1e-4, y],
  [x + 1e-4, y + 1e-4],
  [x, y + 1e-4],
  [x, y],
];
const plot = (id: string, ...at: number[]) =>
  at.length === 1
    ? { id, geometry: { type: 'Polygon', coordinates: [square(at[0] ?? 0)] } satisfies Polygon }
    : { id, geometry: { type: 'MultiPolygon' as const, coordinates: at.map((x) => [square(x)]) } };
const piece = (...plots: string[]): Piece => ({ plots, areaSquareMetres: 1, areaMu: 1, share: 0.5 });

/** Gaps named by width, between pieces of one plot each unless said otherwise. */
function read(gaps: readonly Gap[], ...pieces: string[][]) {
  const reading = { verdict: 'separate' as const, pieces: pieces.map((plots) => piece(...plots)) };
  return { gaps: [...gaps], readings: { strict: reading, normal: reading, loose: reading }, faults: [] };
}
const between = (from: string, to: string, one: Gap): Gap => ({ ...one, from, to });

describe('the problems of a park', () => {
  const gaps = [gap(true, 1), gap(null, 2), gap(false, 3), gap(true, 4)];
  const problems = listProblems(read(gaps, ['1'], ['2']));
  const keys = problems.map(({ key }) => key);
  const at = (place: number) => ({ key: keys[place] ?? '', place });

  it('are the gaps in the way and then the faults', () => {
    const fault = { code: 'overlap', plots: ['1', '2'], areaSquareMetres: 3 };
    const found = listProblems({ ...read(gaps, ['1'], ['2']), faults: [fault] });
    expect(found.map(({ kind }) => kind)).toEqual(['gap', 'gap', 'fault']);
  });
  it('leave out a gap whose sides join round about', () => {
    const contiguity = read([between('1', '3', gap(false, 9))], ['1', '2', '3']);
    expect(listProblems(contiguity)).toEqual([]);
    expect([...gapStates(contiguity).values()]).toEqual(['aside']);
  });
  it('keep a gap at a plot whose parts stand in several pieces', () =>
    expect(listProblems(read([between('1', '3', gap(false, 9))], ['1', '3'], ['3']))).toHaveLength(1));
  it('are stepped through round and round', () => {
    expect(stepProblem(problems, null, 1)).toEqual(at(0));
    expect(stepProblem(problems, at(0), 1)).toEqual(at(1));
    expect(stepProblem(problems, at(1), 1)).toEqual(at(0));
    expect(stepProblem(problems, null, -1)).toEqual(at(1));
    expect(stepProblem([], null, 1)).toBeNull();
  });
  it('go on from where a mended one stood', () => {
    const left = problems.slice(1);
    expect(stepProblem(left, at(0), 1)?.key).toBe(keys[1]);
    expect(stepProblem(left, at(0), -1)?.key).toBe(keys[1]);
  });
});

describe('what would mend a gap', () => {
  const parcel = { kind: 'parcel', id: '7' } as const;
  it.each([
    ['nothing asked of a bridged gap', gap(true), { rule: null, takeIn: [], beyond: null }],
    [
      'a decision on a barrier, unless the record is wrong',
      gap(false, 5, [{ kind: 'railway' }, parcel]),
      { rule: 'possible', takeIn: [], beyond: 'barrier' },
    ],
    ['a wider tolerance', gap(false, 60, [parcel]), { rule: null, takeIn: [], beyond: 'tooWide' }],
    ['a ruling where its contents are not known', gap(null, 10), { rule: 'asked', takeIn: [], beyond: null }],
    [
      'the plot of another in it, named once',
      gap(false, 10, [parcel, { kind: 'road', id: 'corridor-3' }, parcel]),
      { rule: 'possible', takeIn: ['7'], beyond: null },
    ],
  ])('%s', (_, one, mend) => expect(mendOf(one, 50)).toEqual(mend));
});

describe('placing parts in pieces', () => {
  it('puts each plot in the piece that names it', () => {
    const parts = placeParts([plot('1', 0), plot('2', 1)], [piece('1'), piece('2')]);
    expect(parts.map((part) => part.piece)).toEqual([0, 1]);
  });
  it('puts the parts of one plot in different pieces by the ground beside them', () => {
    const members = [plot('1', 0), plot('2', 0.01), plot('3', 0.0001, 0.0101)];
    const parts = placeParts(members, [piece('1', '3'), piece('2', '3')]);
    expect(parts.map((part) => part.piece)).toEqual([0, 1, 0, 1]);
  });
  it('leaves a plot that no piece names without one', () => {
    expect(placeParts([plot('9', 0)], [piece('1')])[0]?.piece).toBeNull();
  });
  it('letters pieces on beyond Z', () => {
    expect([0, 25, 26, 51, 52].map(pieceLetter)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA']);
  });
});

describe('dashes', () => {
  it('begin and end where the line does', () => {
    const dashes = cutDashes([
      [0, 0],
      [9, 0],
    ]);
    expect(dashes).toHaveLength(5);
    expect(dashes[0]?.[0]).toEqual([0, 0]);
    expect(dashes[4]?.[1]).toEqual([9, 0]);
  });
});

describe('a measured value beside its limit', () => {
  const test = (id: TitleTest['id'], value: TitleTest['value'], limit: TitleTest['limit']): TitleTest => ({
    id,
    value,
    limit,
    verdict: 'unknown',
    missing: [],
    clause: { document: 'd', article: 'a' },
    origin: 'policy',
    notes: [],
  });
  const shown = (one: TitleTest) => readLimit(one, formatOf('zh'), (count) => `${count} 家`);
  it('shows as many digits as it takes to differ', () => {
    const { value, limit } = shown(test('output-share', 0.199998, 0.2));
    expect(value).toBe('19.9998 %');
    expect(limit).not.toBe(value);
  });
  it('never turns unknown into a figure', () => {
    expect(shown(test('output-share', null, 0.2)).value).toBeNull();
    expect(shown(test('contiguity', null, 'contiguous')).value).toBeNull();
  });
  it('counts firms', () => expect(shown(test('specialized-count', 3, 4))).toEqual({ value: '3 家', limit: '4 家' }));
});

describe('why no tolerance helps', () => {
  const held = (bridged: boolean | null, ...kinds: Gap['holds'][number]['kind'][]): Gap => ({
    from: 'a',
    to: 'b',
    widthMetres: 5,
    line: { type: 'LineString', coordinates: [] },
    holds: kinds.map((kind) => ({ kind })),
    bridged,
  });
  it('names each barrier and plot once, and nothing that does not part', () =>
    expect(whyApart(read([held(false, 'river', 'road'), held(false, 'river', 'parcel')], ['a'], ['b']))).toEqual({
      kinds: ['river', 'parcel'],
      unknown: false,
    }));
  it('leaves out what a bridged gap holds', () =>
    expect(whyApart(read([held(true, 'river'), { ...held(null), widthMetres: 6 }], ['a'], ['b']))).toEqual({
      kinds: [],
      unknown: true,
    }));
});
