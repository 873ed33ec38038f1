/** A row J1,1,X,Y: easting and northing as the file means them, X being northing. */
export interface PointRow {
  line: number;
  ring: string;
  easting: number;
  northing: number;
}

/** A plot with its rows, as they stood in the file. */
export interface PlotRows {
  /** Line of its header row; of its first point where it has none. */
  line: number;
  /** Cells of the header row; null where points stand before any. */
  cells: string[] | null;
  points: PointRow[];
  /** The first of its rows that cannot be read. */
  unreadable: { line: number; text: string } | null;
}

export interface BoundaryLines {
  /** Keys and values of [属性描述], and of whatever other section carries them. */
  keys: Map<string, string>;
  plots: PlotRows[];
  /** Header rows without the @ that should end them. */
  withoutSign: number;
  /** Lines that belong to nothing. */
  skipped: { line: number; text: string }[];
}

const shownChars = 60;
/** The ring of points that name none. */
const bareRing = '';
const headerCellsAtLeast = 7;
const number = /^[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?$/;

/** Lays the lines of a boundary-point TXT open: sections, keys, header rows, points. Nothing is mended here. */
export function parseLines(text: string): BoundaryLines {
  const found: BoundaryLines = { keys: new Map(), plots: [], withoutSign: 0, skipped: [] };
  let line = 0;
  for (const raw of text.split(/\r\n|\n|\r/)) {
    line++;
    const trimmed = raw.trim();
    if (trimmed === '' || /^(#|\/\/|;|--)/.test(trimmed) || /^[[［【〔].*[\]］】〕]$/.test(trimmed)) continue;
    takeLine(trimmed, line, found);
  }
  return found;
}

function takeLine(trimmed: string, line: number, found: BoundaryLines): void {
  const cells = cellsOf(trimmed);
  const endsInSign = /[@＠]\s*$/.test(trimmed);
  const point = endsInSign ? null : pointOf(cells, line);
  if (point) {
    takePoint(point, trimmed, currentPlot(found, line));
    return;
  }
  const key = /^([^=＝:：,，\t]{1,30})[=＝:：](.*)$/.exec(trimmed);
  if (key && !endsInSign && !/^[jJＪ]\d/.test(trimmed)) {
    const name = (key[1] as string).trim();
    if (!found.keys.has(name)) found.keys.set(name, (key[2] as string).trim());
    return;
  }
  if (endsInSign || looksLikeHeader(cells)) {
    if (!endsInSign) found.withoutSign++;
    const own = endsInSign ? withoutSign(cells) : cells;
    found.plots.push({ line, cells: own, points: [], unreadable: null });
    return;
  }
  const plot = found.plots.at(-1);
  const text = trimmed.slice(0, shownChars);
  if (plot) plot.unreadable ??= { line, text };
  else found.skipped.push({ line, text });
}

/** A row without a ring number among rows that have one is a row cut short, not a point. */
function takePoint(point: PointRow, trimmed: string, plot: PlotRows): void {
  const [first] = plot.points;
  const isAlike = !first || (first.ring === bareRing) === (point.ring === bareRing);
  if (isAlike) plot.points.push(point);
  else plot.unreadable ??= { line: point.line, text: trimmed.slice(0, shownChars) };
}

function currentPlot(found: BoundaryLines, line: number): PlotRows {
  const last = found.plots.at(-1);
  if (last) return last;
  const orphan: PlotRows = { line, cells: null, points: [], unreadable: null };
  found.plots.push(orphan);
  return orphan;
}

/** Cells of a row, parted by commas of either width or tabs; by blanks only where there is nothing else. */
function cellsOf(trimmed: string): string[] {
  const parted = /[,，\t]/.test(trimmed) ? trimmed.split(/[,，\t]/) : trimmed.split(/\s+/);
  return parted.map((cell) => cell.trim());
}

function withoutSign(cells: string[]): string[] {
  const last = (cells.at(-1) ?? '').replace(/[@＠]\s*$/, '').trim();
  return last === '' ? cells.slice(0, -1) : [...cells.slice(0, -1), last];
}

const isPlain = /^[!-~]*$/;

/** Digits, points and signs in half width. */
export function narrow(cell: string): string {
  return isPlain.test(cell) ? cell : cell.normalize('NFKC').trim();
}

/** A name, a ring, X, Y, and perhaps a remark; or a name, X, Y. */
function pointOf(cells: readonly string[], line: number): PointRow | null {
  const plain = cells.map(narrow);
  const [, second = '', third = '', fourth = ''] = plain;
  if (plain.length >= 4 && plain.length <= 6 && /^\d{1,6}$/.test(second) && number.test(third) && number.test(fourth))
    return { line, ring: second, northing: Number(third), easting: Number(fourth) };
  if (plain.length === 3 && number.test(second) && number.test(third))
    return { line, ring: bareRing, northing: Number(second), easting: Number(third) };
  return null;
}

function looksLikeHeader(cells: readonly string[]): boolean {
  if (/^[jJＪ]\d/.test(cells[0] ?? '')) return false;
  return cells.length >= headerCellsAtLeast || cells.slice(2).some((cell) => /^[面线点]$/.test(cell));
}
