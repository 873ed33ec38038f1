import Flatbush from 'flatbush';
import { assemblePolygons, isInside, type RawRing } from '../assemble-polygons';
import type { RawFile, RawRecord } from '../raw-file';

const textColumn = '图内文字';
const textsAtMost = 200_000;
const pointsAtLeast = 4;

interface Drawn {
  count: number;
  texts: number;
  textColumn: string;
  batches: () => AsyncIterable<RawRecord[]>;
}
interface Text {
  text: string;
  at: [number, number];
}

/** The closed lines and polygons of a drawing as records of their own, each with the texts that stand inside it. */
export async function closedAsPolygons(raw: RawFile): Promise<Drawn> {
  const texts: Text[] = [];
  let count = 0;
  for await (const batch of raw.batches()) {
    for (const record of batch) {
      const text = textOf(record);
      if (polygonsOf(record.geometry)) count++;
      else if (text && texts.length < textsAtMost) texts.push(text);
    }
  }
  const textsIn = indexOf(texts);
  async function* batches(): AsyncGenerator<RawRecord[]> {
    let number = 0;
    for await (const batch of raw.batches()) {
      const drawn = batch.flatMap((record): RawRecord[] => {
        const polygons = polygonsOf(record.geometry);
        if (!polygons) return [];
        const inside = textsIn(polygons);
        const properties = { ...record.properties, [textColumn]: inside.length > 0 ? inside.join('、') : null };
        return [{ record: ++number, geometry: { type: 'MultiPolygon', coordinates: polygons }, properties }];
      });
      if (drawn.length > 0) yield drawn;
    }
  }
  return { count, texts: texts.length, textColumn, batches };
}

/** Polygons of a geometry that is areal, or a line that ends where it begins. */
function polygonsOf(geometry: unknown): RawRing[][] | null {
  if (typeof geometry !== 'object' || geometry === null || !('coordinates' in geometry) || !('type' in geometry))
    return null;
  if (geometry.type === 'Polygon') return [geometry.coordinates as RawRing[]];
  if (geometry.type === 'MultiPolygon') return geometry.coordinates as RawRing[][];
  const lines = geometry.type === 'LineString' ? [geometry.coordinates as RawRing] : geometry.coordinates;
  if (!/LineString$/.test(String(geometry.type)) || !(lines as RawRing[]).every(isClosed)) return null;
  return assemblePolygons(lines as RawRing[]);
}

function isClosed(line: RawRing): boolean {
  const [first, last] = [line[0], line.at(-1)];
  return (
    line.length >= pointsAtLeast &&
    first !== undefined &&
    last !== undefined &&
    first[0] === last[0] &&
    first[1] === last[1]
  );
}

function textOf({ geometry, properties }: RawRecord): Text | null {
  const text = typeof properties.Text === 'string' ? properties.Text.trim() : '';
  if (text === '' || typeof geometry !== 'object' || geometry === null || !('coordinates' in geometry)) return null;
  const at = geometry.coordinates as [number, number];
  return Number.isFinite(at[0]) && Number.isFinite(at[1]) ? { text, at } : null;
}

function indexOf(texts: readonly Text[]): (polygons: RawRing[][]) => string[] {
  if (texts.length === 0) return () => [];
  const index = new Flatbush(texts.length);
  for (const { at } of texts) index.add(at[0], at[1], at[0], at[1]);
  index.finish();
  return (polygons) => {
    const outer = polygons.flatMap((polygon) => polygon[0] ?? []);
    const box = outer.reduce(
      (found, [x, y]) =>
        [Math.min(found[0], x), Math.min(found[1], y), Math.max(found[2], x), Math.max(found[3], y)] as const,
      [Infinity, Infinity, -Infinity, -Infinity] as readonly [number, number, number, number],
    );
    return index
      .search(...box)
      .filter((n) => polygons.some((polygon) => polygon[0] && isInside(texts[n]?.at ?? [NaN, NaN], polygon[0])))
      .sort((a, b) => a - b)
      .map((n) => texts[n]?.text ?? '');
  };
}
