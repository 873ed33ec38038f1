import type { Bbox, Position } from '../../data/contract';

/** The box of some positions, in degrees. */
export function boxAround(positions: readonly Position[]): Bbox {
  const box: Bbox = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x = 0, y = 0] of positions) {
    box[0] = Math.min(box[0], x);
    box[1] = Math.min(box[1], y);
    box[2] = Math.max(box[2], x);
    box[3] = Math.max(box[3], y);
  }
  return box;
}

/** The box that holds several boxes, or null when there are none. */
export function boxOfBoxes(boxes: readonly Bbox[]): Bbox | null {
  if (boxes.length === 0) return null;
  return boxAround(
    boxes.flatMap(([west, south, east, north]) => [
      [west, south],
      [east, north],
    ]),
  );
}
