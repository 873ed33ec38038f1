import { type Bend, bendLine, bendRing, lengthOf } from './bend';
import type { Point } from './cell';
import type { CityCorridor, LonLat } from './city';
import type { District } from './district';
import type { Cut } from './ground';

type ToLonLat = (point: Point) => LonLat;
const pieceMetres = 140;
const barriers = new Set(['river', 'railway', 'expressway']);

/** The corridors of a district as a road office would hold them: centrelines in pieces, each with the width found there. */
export function drawCorridors(
  district: District,
  bend: Bend,
  toLonLat: ToLonLat,
  isLand: (point: Point) => boolean,
): CityCorridor[] {
  const known = district.recipe.surveyed ? district.cuts : district.cuts.filter((cut) => cut.widthMetres >= 19);
  const drawn = known.flatMap((cut) =>
    cut.kind === 'green-belt'
      ? [drawBelt(cut, bend, toLonLat)]
      : piecesOf(carriedOn(cut, district, bend, isLand)).map((piece) => drawPiece(cut, piece, bend, toLonLat)),
  );
  const edges = district.planningEdges.map((edge): CityCorridor => {
    const coordinates = bendLine(edge, bend).map(toLonLat);
    return { kind: 'planning-edge', widthMetres: null, geometry: { type: 'LineString', coordinates } };
  });
  return [...drawn, ...edges];
}

/** A river, an expressway or a main road does not end with the district: it runs on where there is land. */
function carriedOn(cut: Cut, district: District, bend: Bend, isLand: (point: Point) => boolean): Cut {
  const long = barriers.has(cut.kind);
  if (!long && (cut.kind !== 'road' || cut.widthMetres < 24)) return cut;
  const length = lengthOf(cut.from, cut.to);
  const along: Point = [(cut.to[0] - cut.from[0]) / length, (cut.to[1] - cut.from[1]) / length];
  const on = (from: Point, sign: number): Point => {
    if (!isOnRim(district.boundary, from)) return from;
    const reach =
      (long ? [1400, 900, 500] : [420, 200]).find((metres) => isLand(bend(step(from, along, sign * metres)))) ?? 0;
    return step(from, along, sign * reach);
  };
  return { ...cut, from: on(cut.from, -1), to: on(cut.to, 1) };
}

/** Whether a point lies on the district's edge, to the metre. */
function isOnRim(boundary: readonly Point[], point: Point): boolean {
  return boundary.some((from, i) => {
    const to = boundary[(i + 1) % boundary.length] as Point;
    return lengthOf(from, point) + lengthOf(point, to) - lengthOf(from, to) < 0.01;
  });
}

const step = (from: Point, along: Point, metres: number): Point => [
  from[0] + along[0] * metres,
  from[1] + along[1] * metres,
];

function piecesOf(cut: Cut): [Point, Point][] {
  const count = Math.max(1, Math.round(lengthOf(cut.from, cut.to) / pieceMetres));
  const at = (share: number): Point => [
    cut.from[0] + (cut.to[0] - cut.from[0]) * share,
    cut.from[1] + (cut.to[1] - cut.from[1]) * share,
  ];
  return Array.from({ length: count }, (_, i) => [at(i / count), at((i + 1) / count)]);
}

const acrossOf = ({ from, to }: Cut): Point => {
  const length = lengthOf(from, to);
  return [-(to[1] - from[1]) / length, (to[0] - from[0]) / length];
};

function drawPiece(cut: Cut, [from, to]: [Point, Point], bend: Bend, toLonLat: ToLonLat): CityCorridor {
  const half: Point = [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2];
  const across = acrossOf(cut);
  const along: Point = [-across[1], across[0]];
  const [left, right] = [step(half, across, cut.widthMetres / 2), step(half, across, -cut.widthMetres / 2)].map(
    bend,
  ) as [Point, Point];
  const [ahead, behind] = [bend(step(half, along, 1)), bend(step(half, along, -1))];
  const length = lengthOf(ahead, behind);
  const widthMetres =
    Math.abs((left[0] - right[0]) * (ahead[1] - behind[1]) - (left[1] - right[1]) * (ahead[0] - behind[0])) / length;
  const coordinates = bendLine([from, to], bend).map(toLonLat);
  return {
    kind: cut.kind,
    widthMetres: Math.round(widthMetres * 10) / 10,
    geometry: { type: 'LineString', coordinates },
  };
}

function drawBelt(cut: Cut, bend: Bend, toLonLat: ToLonLat): CityCorridor {
  const across = acrossOf(cut);
  const half = cut.widthMetres / 2;
  const ring = [
    step(cut.from, across, -half),
    step(cut.to, across, -half),
    step(cut.to, across, half),
    step(cut.from, across, half),
  ];
  const bent = bendRing(ring, bend).map(toLonLat);
  return {
    kind: 'green-belt',
    widthMetres: null,
    geometry: { type: 'Polygon', coordinates: [[...bent, bent[0] as LonLat]] },
  };
}
