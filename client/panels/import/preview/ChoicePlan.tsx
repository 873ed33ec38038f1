import type { Bbox } from '../../../../data/contract';

const WIDE = 56;
const HIGH = 40;
/** The plan shows the extent with as much ground again around it; what lies beyond stands at its edge. */
const ROOM = 1;
const LEAST = 4;

/** A plan of a few pixels: the planning extent as a frame, and where the file would fall. */
export function ChoicePlan({ extent, bbox }: { extent: Bbox; bbox: Bbox | null }) {
  const [west, south, east, north] = extent;
  const [wide, high] = [(east - west) * (1 + 2 * ROOM), (north - south) * (1 + 2 * ROOM)];
  const x = (lon: number) => clamp(((lon - west) / wide + ROOM / (1 + 2 * ROOM)) * WIDE, WIDE);
  const y = (lat: number) => clamp(((north - lat) / high + ROOM / (1 + 2 * ROOM)) * HIGH, HIGH);
  const frame = { x: x(west), y: y(north), width: x(east) - x(west), height: y(south) - y(north) };
  return (
    <svg className="import-plan" width={WIDE} height={HIGH} viewBox={`0 0 ${WIDE} ${HIGH}`} aria-hidden="true">
      <rect {...frame} className="import-plan-extent" />
      {bbox && <rect {...spot(x(bbox[0]), y(bbox[3]), x(bbox[2]), y(bbox[1]))} className="import-plan-file" />}
    </svg>
  );
}

const clamp = (value: number, most: number) => Math.max(0, Math.min(most, value));

/** A box large enough to be seen, kept within the plan. */
function spot(left: number, top: number, right: number, bottom: number) {
  const width = Math.max(LEAST, right - left);
  const height = Math.max(LEAST, bottom - top);
  return { x: Math.min(left, WIDE - width), y: Math.min(top, HIGH - height), width, height };
}
