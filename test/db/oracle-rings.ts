import type { Areal } from '../../data/contract/geojson';
import { at, polygon } from '../core/drawing';

type Point = readonly [number, number];

const square: Point[] = [
  [0, 0],
  [100, 0],
  [100, 100],
  [0, 100],
];
const boxAt = (x: number, y: number, size: number): Point[] => [
  [x, y],
  [x + size, y],
  [x + size, y + size],
  [x, y + size],
];
/** A star whose rays cross where `step` of `corners` share no factor. */
const star = (corners: number, step: number): Point[] =>
  Array.from({ length: corners }, (_, n) => [
    50 + 50 * Math.sin((2 * Math.PI * n * step) / corners),
    50 + 50 * Math.cos((2 * Math.PI * n * step) / corners),
  ]);
/** Teeth of a comb, deep and a metre apart, which do not touch. */
const comb: Point[] = [
  [0, 0],
  [100, 0],
  ...Array.from({ length: 20 }, (_, n): Point[] => [
    [100 - 5 * n, 60],
    [100 - 5 * n - 4, 60],
    [100 - 5 * n - 4, 1],
    [100 - 5 * n - 5, 1],
  ]).flat(),
];

/** Outlines that come back to a corner of their own: to make a hole, to cross themselves, to make an island. */
const holed: Point[] = [
  [0, 0],
  [30, 60],
  [60, 30],
  [0, 0],
  [100, 0],
  [100, 100],
  [0, 100],
];
const crossed: Point[] = [
  [0, 0],
  [60, 30],
  [30, 60],
  [0, 0],
  [100, 0],
  [100, 100],
  [0, 100],
];
const hanging: Point[] = [
  [0, 0],
  [100, 0],
  [100, 100],
  [50, 50],
  [60, 80],
  [50, 90],
  [50, 50],
  [0, 100],
];
const onMeridian: Areal = {
  type: 'Polygon',
  coordinates: [
    [
      [118.6, 24.9],
      [118.6, 24.91],
      [118.6, 24.92],
      [118.6, 24.9],
    ],
  ],
};

/** Rings in metres, good and bad; `judged` is the core's verdict where it knowingly differs from PostGIS. */
export const rings: { name: string; valid: boolean; judged?: boolean; geometry: Areal }[] = [
  { name: 'a square', valid: true, geometry: polygon(square) },
  { name: 'a square the other way round', valid: true, geometry: polygon([...square].reverse()) },
  { name: 'a vertex within an edge', valid: true, geometry: polygon([[0, 0], [40, 0], ...square.slice(1)]) },
  { name: 'a vertex given twice', valid: true, geometry: polygon([[0, 0], [0, 0], ...square.slice(1)]) },
  { name: 'a comb', valid: true, geometry: polygon(comb) },
  { name: 'a pentagon', valid: true, geometry: polygon(star(5, 1)) },
  { name: 'a pentagram', valid: false, geometry: polygon(star(5, 2)) },
  { name: 'a star of seven that crosses deep inside', valid: false, geometry: polygon(star(7, 3)) },
  { name: 'a hole', valid: true, geometry: polygon(square, boxAt(40, 40, 20)) },
  {
    name: 'two holes that touch at a corner',
    valid: true,
    geometry: polygon(square, boxAt(20, 20, 20), boxAt(40, 40, 20)),
  },
  { name: 'two holes that cross', valid: false, geometry: polygon(square, boxAt(20, 20, 30), boxAt(40, 40, 30)) },
  { name: 'a hole within a hole', valid: false, geometry: polygon(square, boxAt(20, 20, 60), boxAt(40, 40, 20)) },
  { name: 'the same hole twice', valid: false, geometry: polygon(square, boxAt(40, 40, 20), boxAt(40, 40, 20)) },
  { name: 'a hole across the outline', valid: false, geometry: polygon(square, boxAt(90, 40, 20)) },
  { name: 'a hole outside', valid: false, geometry: polygon(square, boxAt(200, 40, 20)) },
  { name: 'a hole as large as its ground', valid: false, geometry: polygon(square, square) },
  {
    name: 'a bow-tie',
    valid: false,
    geometry: polygon([
      [0, 0],
      [100, 100],
      [100, 0],
      [0, 100],
    ]),
  },
  {
    name: 'a bow-tie knotted at a vertex',
    valid: false,
    geometry: polygon([
      [0, 0],
      [50, 50],
      [100, 100],
      [100, 0],
      [50, 50],
      [0, 100],
    ]),
  },
  {
    name: 'an edge a millimetre across another',
    valid: false,
    geometry: polygon([
      [0, 0],
      [100, 0],
      [100, 100],
      [50, -0.001],
      [0, 100],
    ]),
  },
  {
    name: 'a vertex a millimetre short of an edge',
    valid: true,
    geometry: polygon([
      [0, 0],
      [100, 0],
      [100, 100],
      [50, 0.001],
      [0, 100],
    ]),
  },
  {
    name: 'a spike out',
    valid: false,
    geometry: polygon([
      [0, 0],
      [100, 0],
      [100, 100],
      [200, 100],
      [100, 100],
      [0, 100],
    ]),
  },
  {
    name: 'a spike in',
    valid: false,
    geometry: polygon([
      [0, 0],
      [100, 0],
      [100, 100],
      [50, 100],
      [50, 50],
      [50, 100],
      [0, 100],
    ]),
  },
  { name: 'no ground', valid: false, geometry: onMeridian },
  { name: 'an outline that touches itself and so makes a hole', valid: true, geometry: polygon(holed) },
  { name: 'an outline that crosses itself in a corner of its own', valid: false, geometry: polygon(crossed) },
  { name: 'an island that hangs by a corner', valid: false, judged: true, geometry: polygon(hanging) },
  { name: 'wound round twice', valid: false, geometry: polygon([...square, ...square]) },
  { name: 'parts apart', valid: true, geometry: parts(square, boxAt(200, 0, 50)) },
  { name: 'parts that touch at a corner', valid: true, geometry: parts(square, boxAt(100, 100, 50)) },
];

function parts(...outlines: Point[][]): Areal {
  return { type: 'MultiPolygon', coordinates: outlines.map((outline) => [[...outline, outline[0] as Point].map(at)]) };
}
