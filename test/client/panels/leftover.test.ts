import { describe, expect, it } from 'vitest';
import { whyInk } from '../../../client/map/palette';
import { readLine, writeLine } from '../../../client/panels/leftover/line';
import { figureOf, limitOf, MEASURES, meets, pictureOf } from '../../../client/panels/leftover/measures';
import { countRuled, stepNotRuled } from '../../../client/panels/leftover/round';
import { holds, roomAround } from '../../../client/panels/leftover/showPlot';
import { circleRound, cut, dash, lengthMetres, middleOf } from '../../../client/panels/leftover/strokes';
import { boxOfPicture, makePicture, STROKES } from '../../../client/panels/leftover/whyPicture';
import { leftoverQueryOf } from '../../../client/panels/list/useLeftoverRows';
import { contrast } from '../../../client/style/contrast';
import type { LeftoverRow, Position, WhyAnswer } from '../../../data/contract';
import rules from '../../../data/rules/plan-2023-2025.json';

const east = (metres: number): Position => [118.6 + metres / (111_320 * Math.cos((24.9 * Math.PI) / 180)), 24.9];
const line = [east(0), east(40), east(100)];

describe('strokes along a line', () => {
  it('measures and cuts by metres', () => {
    expect(lengthMetres(line)).toBeCloseTo(100, 3);
    expect(lengthMetres(cut(line, 30, 50))).toBeCloseTo(20, 3);
    expect(cut(line, 30, 50)).toHaveLength(3);
  });
  it('begins and ends where the line does, and keeps a short line whole', () => {
    const strokes = dash([line], 8, 4);
    expect(strokes[0]?.[0]).toEqual(line[0]);
    expect(strokes.at(-1)?.at(-1)?.[0]).toBeCloseTo(line[2]?.[0] ?? 0, 9);
    expect(strokes.length).toBeGreaterThan(6);
    expect(dash([[east(0), east(1)]], 8, 4)).toHaveLength(1);
  });
  it('puts a label half way along the longest line', () =>
    expect(middleOf([[east(0), east(5)], line])?.[0]).toBeCloseTo(east(50)[0] ?? 0, 6));
  it('has no middle of nothing', () => expect(middleOf([])).toBeNull());
  it('closes a circle of the right size', () => {
    const ring = circleRound(east(0), 100);
    expect(ring.at(-1)?.[0]).toBeCloseTo(ring[0]?.[0] ?? 0, 9);
    expect(lengthMetres(ring)).toBeCloseTo(2 * Math.PI * 100, -1);
  });
});

const ring: [number, number][] = [
  [118.6, 24.9],
  [118.601, 24.9],
  [118.601, 24.901],
  [118.6, 24.9],
];
const why: WhyAnswer = {
  finding: {
    plot: '1',
    kind: 'corner',
    areaSquareMetres: 1000,
    areaMu: 1.5,
    atLimit: false,
    wouldBe: null,
    measures: {
      contactShare: 0.4,
      contactRuns: 2,
      edgeShare: 0.35,
      enclosure: 0.6,
      parkIntoPlot: 0.02,
      plotIntoPark: 0.4,
      inscribedWidthMetres: 18,
      compactness: 0.6,
    },
    because: [],
    missing: [],
  },
  parameters: { cornerSum: { value: 0.7, origin: 'assumption' } },
  perimeterMetres: 140,
  contact: {
    metres: 56,
    runs: [
      { metres: 40, lines: [[ring[0] ?? [0, 0], ring[1] ?? [0, 0]]] },
      { metres: 16, lines: [[ring[1] ?? [0, 0], ring[2] ?? [0, 0]]] },
    ],
    short: { metres: 0, lines: [] },
  },
  edge: {
    metres: 49,
    along: [{ id: 'r1', kind: 'road', metres: 49, lines: [[ring[2] ?? [0, 0], ring[3] ?? [0, 0]]] }],
  },
  rest: { metres: 35, lines: [[ring[0] ?? [0, 0], ring[2] ?? [0, 0]]] },
  plotHull: { type: 'Polygon', coordinates: [ring] },
  parkInPlotHull: null,
  parkHull: null,
  plotInParkHull: { type: 'MultiPolygon', coordinates: [[ring]] },
  fan: {
    from: { type: 'Point', coordinates: [118.6005, 24.9005] },
    radiusMetres: 100,
    met: [[0, 216]],
    sectors: { type: 'MultiPolygon', coordinates: [[ring]] },
  },
  inscribed: {
    centre: { type: 'Point', coordinates: [118.6005, 24.9005] },
    radiusMetres: 9,
    circle: { type: 'Polygon', coordinates: [ring] },
  },
  takenIn: null,
};
const words = {
  metres: (n: number) => `${Math.round(n)} m`,
  share: (n: number) => `${Math.round(n * 100)} %`,
  along: (kind: string | null, n: number) => `${kind} ${Math.round(n)}`,
};

