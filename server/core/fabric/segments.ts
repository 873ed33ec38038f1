/** Squared distance from a point to a segment. */
export function pointToSegmentSquared(px: number, py: number, ax: number, ay: number, bx: number, by: number): number {
  return runSquared(px - ax, py - ay, bx - ax, by - ay);
}

/** Squared distance to a segment from a point given as seen from the segment's start, as its run is. */
export function runSquared(x: number, y: number, runX: number, runY: number): number {
  const t = alongRun(x, y, runX, runY);
  const dx = x - runX * t;
  const dy = y - runY * t;
  return dx * dx + dy * dy;
}

/** Where on a segment, from 0 to 1, the point nearest to another lies; both as seen from the segment's start. */
export function alongRun(x: number, y: number, runX: number, runY: number): number {
  const squared = runX * runX + runY * runY;
  if (squared === 0) return 0;
  const t = (x * runX + y * runY) / squared;
  return t < 0 ? 0 : Math.min(t, 1);
}

/** Whether segments ab and cd have a point in common, as far as doubles can tell. */
export function segmentsCross(
  ax: number,
  ay: number,
  bx: number,
  by: number,
  cx: number,
  cy: number,
  dx: number,
  dy: number,
): boolean {
  const abc = (bx - ax) * (cy - ay) - (by - ay) * (cx - ax);
  const abd = (bx - ax) * (dy - ay) - (by - ay) * (dx - ax);
  if (abc > 0 === abd > 0 && abc !== 0 && abd !== 0) return false;
  const cda = (dx - cx) * (ay - cy) - (dy - cy) * (ax - cx);
  const cdb = (dx - cx) * (by - cy) - (dy - cy) * (bx - cx);
  if (cda > 0 === cdb > 0 && cda !== 0 && cdb !== 0) return false;
  return abc !== 0 || abd !== 0 || cda !== 0 || cdb !== 0;
}

/** Whether edge i of one flat array and edge j of another have a point in common. */
export function edgesCross(ea: Float64Array, i: number, eb: Float64Array, j: number): boolean {
  return segmentsCross(
    ea[i] as number,
    ea[i + 1] as number,
    ea[i + 2] as number,
    ea[i + 3] as number,
    eb[j] as number,
    eb[j + 1] as number,
    eb[j + 2] as number,
    eb[j + 3] as number,
  );
}

/** The point in which the lines through ab and cd meet, as a share of ab; null where they are parallel. */
export function crossingShare(
  ax: number,
  ay: number,
  bx: number,
  by: number,
  cx: number,
  cy: number,
  dx: number,
  dy: number,
): number | null {
  const across = (bx - ax) * (dy - cy) - (by - ay) * (dx - cx);
  if (across === 0) return null;
  return ((cx - ax) * (dy - cy) - (cy - ay) * (dx - cx)) / across;
}
