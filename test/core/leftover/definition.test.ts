import { intersect } from '@turf/intersect';
import { union } from '@turf/union';
import { describe, expect, test } from 'vitest';
import type { MultiPolygon, Polygon } from '../../../data/contract/geojson';
import { isInside } from '../../../server/core/fabric/distance';
import { planarArea, shapeOfRings } from '../../../server/core/fabric/shape';
import { findLeftover } from '../../../server/core/leftover';
import { heartOf } from '../../../server/core/leftover/heart';
import { hullOf } from '../../../server/core/leftover/hull';
import { box, findOne, type Pair, road, ruleset } from './drawn';
import { inputOf, randomScene, type Scene } from './scenes';

/**
 * The measures once more, straight from their definitions: points thrown along the boundary, rays thrown all around,
 * ground united and cut by another library.
 */
type Rings = readonly (readonly Pair[])[];
type Ground = Polygon | MultiPolygon;
const snapMetres = ruleset.rules.contiguity.snapMetres.value;
const sine = Math.sin((ruleset.rules.contiguity.parallelDegrees.value * Math.PI) / 180);
const STEP_METRES = 0.02;

/** The land that the park takes in inside its red line, cut off where the plot begins. */
function takenIn({ plot, roads, redLine }: Scene): Ground[] {
  const land = redLine
    ? roads.map(({ widthMetres, path: [from = [0, 0], to = [0, 0]] }) => {
        const half = widthMetres / 2;
        return asGround([
          [from[0], from[1] - half],
          [to[0], to[1] - half],
          [to[0], to[1] + half],
          [from[0], from[1] + half],
        ]);
      })
    : [];
  return land.flatMap((one) => cut(one, asGround(redLine ?? [])) ?? []).flatMap((one) => less(one, plot) ?? []);
}

function groundOf(scene: Scene): Ground {
  return united([...scene.park.map(asGround), ...takenIn(scene)]);
}

/** The pieces that touch the plot: cells side by side are one, and those along a road that is taken in. */
function groundInContact(scene: Scene): Ground | null {
  const { cells, place, park, redLine } = scene;
  const isBeside = ([a, b]: Pair, [c, d]: Pair) => Math.abs(a - c) + Math.abs(b - d) === 1;
  const onRoad = (cell: Pair) => redLine !== null && cell[1] === 0;
  const reached = new Set(cells.filter((cell) => isBeside(cell, place)));
  let tied = onRoad(place);
  for (let size = -1; size !== reached.size; ) {
    size = reached.size;
    tied ||= [...reached].some(onRoad);
    for (const cell of cells)
      if ([...reached].some((other) => isBeside(cell, other)) || (tied && onRoad(cell))) reached.add(cell);
  }
  const some = [...park.filter((_, i) => reached.has(cells[i] as Pair)).map(asGround), ...(tied ? takenIn(scene) : [])];
  return some.length > 0 ? united(some) : null;
}

const scenes = Array.from({ length: 25 }, (_, seed) => ({ seed, scene: randomScene(seed) }));

