import { perimeterMetres, type Shape } from '../../fabric/shape';
import type { Spot } from '../hull';
import { ringsOf } from '../plane/rings';
import { backFrom, type Outline, outlineOf } from './outline';
import { Sounding } from './sounding';

/** A circle within a plot. */
export interface Circle {
  readonly spot: Spot;
  readonly radiusMetres: number;
}

/** Of two places where the largest circle fits all but this share of its radius either may be found. */
const RADIUS_PRECISION = 5e-4;
/** A circle has grown out when the walls leave it less than this share of its radius. */
const ARRIVED = 1e-11;
const MOST_STEPS = 40;
const SHORTEST_STEP = 1 / 300;
/** Reached only by outlines that hold next to no ground. */
const MOST_CELLS = 100_000;

/**
 * The largest circle that fits into a part. The part's box along its longest edge is divided until no rectangle can
 * hold a larger circle than the one found. The walls nearest to a rectangle's middle bound what it can hold, and from
 * there a circle is grown until three walls hold it, so that few rectangles are looked at and the radius is exact.
 */
export function largestCircle(part: Shape): Circle {
  const { outline, exact } = outlinesOf(part);
  const [west, south, east, north] = outline.box;
  const cells = [[(west + east) / 2, (south + north) / 2, (east - west) / 2, (north - south) / 2] as const];
  const lead = new Sounding(outline);
  let best = { x: 0, y: 0, depth: 0 };
  // Wide rectangles come first, since the list grows while it is gone through.
  for (const [x, y, halfX, halfY] of cells) {
    if (cells.length > MOST_CELLS) break;
    const enough = best.depth * (1 + RADIUS_PRECISION);
    const bound = lead.at(x, y).bound(halfX, halfY, enough);
    if (bound <= enough) continue;
    best = growFrom(lead, best);
    if (bound <= best.depth * (1 + RADIUS_PRECISION)) continue;
    if (halfX > halfY) cells.push([x - halfX / 2, y, halfX / 2, halfY], [x + halfX / 2, y, halfX / 2, halfY]);
    else cells.push([x, y - halfY / 2, halfX, halfY / 2], [x, y + halfY / 2, halfX, halfY / 2]);
  }
  const { x, y, depth } = growFrom(new Sounding(exact).at(best.x, best.y), { x: best.x, y: best.y, depth: 0 });
  return { spot: backFrom(exact, x, y), radiusMetres: depth };
}

interface Place {
  readonly x: number;
  readonly y: number;
  readonly depth: number;
}

/** Goes from where a lead is to where the circle round it can grow no more, while it may outgrow the best one found. */
function growFrom(lead: Sounding, known: Place): Place {
  let here: Place = { x: lead.x, y: lead.y, depth: lead.depth };
  for (let steps = 0; steps < MOST_STEPS && here.depth > 0; steps++) {
    const roomMetres = lead.roomMetres();
    if (roomMetres <= Math.max(known.depth, here.depth * (1 + ARRIVED))) break;
    const [dx, dy] = lead.step(roomMetres);
    let share = 1;
    while (share > SHORTEST_STEP && lead.at(here.x + dx * share, here.y + dy * share).depth <= here.depth) share /= 4;
    if (lead.depth <= here.depth) break;
    here = { x: lead.x, y: lead.y, depth: lead.depth };
  }
  return here.depth > known.depth ? here : known;
}

/** The outline as it is, and one a little straightened to search in; no circle in a part is smaller than area by perimeter. */
function outlinesOf(part: Shape): { exact: Outline; outline: Outline } {
  const ground = ringsOf(part).reduce(
    (sum, { squareMetres }, place) => sum + Math.abs(squareMetres) * (place === 0 ? 1 : -1),
    0,
  );
  const leastRadius = ground / perimeterMetres(part);
  return { exact: outlineOf(part, 0), outline: outlineOf(part, leastRadius * RADIUS_PRECISION) };
}
