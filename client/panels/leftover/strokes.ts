import type { Position } from '../../../data/contract';

type Line = readonly Position[];
const METRES_OF_DEGREE = 111_320;
const CIRCLE_STEPS = 72;

/** Metres between two places of one neighbourhood, close enough to place strokes on a map by. */
function metresBetween([ax = 0, ay = 0]: Position, [bx = 0, by = 0]: Position): number {
  const east = (bx - ax) * Math.cos((ay * Math.PI) / 180);
  return Math.hypot(east, by - ay) * METRES_OF_DEGREE;
}

const between = ([ax = 0, ay = 0]: Position, [bx = 0, by = 0]: Position, share: number): Position => [
  ax + (bx - ax) * share,
  ay + (by - ay) * share,
];

export const lengthMetres = (line: Line): number =>
  line.slice(1).reduce((sum, to, i) => sum + metresBetween(line[i] ?? to, to), 0);

/** The part of a line from one distance along it to another, in metres. */
export function cut(line: Line, from: number, to: number): Position[] {
  const part: Position[] = [];
  let walked = 0;
  for (const [i, b] of line.slice(1).entries()) {
    const a = line[i] ?? b;
    const length = metresBetween(a, b);
    const at = (metres: number) => between(a, b, (metres - walked) / length);
    if (length > 0 && walked + length > from && walked < to) {
      if (part.length === 0) part.push(at(Math.max(from, walked)));
      part.push(walked + length >= to ? at(to) : b);
    }
    walked += length;
  }
  return part;
}

/** Cuts lines into strokes of one length with room between; a line shorter than a stroke stays whole. */
export function dash(lines: readonly Line[], strokeMetres: number, roomMetres: number): Position[][] {
  return lines.flatMap((line) => {
    const whole = lengthMetres(line);
    const count = Math.max(1, Math.round((whole + roomMetres) / (strokeMetres + roomMetres)));
    const stretch = whole / (count * strokeMetres + (count - 1) * roomMetres);
    const step = (strokeMetres + roomMetres) * stretch;
    return Array.from({ length: count }, (_, i) => cut(line, i * step, i * step + strokeMetres * stretch)).filter(
      (stroke) => stroke.length > 1,
    );
  });
}

/** The place half way along the longest of some lines; null where there is none. */
export function middleOf(lines: readonly Line[]): Position | null {
  const longest = lines.reduce<Line>((best, line) => (lengthMetres(line) > lengthMetres(best) ? line : best), []);
  const half = lengthMetres(longest) / 2;
  return cut(longest, half, half + 0.01)[0] ?? longest[0] ?? null;
}

/** A circle round a place as a closed ring. */
export function circleRound([lon = 0, lat = 0]: Position, radiusMetres: number): Position[] {
  const north = radiusMetres / METRES_OF_DEGREE;
  const east = north / Math.cos((lat * Math.PI) / 180);
  return Array.from({ length: CIRCLE_STEPS + 1 }, (_, i) => {
    const angle = (i / CIRCLE_STEPS) * Math.PI * 2;
    return [lon + Math.cos(angle) * east, lat + Math.sin(angle) * north];
  });
}