describe.each(scenes)('scene $seed', ({ scene }) => {
  const [finding] = findLeftover(inputOf(scene), ruleset);
  if (!finding) throw new Error('one finding per plot');
  const { measures } = finding;
  const park = ringsOf(groundOf(scene));
  const parkShapes = park.map((rings) => shapeOfRings(rings));
  const plot = shapeOfRings([scene.plot]);
  const area = planarArea([scene.plot]);
  const radius = Math.max(100, 3 * Math.sqrt(area));
  const [spot = [0, 0] as const] = heartOf([plot], ruleset.rules.leftover.viewpointShare.value).spots;

  test('contact: the boundary within snap of a nearly parallel stretch of the park’s, on the outer side', () => {
    let [metres, contact, edge] = [0, 0, 0];
    for (const [x, y, ux, uy] of along(scene.plot)) {
      metres += STEP_METRES;
      const outside: Pair = isInside(x - uy * 0.01, y + ux * 0.01, plot) ? [uy, -ux] : [-uy, ux];
      const isContact =
        park.flat().some((ring) => runsBeside(x, y, ux, uy, ring)) &&
        parkShapes.some((shape) => isInside(x + outside[0] * 0.51, y + outside[1] * 0.51, shape));
      const onRoad = scene.roads.some(
        ({ widthMetres, path: [from = [0, 0]] }) => Math.abs(y - from[1]) < widthMetres / 2 + snapMetres,
      );
      if (isContact) contact += STEP_METRES;
      else if (onRoad) edge += STEP_METRES;
    }
    expect(Math.abs(contact / metres - measures.contactShare)).toBeLessThan(0.01);
    expect(Math.abs(edge / metres - measures.edgeShare)).toBeLessThan(0.01);
  });

  test('enclosure: the directions in which a ray meets the park', () => {
    const rays = 3600;
    let met = 0;
    for (let ray = 0; ray < rays; ray++) {
      const angle = ((ray + 0.5) * 2 * Math.PI) / rays;
      if (park.flat().some((ring) => rayMeets(spot, Math.cos(angle), Math.sin(angle), radius, ring))) met++;
    }
    expect(Math.abs(met / rays - measures.enclosure)).toBeLessThan(0.003);
  });

  test('park into plot: the plot’s hull on the park', () => {
    const common = cut(asGround(hullOf(scene.plot)), groundOf(scene));
    expect(measures.parkIntoPlot).toBeCloseTo(areaOf(common) / area, 5);
  });

  test('plot into park: the hull of the pieces in contact, as far as they lie within the radius', () => {
    const circle = Array.from({ length: 1440 }, (_, i): Pair => {
      const angle = (i * Math.PI) / 720;
      return [spot[0] + radius * Math.cos(angle), spot[1] + radius * Math.sin(angle)];
    });
    const ground = groundInContact(scene);
    const near = ground && cut(ground, asGround(circle));
    const hull = near ? hullOf(ringsOf(near).flat(2)) : [];
    const share = hull.length < 3 ? 0 : areaOf(cut(asGround(scene.plot), asGround(hull))) / area;
    expect(measures.plotIntoPark).toBeCloseTo(share, 3);
  });
});

/** Points along a ring, each with the direction of its edge. */
function* along(ring: readonly Pair[]): Generator<[x: number, y: number, ux: number, uy: number]> {
  for (const [i, [ax, ay]] of ring.entries()) {
    const [bx, by] = ring[(i + 1) % ring.length] as Pair;
    const length = Math.hypot(bx - ax, by - ay);
    const [ux, uy] = [(bx - ax) / length, (by - ay) / length];
    for (let at = STEP_METRES / 2; at < length; at += STEP_METRES) yield [ax + ux * at, ay + uy * at, ux, uy];
  }
}

/** Whether an edge of a ring runs within snap of a point, nearly parallel to a direction there. */
function runsBeside(x: number, y: number, ux: number, uy: number, ring: readonly Pair[]): boolean {
  return ring.some(([ax, ay], i) => {
    const [bx, by] = ring[(i + 1) % ring.length] as Pair;
    const length = Math.hypot(bx - ax, by - ay);
    if (length < 1e-9) return false;
    const [vx, vy] = [(bx - ax) / length, (by - ay) / length];
    const foot = (x - ax) * vx + (y - ay) * vy;
    const off = Math.abs((x - ax) * vy - (y - ay) * vx);
    return Math.abs(ux * vy - uy * vx) <= sine && foot >= 0 && foot <= length && off <= snapMetres;
  });
}

/** Whether a ray meets an edge of a ring within some metres. */
function rayMeets([x, y]: Pair, dx: number, dy: number, metres: number, ring: readonly Pair[]): boolean {
  return ring.some(([ax, ay], i) => {
    const [bx, by] = ring[(i + 1) % ring.length] as Pair;
    const across = dx * (by - ay) - dy * (bx - ax);
    const far = ((ax - x) * (by - ay) - (ay - y) * (bx - ax)) / across;
    const share = ((ax - x) * dy - (ay - y) * dx) / across;
    return far >= 0 && far <= metres && share >= 0 && share <= 1;
  });
}

function asGround(ring: readonly Pair[]): Polygon {
  return { type: 'Polygon', coordinates: [[...ring, ring[0] as Pair].map(([x, y]) => [x, y])] };
}

