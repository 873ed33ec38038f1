/** Area of a ring in its plane, whichever way it runs; reckoned about its first point, so that eight-digit eastings lose nothing. */
export function ringArea(ring: readonly (readonly number[])[]): number {
  const [x0 = 0, y0 = 0] = ring[0] ?? [];
  let twice = 0;
  for (let n = 1; n < ring.length; n++) {
    const [ax, ay] = ring[n - 1] as readonly [number, number];
    const [bx, by] = ring[n] as readonly [number, number];
    twice += (ax - x0) * (by - y0) - (bx - x0) * (ay - y0);
  }
  return Math.abs(twice) / 2;
}
