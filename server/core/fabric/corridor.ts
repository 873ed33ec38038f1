import { type Path, type Shape, shapeOfRings } from './shape';

/**
 * The land a line corridor stands for: half the width to each side, ends cut square, outer sides of bends filled.
 * Answers overlapping pieces (count them as a union); none for a line without width.
 */
export function corridorLand(lines: readonly Path[], widthMetres: number): Shape[] {
  const half = widthMetres / 2;
  if (!(half > 0)) return [];
  return lines.flatMap((line) => {
    const sides = line.slice(1).map((to, i) => sideOf(line[i] as readonly [number, number], to, half));
    return sides.flatMap((side, i) => {
      if (!side) return [];
      const before = sides[i - 1];
      const bend = before ? bendOf(line[i] as readonly [number, number], before, side) : [];
      return [...bend, shapeOfRings([[side.leftStart, side.leftEnd, side.rightEnd, side.rightStart]])];
    });
  });
}

interface Side {
  leftStart: [number, number];
  leftEnd: [number, number];
  rightStart: [number, number];
  rightEnd: [number, number];
}

function sideOf([ax, ay]: readonly [number, number], [bx, by]: readonly [number, number], half: number): Side | null {
  const length = Math.hypot(bx - ax, by - ay);
  if (length === 0) return null;
  const nx = (-(by - ay) / length) * half;
  const ny = ((bx - ax) / length) * half;
  return {
    leftStart: [ax + nx, ay + ny],
    leftEnd: [bx + nx, by + ny],
    rightStart: [ax - nx, ay - ny],
    rightEnd: [bx - nx, by - ny],
  };
}

/** The wedge left open on the outer side of a bend. */
function bendOf(corner: readonly [number, number], before: Side, after: Side): Shape[] {
  const turn =
    (before.leftEnd[0] - corner[0]) * (after.leftStart[1] - corner[1]) -
    (before.leftEnd[1] - corner[1]) * (after.leftStart[0] - corner[0]);
  if (turn === 0) return [];
  const [from, to] = turn > 0 ? [before.rightEnd, after.rightStart] : [before.leftEnd, after.leftStart];
  return [shapeOfRings([[corner, from, to]])];
}
