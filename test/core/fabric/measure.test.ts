import { describe, expect, it } from 'vitest';
import { ellipsoidalArea, muOf } from '../../../server/core/fabric/area';
import { openCityCrs } from '../../../server/core/fabric/city-crs';
import { distanceToGround, metresApart, separation } from '../../../server/core/fabric/distance';
import { type Part, partsOf } from '../../../server/core/fabric/fabric';
import { gapGround, meetsGap } from '../../../server/core/fabric/gap-ground';
import { commonGround, coveredGround, unionGround } from '../../../server/core/fabric/ground';
import { measureOverlap } from '../../../server/core/fabric/overlap';
import { type Path, shapeOfLines, shapeOfRings } from '../../../server/core/fabric/shape';
import { findOverlaps, unionArea } from '../../../server/core/fabric/union-area';
import { box, plot, ruleset } from '../drawing';

const overlap = { overlapSquareMetres: 0.5, overlapThicknessMetres: 0.1 };
const crs = openCityCrs(ruleset.rules.measure.cityCrs.value.proj4);
const shape = (...rings: Path[]) => shapeOfRings(rings);

describe('areas', () => {
  it.each([
    [117, 66_623.61],
    [120, 66_633.81],
  ])('a square of 258.1989 m drawn on central meridian %i', (meridian, squareMetres) => {
    const zone = openCityCrs(`+proj=tmerc +lat_0=0 +lon_0=${meridian} +k=1 +x_0=500000 +ellps=GRS80 +units=m +no_defs`);
    const [x, y] = zone.toMetres([118.6, 24.9]);
    const ring = [...box(x, y, 258.1989, 258.1989), [x, y] as const].map(zone.toDegrees);
    const [part] = partsOf({ id: 'a', geometry: { type: 'Polygon', coordinates: [ring] } }, crs);
    expect(ellipsoidalArea(part as Part)).toBeCloseTo(squareMetres, 2);
    if (meridian === 117) expect(muOf(ellipsoidalArea(part as Part))).toBeCloseTo(99.935, 3);
  });

  it('counts a union once, three deep and in slivers', () => {
    const parts = [
      plot('a', 0, 0, 100, 100),
      plot('b', 50, 0, 100, 100),
      plot('c', 75, 0, 10, 100),
      plot('d', 149.95, 0, 50, 100),
    ].flatMap((one) => partsOf(one, crs));
    expect(unionArea(parts, findOverlaps(parts, overlap))).toBeCloseTo(19_995, 0);
  });
});

describe('ground in common', () => {
  it.each([
    ['apart', box(20, 0, 10, 10), 0],
    ['touching', box(10, 0, 10, 10), 0],
    ['half', box(5, 0, 10, 10), 50],
    ['nested', box(2, 2, 3, 3), 9],
    ['identical', box(0, 0, 10, 10), 100],
    [
      'a diamond',
      [
        [5, -5],
        [15, 5],
        [5, 15],
        [-5, 5],
      ] as Path,
      100,
    ],
    [
      'a triangle across',
      [
        [0, 0],
        [20, 0],
        [0, 20],
      ] as Path,
      100,
    ],
  ])('%s', (_, other, squareMetres) => {
    expect(commonGround([shape(box(0, 0, 10, 10))], [shape(other)])).toBeCloseTo(squareMetres, 9);
  });

  it('tells who covers what', () => {
    const areas = coveredGround([[shape(box(0, 0, 10, 10))], [shape(box(5, 0, 10, 10)), shape(box(8, 0, 10, 10))]]);
    expect([...areas].map(Math.round)).toEqual([0, 50, 80, 50]);
  });

  it('leaves holes open', () => {
    expect(unionGround([shape(box(0, 0, 10, 10), box(4, 4, 2, 2))])).toBeCloseTo(96, 9);
  });

  it.each([
    ['0.101 m thick', box(9.899, 0, 10, 10), true],
    ['0.099 m thick', box(9.901, 0, 10, 10), false],
    ['under 0.5 m²', box(9.3, 9.3, 10, 10), false],
    ['just over 0.5 m²', box(9.29, 9.29, 10, 10), true],
    ['nested', box(3, 3, 1, 1), true],
    ['nested, under 0.5 m²', box(3, 3, 0.7, 0.7), false],
    ['identical', box(0, 0, 10, 10), true],
    [
      'a wedge that grows to 0.3 m',
      [
        [10, 0],
        [9.7, 10],
        [20, 10],
        [20, 0],
      ] as Path,
      true,
    ],
    [
      'an elbow of 5 cm',
      [
        [-5, -5],
        [15, -5],
        [15, 0.05],
        [0.05, 0.05],
        [0.05, 15],
        [-5, 15],
      ] as Path,
      false,
    ],
    [
      'an elbow of 20 cm',
      [
        [-5, -5],
        [15, -5],
        [15, 0.2],
        [0.2, 0.2],
        [0.2, 15],
        [-5, 15],
      ] as Path,
      true,
    ],
  ])('overlap: %s', (_, other, isOverlap) => {
    const a = shape(box(0, 0, 10, 10));
    expect(measureOverlap(a, shape(other), overlap).isOverlap).toBe(isOverlap);
    expect(measureOverlap(shape(other), a, overlap).isOverlap).toBe(isOverlap);
  });
});

describe('distances', () => {
  it.each([
    ['side by side', box(13, 0, 10, 10), 3],
    ['corner to corner', box(13, 14, 10, 10), 5],
    ['touching', box(10, 10, 10, 10), 0],
    ['nested', box(3, 3, 2, 2), 0],
  ])('%s', (_, other, metres) => {
    const a = shape(box(0, 0, 10, 10));
    const line = separation(a, shape(other));
    expect(line?.metres).toBeCloseTo(metres, 12);
    expect(
      Math.hypot((line?.to[0] ?? 0) - (line?.from[0] ?? 0), (line?.to[1] ?? 0) - (line?.from[1] ?? 0)),
    ).toBeCloseTo(metres, 6);
  });

  it('is Infinity beyond the distance asked for, and reached at exactly it', () => {
    const [a, b] = [shape(box(0, 0, 10, 10)), shape(box(13, 0, 10, 10))];
    expect(metresApart(a, b, 2.99)).toBe(Infinity);
    expect(metresApart(a, b, 3)).toBe(3);
    expect(separation(a, b, 2.99)).toBeNull();
  });
});

describe('the ground of a gap, against its definition', () => {
  const a = shape(box(0, 0, 100, 100));
  const b = shape(box(120, 30, 100, 100));
  const ground = gapGround([a], [b], 20.5);

  it('agrees with the sum of distances on a grid of small objects', () => {
    for (let x = 80; x <= 140; x += 1.7) {
      for (let y = 15; y <= 115; y += 2.3) {
        const sum = distanceToGround(x, y, a) + distanceToGround(x, y, b);
        const dot = shapeOfLines([
          [
            [x, y],
            [x + 0.001, y],
          ],
        ]);
        if (Math.abs(sum - 20.5) > 0.01) expect(meetsGap(dot, ground, false), `${x} ${y}`).toBe(sum <= 20.5);
      }
    }
  });

  it('is met by ground that covers it all', () => {
    expect(meetsGap(shape(box(-500, -500, 1000, 1000)), ground, true)).toBe(true);
  });
});