describe('what a measure was taken from', () => {
  it('draws contact and edge together where nothing is asked for, numbered and named', () => {
    const picture = makePicture(why, pictureOf(null), words);
    expect(picture.labels.map(({ text }) => text)).toEqual(['road 49', '1 · 40 m', '2 · 16 m']);
    expect(new Set(picture.lines.map(({ part }) => part))).toEqual(new Set(['rest', 'edge', 'contact']));
  });
  it('draws something for every measure, even where the plot has no such ground', () => {
    for (const { name, picture } of MEASURES) {
      const drawn = makePicture(why, picture, words);
      expect(boxOfPicture(drawn), name).not.toBeNull();
    }
  });
  it('fills the directions that are met, rings the view and dots the place it is seen from', () => {
    const fan = makePicture(why, 'fan', words);
    expect(fan.grounds).toHaveLength(1);
    expect(fan.dots).toEqual([why.fan.from.coordinates]);
    expect(fan.labels[0]?.text).toBe('60 %');
  });
  it('does not name a sliver of an edge', () => {
    const sliver = { id: 'r2', kind: 'road' as const, metres: 0.3, lines: why.rest.lines };
    const slivers = { ...why, edge: { metres: 49.3, along: [...why.edge.along, sliver] } };
    expect(makePicture(slivers, 'edge', words).labels.map(({ text }) => text)).toEqual(['road 49']);
  });
  it('stacks labels whose places lie near to each other', () => {
    const near = { ...why, perimeterMetres: 4000 };
    expect(makePicture(near, 'contact', words).labels.map(({ height }) => height)).toEqual([0, 1]);
    expect(makePicture(why, 'boundary', words).labels.map(({ height }) => height)).toEqual([0, 0, 0]);
  });
  it('keeps contact and edge apart without their colours too', () => {
    expect(STROKES.contact).not.toBe(STROKES.edge);
    expect(STROKES.edge).not.toBe(STROKES.rest);
    for (const inks of Object.values(whyInk)) expect(contrast(inks.contact, inks.edge)).toBeGreaterThan(1.3);
  });
});

describe('limits', () => {
  it('names only rules that the ruleset has', () => {
    const known = Object.keys(rules.rules.leftover);
    for (const { rules: names } of MEASURES) for (const name of names) expect(known).toContain(name);
  });
  it('takes a figure drawn to the limit for the limit', () => {
    expect(meets(0.7 - 1e-9, 'at-least', 0.7)).toBe(true);
    expect(meets(0.7 - 1e-9, 'below', 0.7)).toBe(false);
    expect(meets(0.7, 'above', 0.7)).toBe(false);
    expect(meets(0.69, 'at-least', 0.7)).toBe(false);
  });
  it('reads a limit by its name with or without its group', () => {
    expect(limitOf(why.parameters, 'cornerSum')?.value).toBe(0.7);
    expect(limitOf({ 'leftover.cornerSum': { value: 0.6, origin: 'assumption' } }, 'cornerSum')?.value).toBe(0.6);
  });
  it('sums contact and edge', () => expect(figureOf(why.finding.measures, 'boundary')).toBeCloseTo(0.75));
});

describe('a round of rulings', () => {
  const row = (id: string, ruled: boolean) => ({
    parcel: { id },
    ruling: ruled ? ({} as LeftoverRow['ruling']) : null,
  });
  const rows = [row('1', true), row('2', false), row('3', true), row('4', false)];
  it('steps over what is ruled on, round both ends', () => {
    expect(stepNotRuled(rows, '2', 1)?.parcel.id).toBe('4');
    expect(stepNotRuled(rows, '4', 1)?.parcel.id).toBe('2');
    expect(stepNotRuled(rows, '1', -1)?.parcel.id).toBe('4');
    expect(stepNotRuled(rows, null, 1)?.parcel.id).toBe('2');
    expect(stepNotRuled(rows, null, -1)?.parcel.id).toBe('4');
  });
  it('never leads back to the plot that is shown', () => {
    expect(stepNotRuled([row('1', false)], '1', 1)).toBeNull();
    expect(stepNotRuled([], null, 1)).toBeNull();
  });
  it('counts', () => expect(countRuled(rows)).toBe(2));
});

describe('the window of a plot', () => {
  it('has room on every side, and holds the plot', () => {
    const box: [number, number, number, number] = [118.6, 24.9, 118.601, 24.902];
    expect(holds(roomAround(box), box)).toBe(true);
    expect(holds(box, roomAround(box))).toBe(false);
    expect(holds([118.6005, 24, 119, 25], box)).toBe(false);
  });
});

describe('the open line of the card', () => {
  it('goes into the address and back', () => {
    expect(readLine(writeLine('enclosure', '12'))).toEqual({ open: 'enclosure', park: '12' });
    expect(readLine('rule@7')).toEqual({ open: 'rule', park: '7' });
  });
  it('is none where it is not known', () => {
    expect(readLine('contiguity')).toBeNull();
    expect(readLine(null)).toBeNull();
  });
});

describe('the question to the server', () => {
  const filter = (held: Record<string, string>) => ({ get: (name: string) => held[name] });
  it('carries every part of the filter, and the unit of the scope', () =>
    expect(
      leftoverQueryOf(filter({ kind: 'corner', tenure: 'state', minMu: '0.5', maxMu: '3', ruled: 'none' }), [
        'licheng',
      ]),
    ).toEqual({ kind: 'corner', tenure: 'state', minMu: 0.5, maxMu: 3, ruled: 'none', unit: 'licheng' }));
  it('leaves out what is not understood', () =>
    expect(leftoverQueryOf(filter({ minMu: 'x', ruled: 'maybe' }), ['a', 'b'])).toEqual({}));
});
