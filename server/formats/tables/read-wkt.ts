type Coordinates = number[] | Coordinates[];

const depths: Record<string, number> = {
  POINT: 0,
  LINESTRING: 1,
  POLYGON: 2,
  MULTIPOINT: 1,
  MULTILINESTRING: 2,
  MULTIPOLYGON: 3,
};
const names: Record<string, string> = {
  POINT: 'Point',
  LINESTRING: 'LineString',
  POLYGON: 'Polygon',
  MULTIPOINT: 'MultiPoint',
  MULTILINESTRING: 'MultiLineString',
  MULTIPOLYGON: 'MultiPolygon',
};

/** Reads well-known text into a GeoJSON geometry of two dimensions; null where it cannot be read. */
export function readWkt(text: string): { type: string; coordinates: unknown } | null {
  const found = /^\s*(?:SRID=\d+;\s*)?([A-Z]+)\s*(?:ZM|Z|M)?\s*(.*?)\s*;?\s*$/is.exec(text);
  const type = found?.[1]?.toUpperCase().replace(/(ZM|Z|M)$/, '') ?? '';
  const depth = depths[type];
  if (!found || depth === undefined) return null;
  const body = found[2] as string;
  if (/^EMPTY$/i.test(body)) return { type: names[type] as string, coordinates: [] };
  const json = toJson(body, type === 'MULTIPOINT');
  if (json === null) return null;
  try {
    const coordinates = JSON.parse(json) as Coordinates;
    const inner = depth === 0 ? (coordinates as Coordinates[])[0] : coordinates;
    return isNested(inner, depth) ? { type: names[type] as string, coordinates: inner } : null;
  } catch {
    return null;
  }
}

/** Parentheses become brackets, and each position one of its own; numbers beyond the second are left out. */
function toJson(body: string, isMultiPoint: boolean): string | null {
  if (!/^[\s\d.eE+\-(),]+$/.test(body)) return null;
  // MULTIPOINT may wrap each of its positions or not.
  const plain = isMultiPoint ? body.replace(/\(\s*([^(),]+?)\s*\)/g, '$1') : body;
  const whole = isMultiPoint && !plain.trim().startsWith('(') ? `(${plain})` : plain;
  return whole
    .replaceAll('(', '[')
    .replaceAll(')', ']')
    .replace(/[^[\],]+/g, (position) => {
      const numbers = position.trim().split(/\s+/);
      if (numbers.length === 1 && numbers[0] === '') return '';
      return `[${numbers.slice(0, 2).map(plainNumber).join(',')}]`;
    });
}

function plainNumber(text: string): string {
  const number = Number(text);
  return Number.isFinite(number) ? String(number) : 'null';
}

function isNested(value: unknown, depth: number): boolean {
  if (!Array.isArray(value)) return false;
  if (depth === 0) return value.length === 2 && value.every((each) => typeof each === 'number' || each === null);
  return value.length > 0 && value.every((each) => isNested(each, depth - 1));
}
