import { describe, expect, it } from 'vitest';
import { cutDashes } from '../../../client/panels/park/cutDashes';
import { mendOf, problemGaps, stepGap } from '../../../client/panels/park/gapSteps';
import { pieceLetter, placeParts } from '../../../client/panels/park/pieceOf';
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

describe('stepping through gaps', () => {
  const gaps = [gap(true), gap(null), gap(false), gap(true)];
  it('stops at those not bridged or not known, and goes round', () => {
    expect(problemGaps(gaps)).toEqual([1, 2]);
    expect(stepGap(gaps, null, 1)).toBe(1);
    expect(stepGap(gaps, 1, 1)).toBe(2);
    expect(stepGap(gaps, 2, 1)).toBe(1);
    expect(stepGap(gaps, null, -1)).toBe(2);
    expect(stepGap([gap(true)], null, 1)).toBeNull();
  });
});

describe('what would mend a gap', () => {
  it.each([
    ['a bridged gap', gap(true), 'nothing'],
    ['a barrier, however narrow', gap(false, 5, [{ kind: 'railway' }]), 'barrier'],
    ['wider than the tolerance', gap(false, 60), 'tooWide'],
    ['contents not known', gap(null, 10), 'lookAtSite'],
    ['another party’s plot', gap(false, 10, [{ kind: 'parcel', id: '7' }]), 'takeInParcel'],
  ])('%s', (_, one, mend) => expect(mendOf(one, 50)).toBe(mend));
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
  const read = (one: TitleTest) => readLimit(one, formatOf('zh'), (count) => `${count} 家`);
  it('shows as many digits as it takes to differ', () => {
    const { value, limit } = read(test('output-share', 0.199998, 0.2));
    expect(value).toBe('19.9998 %');
    expect(limit).not.toBe(value);
  });
  it('never turns unknown into a figure', () => {
    expect(read(test('output-share', null, 0.2)).value).toBeNull();
    expect(read(test('contiguity', null, 'contiguous')).value).toBeNull();
  });
  it('counts firms', () => expect(read(test('specialized-count', 3, 4))).toEqual({ value: '3 家', limit: '4 家' }));
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
    expect(whyApart([held(false, 'river', 'road'), held(false, 'river', 'parcel')])).toEqual({
      kinds: ['river', 'parcel'],
      unknown: false,
    }));
  it('leaves out what a bridged gap holds', () =>
    expect(whyApart([held(true, 'river'), held(null)])).toEqual({ kinds: [], unknown: true }));
});
