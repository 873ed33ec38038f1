import { assemblePolygons, type RawRing } from '../assemble-polygons';
import type { RawRecord } from '../raw-file';
import { narrow, type PlotRows, type PointRow } from './parse-lines';

/** What the cells of a header row are, where all of them stand. */
const beforeKind = ['界址点数', '地块面积', '地块编号', '地块名称'] as const;
const kindColumn = '图形属性';
const afterKind = ['图幅号', '地块用途', '地类编码'] as const;
export const areaColumn = '地块面积';
export const areaInSquareMetres = '地块面积(平方米)';

/** Columns that every plot has; more cells than these come as 字段9 and on. */
export const plotColumns: readonly string[] = [...beforeKind, kindColumn, ...afterKind];

/** The cells of a header row by what they are: told by where 面, 线 or 点 stands, else by their order. */
export function namedCells(cells: readonly string[]): Record<string, string | null> {
  const at = cells.findIndex((cell, n) => n >= 2 && /^(面|线|点|面状|线状|点状)$/.test(cell));
  const names = cells.map((_, n) => {
    if (at < 0) return plotColumns[n] ?? `字段${n + 1}`;
    if (n === at) return kindColumn;
    if (n < at) return beforeKind[n] ?? `字段${n + 1}`;
    return afterKind[n - at - 1] ?? `字段${n + 1}`;
  });
  return Object.fromEntries(names.map((name, n) => [name, cells[n] || null]));
}

export interface CountedRing {
  points: PointRow[];
  /** Its last row repeats its first. */
  isClosed: boolean;
}

/** Rings of a plot: a new number, or a ring that has closed, begins another. */
export function ringsOf(points: readonly PointRow[]): CountedRing[] {
  const rings: CountedRing[] = [];
  let ring: CountedRing | null = null;
  for (const point of points) {
    if (!ring || ring.isClosed || ring.points[0]?.ring !== point.ring) {
      ring = { points: [], isClosed: false };
      rings.push(ring);
    }
    ring.points.push(point);
    const first = ring.points[0] as PointRow;
    ring.isClosed = ring.points.length > 3 && first.easting === point.easting && first.northing === point.northing;
  }
  return rings;
}

/** How a file counts the points of a plot. */
export type Counting = 'rows' | 'without-closing' | 'with-closing-left-out';

/** The number of points that a plot has under a way of counting. */
export function countedAs(counting: Counting, rings: readonly CountedRing[]): number {
  const rows = rings.reduce((sum, ring) => sum + ring.points.length, 0);
  const closed = rings.filter((ring) => ring.isClosed).length;
  if (counting === 'without-closing') return rows - closed;
  return counting === 'rows' ? rows : rows + rings.length - closed;
}

/** The point count that a header row declares; null where it declares none. */
export function declaredCount(cells: readonly string[] | null): number | null {
  const text = narrow(cells?.[0] ?? '');
  return /^\d+$/.test(text) ? Number(text) : null;
}

/** A plot as a record: [easting, northing], rings closed, parts and holes by what lies within what. */
export function plotRecord(
  plot: PlotRows,
  rings: readonly CountedRing[],
  record: number,
  counting: Counting,
): RawRecord {
  const properties: Record<string, unknown> = plot.cells ? namedCells(plot.cells) : {};
  const squareMetres = areaOf(properties[areaColumn]);
  if (squareMetres !== null) properties[areaInSquareMetres] = squareMetres;
  const raw: RawRecord = { record, geometry: geometryOf(rings, String(properties[kindColumn] ?? '面')), properties };
  const fault = faultOf(plot, rings, counting);
  return fault ? { ...raw, fault } : raw;
}

function faultOf(plot: PlotRows, rings: readonly CountedRing[], counting: Counting): RawRecord['fault'] | null {
  if (plot.unreadable) return { code: 'line-unreadable', args: plot.unreadable };
  if (!plot.cells) return { code: 'points-without-plot', args: { line: plot.line } };
  const declared = declaredCount(plot.cells);
  const found = countedAs(counting, rings);
  if (declared === null || declared === found) return null;
  return { code: 'points-differ', args: { declared, found, line: plot.line } };
}

function geometryOf(rings: readonly CountedRing[], kind: string): unknown {
  if (rings.length === 0) return null;
  const lines = rings.map((ring) => ring.points.map((point): [number, number] => [point.easting, point.northing]));
  if (kind.startsWith('点')) return { type: 'MultiPoint', coordinates: lines.flat() };
  if (kind.startsWith('线')) return { type: 'MultiLineString', coordinates: lines };
  const closed = lines.map((line, n): RawRing => (rings[n]?.isClosed ? line : [...line, line[0] as [number, number]]));
  return { type: 'MultiPolygon', coordinates: assemblePolygons(closed) };
}

const unitPattern = /^([\d.,]+)\s*(公顷|hm2|hm²|ha|亩|平方米|m2|m²|㎡|平方公里|km2|km²)$/i;
const squareMetresPerUnit: Record<string, number> = {
  公顷: 10_000,
  hm2: 10_000,
  ha: 10_000,
  亩: 2000 / 3,
  平方公里: 1e6,
  km2: 1e6,
};

/** An area that names its unit, in square metres; null where it names none. */
function areaOf(value: unknown): number | null {
  const found = unitPattern.exec(narrow(String(value ?? '')));
  if (!found) return null;
  const squareMetres =
    Number((found[1] as string).replaceAll(',', '')) * (squareMetresPerUnit[(found[2] as string).toLowerCase()] ?? 1);
  return Number.isFinite(squareMetres) ? Math.round(squareMetres * 1e4) / 1e4 : null;
}
