import type { Outline } from './outline';

const MOST_WALLS = 8;
/** Directions this near to opposite are opposite. */
const OPPOSITE = 1e-9;

/**
 * What the walls of an outline nearest to a place are: how far each, which way lies straight away from it, and how far
 * one may go along it before its end. A lead that is let down at one place after another and keeps its arrays.
 */
export class Sounding {
  x = 0;
  y = 0;
  /** Metres to the nearest wall, negative outside. */
  depth = 0;
  private count = 0;
  private readonly metres = new Float64Array(MOST_WALLS);
  private readonly gx = new Float64Array(MOST_WALLS);
  private readonly gy = new Float64Array(MOST_WALLS);
  private readonly room = new Float64Array(MOST_WALLS);
  private readonly reach = new Float64Array(MOST_WALLS);
  private stepX = 0;
  private stepY = 0;

  constructor(private readonly outline: Outline) {}

  /** Takes the depth and the nearest walls at a place. */
  at(x: number, y: number): this {
    const { edges, juts } = this.outline;
    [this.x, this.y, this.count] = [x, y, 0];
    let inside = false;
    let least = Infinity;
    for (let i = 0; i < edges.length; i += 4) {
      const ay = edges[i + 1] as number;
      const by = edges[i + 3] as number;
      const ux = (edges[i + 2] as number) - (edges[i] as number);
      const uy = by - ay;
      const px = x - (edges[i] as number);
      const py = y - ay;
      if (ay > y !== by > y && px * uy < ux * py === uy > 0) inside = !inside;
      const squared = ux * ux + uy * uy;
      const along = (px * ux + py * uy) / squared;
      const share = Math.min(Math.max(along, 0), 1);
      const dx = px - ux * share;
      const dy = py - uy * share;
      const metres = Math.sqrt(dx * dx + dy * dy);
      if (metres < least) least = metres;
      // A corner is taken with the edge that starts there, and stands for itself only where it juts out.
      if (along > 1 || (along < 0 && juts[i / 4] === 0) || metres === 0) continue;
      this.keep(metres, dx / metres, dy / metres, along < 0 ? 0 : Math.min(share, 1 - share) * Math.sqrt(squared));
    }
    this.depth = inside ? least : -least;
    return this;
  }

  /** No depth within a rectangle round the place is larger than this; looked into no further once it is `enough` or less. */
  bound(halfX: number, halfY: number, enough: number): number {
    const { depth, count, metres, gx, gy, room, reach } = this;
    if (depth < 0 || count === 0) return depth + Math.hypot(halfX, halfY);
    const nearestX = Math.abs(gx[0] as number) * (metres[0] as number);
    const nearestY = Math.abs(gy[0] as number) * (metres[0] as number);
    const single = Math.hypot(nearestX + halfX, nearestY + halfY);
    if (single <= enough) return single;
    let beyond = 0;
    for (let i = 0; i < count; i++) {
      const ax = Math.abs(gx[i] as number);
      const ay = Math.abs(gy[i] as number);
      const ahead = (metres[i] as number) - ax * halfX - ay * halfY;
      const slide = Math.max(0, ay * halfX + ax * halfY - (room[i] as number));
      if (ahead < 0) beyond = Math.max(beyond, Math.hypot(ahead, slide));
      reach[i] = (metres[i] as number) + (ahead > slide / 2 ? (slide * slide) / (2 * ahead) : slide);
    }
    return Math.min(single, Math.max(beyond, this.between(reach, halfX, halfY)));
  }

  /** The room that the walls, taken for endless ones, leave for a circle; Infinity where they do not close it in. */
  roomMetres(): number {
    return this.between(this.metres, Number.MAX_VALUE, Number.MAX_VALUE);
  }

  /** The step to where there is room, once that has been asked for; away from the nearest wall where nothing closes in. */
  step(roomMetres: number): readonly [dx: number, dy: number] {
    if (roomMetres < Infinity) return [this.stepX, this.stepY];
    return [(this.gx[0] as number) * this.depth, (this.gy[0] as number) * this.depth];
  }

  private keep(metres: number, gx: number, gy: number, room: number): void {
    let at = this.count;
    if (at === MOST_WALLS) {
      if (metres >= (this.metres[at - 1] as number)) return;
      at--;
    } else this.count++;
    for (; at > 0 && (this.metres[at - 1] as number) > metres; at--) {
      this.metres[at] = this.metres[at - 1] as number;
      this.gx[at] = this.gx[at - 1] as number;
      this.gy[at] = this.gy[at - 1] as number;
      this.room[at] = this.room[at - 1] as number;
    }
    this.metres[at] = metres;
    this.gx[at] = gx;
    this.gy[at] = gy;
    this.room[at] = room;
  }

  /**
   * The least room that two or three of the walls leave between them. Of walls whose directions hold each other in
   * balance the weighted mean of the distances stays the same wherever one goes, so that no place is deeper than it;
   * two that nearly do are held to a rectangle.
   */
  private between(metres: Float64Array, halfX: number, halfY: number): number {
    const { count, gx, gy } = this;
    let least = Infinity;
    for (let i = 0; i < count; i++) {
      const ax = gx[i] as number;
      const ay = gy[i] as number;
      const am = metres[i] as number;
      for (let j = i + 1; j < count; j++) {
        const bx = gx[j] as number;
        const by = gy[j] as number;
        const bm = metres[j] as number;
        if (ax * bx + ay * by < 0) {
          const drift = drifting(Math.abs(ax + bx), Math.abs(ay + by), halfX, halfY);
          if ((am + bm) / 2 + drift < least) {
            least = (am + bm) / 2 + drift;
            this.stepX = (ax * (bm - am)) / 2;
            this.stepY = (ay * (bm - am)) / 2;
          }
        }
        const ab = ax * by - ay * bx;
        for (let k = j + 1; k < count; k++) {
          const cx = gx[k] as number;
          const cy = gy[k] as number;
          const bc = bx * cy - by * cx;
          const ca = cx * ay - cy * ax;
          if (!((ab >= 0 && bc >= 0 && ca >= 0) || (ab <= 0 && bc <= 0 && ca <= 0))) continue;
          const whole = ab + bc + ca;
          const cm = metres[k] as number;
          const balanced = (bc * am + ca * bm + ab * cm) / whole;
          if (!(balanced < least) || Math.abs(whole) < OPPOSITE) continue;
          least = balanced;
          this.stepX = ((bm - am) * (ay - cy) - (cm - am) * (ay - by)) / whole;
          this.stepY = ((cm - am) * (ax - bx) - (bm - am) * (ax - cx)) / whole;
        }
      }
    }
    return least;
  }
}

function drifting(sumX: number, sumY: number, halfX: number, halfY: number): number {
  return sumX + sumY < OPPOSITE ? 0 : (sumX * halfX + sumY * halfY) / 2;
}