function cut(a: Ground, b: Ground): Ground | null {
  return intersect({ type: 'FeatureCollection', features: [featureOf(a), featureOf(b)] })?.geometry ?? null;
}

function united(grounds: readonly Ground[]): Ground {
  const [first] = grounds;
  if (grounds.length < 2) return first as Ground;
  return union({ type: 'FeatureCollection', features: grounds.map(featureOf) })?.geometry as Ground;
}

/** Ground without a ring: what it covers of a frame with the ring cut out. */
function less(ground: Ground, ring: readonly Pair[]): Ground | null {
  const frame = asGround([
    [-500, -500],
    [900, -500],
    [900, 900],
    [-500, 900],
  ]);
  return cut(ground, { type: 'Polygon', coordinates: [...frame.coordinates, ...asGround(ring).coordinates] });
}

function featureOf<G extends Ground>(geometry: G) {
  return { type: 'Feature', properties: null, geometry } as const;
}

function ringsOf(ground: Ground): Rings[] {
  const polygons = ground.type === 'Polygon' ? [ground.coordinates] : ground.coordinates;
  return polygons.map((rings) => rings.map((ring) => ring.slice(0, -1).map(([x = 0, y = 0]): Pair => [x, y])));
}

function areaOf(ground: Ground | null): number {
  return ground ? ringsOf(ground).reduce((sum, rings) => sum + planarArea(rings), 0) : 0;
}

describe('what the words of the definitions settle', () => {
  const block = box(0, 0, 200, 100);

  test('on a park’s own ground the park is met all around, however far its edges are', () => {
    const { measures } = findOne([box(-400, -400, 800, 800)], box(-15, -15, 30, 30), []);
    expect(measures.enclosure).toBe(1);
  });

  test('a road that the red line runs along, and does not take in, is an edge and not the park', () => {
    const input = {
      park: [{ id: 'k', geometry: block }],
      plots: [{ id: 'p', geometry: box(40, 100, 80, 15) }],
      edges: [road(12, [-200, 121], [400, 121])],
      redLine: box(0, 0, 200, 115.1),
    };
    const [finding] = findLeftover(input, ruleset);
    expect(finding?.kind).toBe('corner');
    expect(finding?.measures.contactShare).toBeCloseTo(80 / 190, 3);
  });

  test('contact with a street ends where the street ends, with nothing added', () => {
    const streets = [road(12, [60, 106], [100, 106])];
    const { measures } = findOne([block, box(0, 0, 1, 1)], box(40, 112, 100, 20), streets);
    expect(measures.contactShare).toBeCloseTo(40 / 240, 3);
  });

  test('a street whose assumed width reaches over a plot is still what the plot stands at', () => {
    const input = {
      park: [{ id: 'k', geometry: block }],
      plots: [{ id: 'p', geometry: box(40, 110, 60, 30) }],
      edges: [road(24, [-50, 106], [250, 106])],
      redLine: box(-20, -20, 240, 180),
    };
    const [finding] = findLeftover(input, ruleset);
    // The near side, and 8 m of each side wall that the street's land lies beyond.
    expect(finding?.measures.contactShare).toBeCloseTo((60 + 2 * 8) / 180, 3);
    expect(finding?.measures.parkIntoPlot).toBeCloseTo(0, 6);
  });

  test('a barrier told in steps of a hand’s breadth keeps a gap as shut as one told in a stroke', () => {
    const steps = Array.from({ length: 1001 }, (_, i): Pair => [-50 + i * 0.3, 104]);
    const barrier = (path: Pair[]) => ({ ...road(0, ...path), kind: 'county-boundary' as const });
    const street = road(6, [0, 109], [200, 109]);
    const plot = box(40, 112, 30, 30);
    const stroke: Pair[] = [
      [-50, 104],
      [250, 104],
    ];
    expect(findOne([block], plot, [street]).kind).not.toBe('not-adjacent');
    expect(findOne([block], plot, [street, barrier(stroke)]).kind).toBe('not-adjacent');
    expect(findOne([block], plot, [street, barrier(steps)]).kind).toBe('not-adjacent');
  });
});
