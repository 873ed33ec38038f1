import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import type { ExportEncoding } from '../../../../data/contract';
import { exportNoteWords } from '../../../../data/words/exports';
import { cutAtBytes, encode, fitSigns } from '../encode';
import type { Cell, Field, OutTable } from '../table';
import { crsDefinition } from './crs-definition';
import { runGdal, STAGED } from './run-gdal';
import { stageRows, wktOf } from './stage-rows';

/** The most bytes of text that a dBASE field holds. */
const TEXT_BYTES = 254;
/** Losses beyond so many are counted, not listed. */
const LISTED_LOSSES = 200;

/**
 * Writes a table as a zipped shapefile: names of at most ten bytes, text fields as wide as their longest text, a .cpg, a
 * .prj, and a note with the full names and with all that was cut or had no sign in the encoding.
 */
export async function writeShapefile(
  table: OutTable,
  encoding: ExportEncoding,
  folder: string,
  signal: AbortSignal,
): Promise<Readable> {
  const losses = lossBook();
  const widths = table.fields.map(() => 1);
  const fields = table.fields.map((field, n) => ({ name: field.short, type: () => typeOf(field, widths[n] ?? 1) }));
  await stageRows(folder, 'rows', fields, fitted(table, encoding, widths, losses), signal);
  const base = ['-f', 'ESRI Shapefile', '-a_srs', crsDefinition(table.crs), '-nlt', table.shapes];
  const options = [...base, '-lco', `ENCODING=${encoding}`];
  await runGdal(
    folder,
    [{ input: 'rows.csv', openOptions: STAGED, options, output: 'table', count: table.count }],
    signal,
  );
  return zipped(table, folder, notesOf(table, losses));
}

function typeOf({ kind, decimals }: Field, width: number): string {
  if (kind === 'text') return `String(${width})`;
  if (kind === 'date') return 'Date';
  return kind === 'integer' ? 'Integer64(18)' : `Real(24.${decimals})`;
}

interface Losses {
  note(record: number, field: Field, what: 'cut' | 'signs'): void;
  lines(table: OutTable): string[];
}

async function* fitted(table: OutTable, encoding: ExportEncoding, widths: number[], losses: Losses) {
  let record = 0;
  for await (const rows of table.batches)
    yield rows.map((row) => {
      record += 1;
      const cells = row.cells.map((cell, n): Cell => {
        const field = table.fields[n];
        if (typeof cell !== 'string' || field?.kind !== 'text') return cell;
        const fit = fitSigns(cell, encoding);
        const cut = cutAtBytes(fit, TEXT_BYTES, encoding);
        if (fit !== cell) losses.note(record, field, 'signs');
        if (cut !== fit) losses.note(record, field, 'cut');
        widths[n] = Math.max(widths[n] ?? 1, encode(cut, encoding).byteLength);
        return cut;
      });
      return [wktOf(row.shape), ...cells];
    });
}

function lossBook(): Losses {
  const held: { record: number; field: Field; what: 'cut' | 'signs' }[] = [];
  let count = 0;
  return {
    note: (record, field, what) => {
      count += 1;
      if (held.length < LISTED_LOSSES) held.push({ record, field, what });
    },
    lines: ({ lang }) => [
      ...held.map(({ record, field, what }) => {
        const where = exportNoteWords.record[lang].replace('{n}', String(record));
        return `${exportNoteWords[what][lang]}: ${where}, ${field.short} ${field.title}`;
      }),
      ...(count > held.length ? [`… +${count - held.length}`] : []),
    ],
  };
}

function notesOf(table: OutTable, losses: Losses): string {
  const names = table.fields.map(({ short, title }) => `${exportNoteWords.field[table.lang]} ${short} = ${title}`);
  const lines = [
    ...table.notes.map(({ title, text }) => `${title}: ${text}`),
    '',
    ...names,
    '',
    ...losses.lines(table),
  ];
  // A byte order mark, so that the old editors of the bureau read the note too.
  return `\ufeff${lines.join('\r\n').trimEnd()}\r\n`;
}

async function zipped(table: OutTable, folder: string, notes: string): Promise<Readable> {
  const zip = new ZipFile();
  const parts = (await readdir(folder)).filter((name) => /^table\.(shp|shx|dbf|prj|cpg)$/.test(name));
  for (const part of parts.sort()) zip.addFile(join(folder, part), part.replace('table', table.name));
  zip.addBuffer(Buffer.from(notes), table.lang === 'zh' ? '说明.txt' : 'README.txt');
  zip.end();
  const output = zip.outputStream as Readable;
  zip.on('error', (error: Error) => output.destroy(error));
  return output;
}
