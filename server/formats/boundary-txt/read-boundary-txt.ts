import { decodeText, offeredEncodings, tellEncoding } from '../decode-text';
import {
  type Failure,
  type FileAtHand,
  failure,
  inBatches,
  type RawFile,
  type RawRecord,
  type Warning,
} from '../raw-file';
import { readWhole } from '../read-whole';
import { shapeOf } from '../shape-of';
import { declaredCrs } from './declared-crs';
import { type BoundaryLines, parseLines } from './parse-lines';
import {
  type CountedRing,
  type Counting,
  countedAs,
  declaredCount,
  plotColumns,
  plotRecord,
  ringsOf,
} from './plot-record';

/** Reads a boundary-point TXT (勘测定界/报盘), in any of the ways that tools write it; every fault names its line. */
export async function readBoundaryTxt(file: FileAtHand): Promise<RawFile | Failure> {
  const bytes = await readWhole(file);
  if (!(bytes instanceof Uint8Array)) return bytes;
  const encoding = tellEncoding(bytes, file.encoding);
  const lines = parseLines(decodeText(bytes, encoding.name));
  if (lines.plots.length === 0) return failure('txt-without-plots', { file: file.fileName });
  const rings = lines.plots.map((plot) => ringsOf(plot.points));
  const counting = countingOf(lines, rings);
  const records = lines.plots.map((plot, n) => plotRecord(plot, rings[n] as CountedRing[], n + 1, counting));
  const first = lines.plots.find((plot) => plot.points.length > 0)?.points[0];
  return {
    ok: true,
    format: 'boundary-txt',
    layers: [{ name: file.fileName, records: records.length, shape: shapeOf(records.map((each) => each.geometry)) }],
    layer: file.fileName,
    recordCount: records.length,
    columns: columnsOf(records),
    encoding: encoding.name,
    encodingWhy: encoding.why,
    encodings: offeredEncodings,
    declared: declaredCrs(lines.keys, first ? [first.easting, first.northing] : null),
    warnings: warningsOf(lines, counting),
    batches: () => inBatches(records),
  };
}

/**
 * The way of counting that most plots bear out. That closing points are counted but left out only plots with an open ring
 * can tell, and one of them alone cannot prove it.
 */
function countingOf({ plots }: BoundaryLines, rings: readonly CountedRing[][]): Counting {
  const borneOutBy = (counting: Counting, mayTell: (rings: readonly CountedRing[]) => boolean) =>
    plots.filter((plot, n) => {
      const own = rings[n] as CountedRing[];
      return !plot.unreadable && mayTell(own) && declaredCount(plot.cells) === countedAs(counting, own);
    }).length;
  const hasOpen = (own: readonly CountedRing[]) => own.some((ring) => !ring.isClosed);
  const leftOut = borneOutBy('with-closing-left-out', hasOpen);
  if (leftOut > 1 && leftOut > borneOutBy('rows', hasOpen)) return 'with-closing-left-out';
  const any = () => true;
  return borneOutBy('without-closing', any) > borneOutBy('rows', any) ? 'without-closing' : 'rows';
}

function columnsOf(records: readonly RawRecord[]): string[] {
  const extra = new Set(records.flatMap((record) => Object.keys(record.properties)));
  return [...plotColumns, ...[...extra].filter((name) => !plotColumns.includes(name))];
}

function warningsOf(lines: BoundaryLines, counting: Counting): Warning[] {
  const warnings: Warning[] = [];
  const [first] = lines.skipped;
  if (lines.withoutSign > 0) warnings.push({ code: 'header-sign-missing', args: { count: lines.withoutSign } });
  if (counting === 'with-closing-left-out') warnings.push({ code: 'closing-points-left-out', args: {} });
  if (first) warnings.push({ code: 'lines-skipped', args: { count: lines.skipped.length, ...first } });
  return warnings;
}
