import type { ExportQuery, ExportRows } from '../../data/contract';
import { type ExportColumn, exportFormats, exportWhatWords } from '../../data/words/exports';
import { listNames } from '../db/exports/list-names';
import { listSources } from '../db/state/list-sources';
import { refusal } from '../errors';
import type { Cell, OutRow, OutTable } from '../formats/write/table';
import type { Lang } from '../lang';
import { asOfDay } from '../settings';
import { type Column, fieldOf, number } from './column';
import { projectTo } from './project';
import { firmRows } from './rows/firms';
import { leftoverRows } from './rows/leftover';
import { parcelRows } from './rows/parcels';
import { parkRows } from './rows/parks';
import type { RowParts, RowSource, SourceRow } from './rows/source';
import { unitRows } from './rows/units';
import { meridianOf, targetCrs } from './target-crs';
import { tellNotes } from './tell-notes';

const rowSources = {
  parcels: parcelRows,
  leftover: leftoverRows,
  parks: parkRows,
  firms: firmRows,
  units: unitRows,
} as const;

/** Rows that are in memory at once. */
const BATCH_ROWS = 500;

/** The names, sources and rows behind an export. */
export async function openRows(parts: RowParts, rows: ExportRows & { lang: Lang }, internal: boolean) {
  const [names, sources] = [await listNames(parts.db), await listSources(parts.db)];
  const source: RowSource = rowSources[rows.what](parts, { rows, lang: rows.lang, internal, names, sources });
  return { source, sources, summary: await source.summary() };
}

/**
 * Opens the table that an export writes: exactly the rows asked for, in the order of the list, fixed now and read in
 * batches while it is written. A row that is gone by then ends the writing, so that no file is quietly short.
 */
export async function openTable(parts: RowParts, query: ExportQuery, signal: AbortSignal): Promise<OutTable> {
  const { what, format, lang } = query;
  if (what === 'firms' && format === 'txt') throw refusal('export-format-unfit', { format: 'TXT' });
  const { source, sources, summary } = await openRows(parts, query, !query.public);
  const limit = parts.config.exportRows;
  if (summary.count > limit) throw refusal('export-too-many', { count: summary.count, limit });
  if (summary.count === 0) throw refusal('export-empty');
  const crs = targetCrs(format, query.crs, summary.middle, meridianOf(parts));
  if (!crs) throw refusal('request-invalid', {}, { issues: [{ path: '/crs', message: `unknown: ${query.crs}` }] });
  const { count, read } = await source.open();
  const project = projectTo(crs);
  const centres = exportFormats[format].shapes ? [] : centreColumns(crs.kind === 'degrees');
  const columns = [...source.columns, ...centres] as readonly Column<never>[];
  const place = (key: ExportColumn): number | null => {
    const found = columns.findIndex((column) => column.key === key);
    return found < 0 ? null : found;
  };
  const projected = ({ id, cells, shape, at }: SourceRow): OutRow => {
    const spot = at && project.position(at);
    const more: Cell[] = centres.map((column) => column.cell(spot as never));
    return { id, cells: [...cells, ...more], shape: shape && project.shape(shape), at: spot };
  };
  async function* batches(): AsyncGenerator<OutRow[]> {
    for (let from = 0; from < count; from += BATCH_ROWS) {
      signal.throwIfAborted();
      const to = Math.min(from + BATCH_ROWS, count);
      const found = await read(from, to);
      if (found.length !== to - from) throw refusal('export-changed');
      yield found.map(projected);
    }
  }
  const { current } = parts.rulesets;
  return {
    name: exportWhatWords[what][lang],
    lang,
    fields: columns.map((column) => fieldOf(column, lang)),
    crs,
    count,
    shapes: what === 'firms' ? 'POINT' : 'MULTIPOLYGON',
    batches: batches(),
    places: {
      number:
        place('number') !== null && what !== 'firms' ? (place('number') ?? 0) : (place('title') ?? place('firm') ?? 0),
      name: place('name') ?? place('title'),
      use: place('use'),
      useCode: place('useCode'),
      hectares: place('hectares'),
      layer: place(what === 'parcels' ? 'status' : what === 'parks' ? 'titleVerdict' : 'leftover') ?? place('kind'),
    },
    notes: tellNotes({
      query,
      summary,
      count,
      sources,
      crs,
      date: asOfDay(parts),
      ruleset: source.verdicts ? `${current.title[lang]} (${current.id})` : null,
    }),
  };
}

/** Where a row lies, for tables that hold no ground. Northing is called X, as surveyors here do. */
function centreColumns(degrees: boolean): Column<readonly [number, number] | null>[] {
  return degrees
    ? [number('longitude', 8, (at) => at?.[0]), number('latitude', 8, (at) => at?.[1])]
    : [number('northing', 3, (at) => at?.[1]), number('easting', 3, (at) => at?.[0])];
}
