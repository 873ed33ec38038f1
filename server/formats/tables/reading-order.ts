import { type Cell, isNumeric, textOf } from './sheet';

const longitudeName = /经度|^(lon|lng|long|longitude)$/i;
const latitudeName = /纬度|^(lat|latitude)$/i;
const eastName = /东坐标|横坐标|easting|^东$/i;
const northName = /北坐标|纵坐标|northing|^北$/i;
const xName = /^(x|坐标x|x坐标)|[（( _]x[)）]?$|x坐标/i;
const yName = /^(y|坐标y|y坐标)|[（( _]y[)）]?$|y坐标/i;
const million = 1_000_000;
const tenMillion = 10_000_000;

/**
 * Which two columns are easting and northing (or longitude and latitude). Columns called X and Y are told apart by
 * magnitude, since surveyors write the northing as X and everybody else the easting; where magnitude says nothing the
 * surveyor's way holds for 坐标 in Chinese, and x is the easting elsewhere.
 */
export function readingOrder(
  columns: readonly string[],
  numeric: readonly number[],
  values: (n: number) => Cell[],
): { east: number; north: number } | null {
  const named = (pattern: RegExp) => numeric.find((n) => pattern.test((columns[n] ?? '').trim()));
  for (const [eastern, northern] of [
    [longitudeName, latitudeName],
    [eastName, northName],
  ] as const) {
    const [east, north] = [named(eastern), named(northern)];
    if (east !== undefined && north !== undefined) return { east, north };
  }
  const [x, y] = [named(xName), named(yName)];
  if (x === undefined || y === undefined || x === y) return null;
  const [sizeX, sizeY] = [magnitude(values(x)), magnitude(values(y))];
  const isNorthing = (size: number) => size >= million && size < tenMillion;
  if (isNorthing(sizeX) && !isNorthing(sizeY)) return { east: y, north: x };
  if (isNorthing(sizeY) && !isNorthing(sizeX)) return { east: x, north: y };
  return /坐标/.test(columns[x] ?? '') && sizeX > 180 ? { east: y, north: x } : { east: x, north: y };
}

/** The middle of the absolute values. */
function magnitude(cells: readonly Cell[]): number {
  const sizes = cells
    .filter(isNumeric)
    .map((cell) => Math.abs(Number(textOf(cell))))
    .sort((a, b) => a - b);
  return sizes[Math.floor(sizes.length / 2)] ?? 0;
}
