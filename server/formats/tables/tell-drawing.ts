import { readingOrder } from './reading-order';
import { type Cell, isFilled, isNumeric, isVoid, type SheetRow, textOf } from './sheet';

/** How the rows of a sheet can be drawn; columns by their place. */
export type Drawing =
  | { kind: 'wkt'; wkt: number }
  | { kind: 'points'; east: number; north: number }
  | { kind: 'vertices'; plot: number; east: number; north: number; ring: number | null; order: number | null };

const wktPattern = /^\s*(SRID=\d+;\s*)?(multi)?(point|linestring|polygon)\s*(z|m|zm)?\s*(\(|empty)/i;
const plotName =
  /^(地块|宗地|图斑|项目)?(编号|代码|号|名称)$|地块编?号|宗地(编号|代码|号)|^(dkbh|zddm|plot|plot_?(id|no|number))$/i;
const pointName = /点号|点名|点序|界址点|顺序|^(j|point|vertex|point_?(id|no)|seq|order)$/i;
const ringName = /圈号|环号|圈|^(ring|part)(_?(id|no))?$/i;

/** Columns of coordinates are such though some are mistyped: those rows are told by their faults. */
const numericShare = 0.5;
const isMostlyNumeric = (cells: readonly Cell[]): boolean => {
  const said = cells.filter((cell) => !isVoid(cell));
  return said.length > 0 && said.filter(isNumeric).length >= numericShare * said.length;
};

/** Tells from names and values whether rows carry WKT, a point, or the vertices of plots; null where they have no place. */
export function tellDrawing(columns: readonly string[], rows: readonly SheetRow[]): Drawing | null {
  const values = (n: number): Cell[] => rows.map((row) => row.cells[n] ?? null).filter(isFilled);
  const all = columns.map((_, n) => n);
  const wkt = all.find((n) => values(n).length > 0 && values(n).every((cell) => wktPattern.test(textOf(cell))));
  if (wkt !== undefined) return { kind: 'wkt', wkt };
  const pair = readingOrder(
    columns,
    all.filter((n) => isMostlyNumeric(values(n))),
    values,
  );
  if (!pair) return null;
  const named = (pattern: RegExp, but: readonly number[]) =>
    all.find((n) => !but.includes(n) && n !== pair.east && n !== pair.north && pattern.test(columns[n] ?? ''));
  const order = named(pointName, []);
  const ring = named(ringName, order === undefined ? [] : [order]);
  const plot = named(
    plotName,
    [order, ring].filter((n) => n !== undefined),
  );
  if (order === undefined || plot === undefined) return { kind: 'points', ...pair };
  const plots = new Set(rows.map((row) => textOf(row.cells[plot])));
  if (plots.size > rows.length / 2) return { kind: 'points', ...pair };
  return { kind: 'vertices', plot, ...pair, ring: ring ?? null, order };
}
