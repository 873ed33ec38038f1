import type { XmlEvent } from '../read-xml';

type Position = [number, number];
type Part =
  | { type: 'Point'; coordinates: Position }
  | { type: 'LineString'; coordinates: Position[] }
  | { type: 'Polygon'; coordinates: Position[][] };

export interface ReadGeometry {
  take: (event: XmlEvent) => void;
  /** One geometry of all parts, null without any; and what was wrong with its coordinates. */
  end: () => { value: unknown; damage: string | null };
}

const shownChars = 30;

/** Follows the events inside a placemark and gathers its geometry; heights are left out. */
export function startGeometry(): ReadGeometry {
  const parts: Part[] = [];
  let rings: Position[][] | null = null;
  let text: string[] | null = null;
  let damage: string | null = null;
  const closed = (name: string, positions: Position[]): void => {
    const [first] = positions;
    if (name === 'LinearRing' && rings) rings.push(positions);
    else if (name === 'Point' && first) parts.push({ type: 'Point', coordinates: first });
    else if (name === 'LineString' || name === 'LinearRing') parts.push({ type: 'LineString', coordinates: positions });
  };
  let positions: Position[] = [];
  return {
    take: (event) => {
      if (event.kind === 'text') text?.push(event.text);
      else if (event.kind === 'open') {
        if (event.name === 'coordinates') text = [];
        if (event.name === 'Polygon') rings = [];
        if (['Point', 'LineString', 'LinearRing'].includes(event.name)) positions = [];
      } else if (event.name === 'coordinates' && text) {
        const read = positionsIn(text.join(''));
        damage ??= read.damage;
        positions = read.positions;
        text = null;
      } else if (event.name === 'Polygon' && rings) {
        parts.push({ type: 'Polygon', coordinates: rings });
        rings = null;
      } else closed(event.name, positions);
    },
    end: () => ({ value: joined(parts), damage }),
  };
}

function positionsIn(text: string): { positions: Position[]; damage: string | null } {
  const words = text
    .replace(/\s*,\s*/g, ',')
    .trim()
    .split(/\s+/)
    .filter(Boolean);
  const positions: Position[] = [];
  for (const word of words) {
    const [x, y] = word.split(',');
    const position: Position = [Number(x || Number.NaN), Number(y || Number.NaN)];
    if (!position.every(Number.isFinite)) return { positions, damage: `coordinates “${word.slice(0, shownChars)}”` };
    positions.push(position);
  }
  return { positions, damage: null };
}

function joined(parts: readonly Part[]): unknown {
  const [first] = parts;
  if (!first) return null;
  if (parts.length === 1) return first;
  if (parts.every((part) => part.type === first.type))
    return { type: `Multi${first.type}`, coordinates: parts.map((part) => part.coordinates) };
  return { type: 'GeometryCollection', geometries: parts };
}
