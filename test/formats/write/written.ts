import { Buffer } from 'node:buffer';
import type { ExportEncoding, ExportFormat } from '../../../data/contract';
import { projectTo } from '../../../server/exports/project';
import { writeFile } from '../../../server/exports/write-file';
import { crsOfId } from '../../../server/formats/crs/catalogue';
import { degreesCrs } from '../../../server/formats/crs/crs';
import type { Cell, Field, OutTable } from '../../../server/formats/write/table';

type Ring = [number, number][];
const square = (x: number, y: number, side: number): Ring => [
  [x, y],
  [x + side, y],
  [x + side, y + side],
  [x, y + side],
  [x, y],
];
const hole = (x: number, y: number, side: number): Ring => square(x, y, side).reverse();

/** Plots with every trouble: a hole, several parts, an island in a hole's row, in both zones, and text that breaks tables. */
export const plots: { cells: Cell[]; polygons: Ring[][] }[] = [
  {
    cells: ['350503-001', '东海片区,一号@"甲"', '工业', '0601', 1234.56, 1.8519, '2026-11-24', 3],
    polygons: [[square(118.6, 24.9, 0.004), hole(118.601, 24.901, 0.001), hole(118.6025, 24.9025, 0.0005)]],
  },
  {
    cells: ['=HYPERLINK("x")', `很长的${'字'.repeat(200)}`, null, null, null, null, null, null],
    polygons: [[square(118.61, 24.9, 0.002), hole(118.6105, 24.9005, 0.0005)], [square(118.62, 24.9, 0.001)]],
  },
  {
    cells: ['0007', '𠮷野家&<仓库>', '物流仓储', '1101', 0.07, 0, '1999-01-01', 0],
    polygons: [[square(118.4, 24.8, 0.001234567)]],
  },
];

const field = (title: string, short: string, kind: Field['kind'] = 'text', decimals = 0): Field => ({
  title,
  short,
  kind,
  decimals,
});
export const fields = [
  field('地块编号', 'DKBH'),
  field('地块名称', 'DKMC'),
  field('用途', 'TDYT'),
  field('地类编码', 'DLBM'),
  field('面积（平方米）', 'DKMJ', 'decimal', 2),
  field('面积（公顷）', 'MJGQ', 'decimal', 4),
  field('认定日期', 'RDRQ', 'date'),
  field('附件数', 'FJS', 'integer'),
];

/** The table of these plots in a system, in batches of two. */
export function tableIn(crsId: string): OutTable {
  const crs = crsOfId(crsId) ?? degreesCrs('CGCS2000');
  const project = projectTo(crs);
  const rows = plots.map(({ cells, polygons }, n) => ({
    id: String(n + 1),
    cells,
    shape: project.shape({ type: 'MultiPolygon', coordinates: polygons }),
    at: project.position(polygons[0]?.[0]?.[0] ?? []),
  }));
  async function* batches() {
    yield rows.slice(0, 2);
    yield rows.slice(2);
  }
  return {
    name: '地块',
    lang: 'zh',
    fields,
    crs,
    notes: [
      { title: '坐标系', text: crsId },
      { title: '声明', text: '示意图，不作为划界依据' },
      { title: '审图号', text: '闽S(2026)1号' },
    ],
    count: rows.length,
    shapes: 'MULTIPOLYGON',
    batches: batches(),
    places: { number: 0, name: 1, use: 2, useCode: 3, layer: 2 },
  };
}

/** The bytes of a table in a format. */
export async function written(table: OutTable, format: ExportFormat, encoding: ExportEncoding): Promise<Buffer> {
  const stream = await writeFile(table, { format, encoding }, AbortSignal.timeout(60_000));
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(Buffer.from(part));
  return Buffer.concat(parts);
}
