import type { ExportQuery, ExportRows } from '../../data/contract';
import { exportFormats, exportWhatWords } from '../../data/words/exports';
import { listNames } from '../db/exports/list-names';
import { listSources } from '../db/state/list-sources';
import { refusal } from '../errors';
import type { OutTable } from '../formats/write/table';
import type { Lang } from '../lang';
import { asOfDay } from '../settings';
import { fieldOf, number } from './column';
import { placesOf } from './places';
import { projectTo } from './project';
import { type Centre, readBatches } from './read-batches';
import { firmRows } from './rows/firms';
import { leftoverRows } from './rows/leftover';
import { parcelRows } from './rows/parcels';
import { parkRows } from './rows/parks';
import type { RowParts, RowSource } from './rows/source';
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
  const open = await source.open();
  const { count } = open;
  const centres = exportFormats[format].shapes ? [] : centreColumns(crs.kind === 'degrees');
  const columns = [...source.columns, ...centres];
  const { current } = parts.rulesets;
  return {
    name: exportWhatWords[what][lang],
    lang,
    fields: columns.map((column) => fieldOf(column, lang)),
    crs,
    count,
    shapes: what === 'firms' ? 'POINT' : 'MULTIPOLYGON',
    batches: readBatches(open, projectTo(crs), centres, signal),
    places: placesOf(what, columns),
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
function centreColumns(degrees: boolean): Centre[] {
  return degrees
    ? [number('longitude', 8, (at) => at?.[0]), number('latitude', 8, (at) => at?.[1])]
    : [number('northing', 3, (at) => at?.[1]), number('easting', 3, (at) => at?.[0])];
}
