import type { Areal } from '../../../data/contract/geojson';
import type { LeftoverKind } from '../../../data/contract/vocabulary';
import type { Surrounding } from '../../../server/core/pieces/surroundings';
import { box, corners, line, polygon, road } from './drawn';

/** A plot drawn beside a park, and the class that a planner gives it. */
export interface Drawn {
  name: string;
  park: Areal[];
  plot: Areal;
  edges?: Surrounding[];
  kind: LeftoverKind;
  wouldBe?: LeftoverKind;
}

export const block = box(0, 0, 200, 100);
export const verge = box(40, 100, 80, 15);
export const roadBehind = road(12, [-200, 121], [400, 121]);
const teethPark = [
  polygon([
    [0, 0],
    [120, 0],
    [120, 60],
    [100, 60],
    [100, 40],
    [80, 40],
    [80, 60],
    [60, 60],
    [60, 40],
    [40, 40],
    [40, 60],
    [20, 60],
    [20, 40],
    [0, 40],
  ]),
];
const teethPlot = polygon([
  [40, 40],
  [60, 40],
  [60, 60],
  [80, 60],
  [80, 40],
  [100, 40],
  [100, 75],
  [40, 75],
]);
export const ring = [box(-60, -60, 160, 48), box(-60, 52, 160, 48), box(-60, -12, 48, 64), box(52, -12, 48, 64)];
export const streets = [
  road(12, [-12, -6], [52, -6]),
  road(12, [-12, 46], [52, 46]),
  road(12, [-6, -12], [-6, 52]),
  road(12, [46, -12], [46, 52]),
];

/** One of each class, and what is easily taken for it. */
export const drawn: Drawn[] = [
  { name: 'a verge cut off by a road', park: [block], plot: verge, edges: [roadBehind], kind: 'corner' },
  {
    name: 'a verge cut off by a planning edge',
    park: [block],
    plot: verge,
    edges: [{ id: 'e', kind: 'planning-edge', geometry: line([-10, 115], [300, 115]) }],
    kind: 'corner',
  },
  { name: 'a verge with no layer loaded', park: [block], plot: verge, kind: 'unknown' },
  { name: 'a verge where nothing is known to be behind', park: [block], plot: verge, edges: [], kind: 'manual' },
  { name: 'a plot ringed by park streets', park: ring, plot: box(0, 0, 40, 40), edges: streets, kind: 'enclosed' },
  {
    name: 'a plot in a hole of the park',
    park: [polygon(corners(0, 0, 200, 200), corners(80, 80, 40, 40))],
    plot: box(80, 80, 40, 40),
    kind: 'enclosed',
  },
  {
    name: 'a plot with park on three sides',
    park: [box(0, 0, 100, 30), box(0, 30, 30, 40), box(70, 30, 30, 40)],
    plot: box(30, 30, 40, 40),
    kind: 'enclosed',
  },
  {
    name: 'a plot between two rows of park',
    park: [box(0, 0, 100, 40), box(0, 60, 100, 40)],
    plot: box(20, 40, 60, 20),
    kind: 'enclosed',
  },
  { name: 'teeth', park: teethPark, plot: teethPlot, kind: 'scattered' },
  { name: 'touching at a corner', park: [block], plot: box(200, 100, 30, 30), edges: [], kind: 'manual' },
  { name: 'across a field', park: [block], plot: box(0, 120, 30, 30), edges: [], kind: 'not-adjacent' },
  {
    name: 'across a street of the park',
    park: [block],
    plot: box(40, 112, 30, 30),
    edges: [road(12, [0, 106], [200, 106])],
    kind: 'manual',
  },
  {
    name: 'across an expressway',
    park: [block],
    plot: box(40, 112, 30, 30),
    edges: [{ ...road(12, [0, 106], [200, 106]), kind: 'expressway' }],
    kind: 'not-adjacent',
  },
  {
    name: 'a large verge',
    park: [block],
    plot: box(0, 100, 200, 15),
    edges: [roadBehind],
    kind: 'too-large',
    wouldBe: 'corner',
  },
  {
    name: 'a large plot in a hole',
    park: [polygon(corners(0, 0, 300, 300), corners(80, 80, 60, 60))],
    plot: box(80, 80, 60, 60),
    kind: 'too-large',
    wouldBe: 'enclosed',
  },
];
