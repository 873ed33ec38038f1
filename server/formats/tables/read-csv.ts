import { open } from 'node:fs/promises';
import { CsvError, parse } from 'csv-parse';
import { Unreadable } from '../archive';
import { decodeText, offeredEncodings } from '../decode-text';
import { readingLimits } from '../limits';
import { type Failure, type FileAtHand, failure, type RawFile } from '../raw-file';
import { streamText, tellFileEncoding } from '../stream-text';
import { readTables } from './read-tables';
import type { Sheet, SheetRow } from './sheet';

const separators = [',', '\t', ';', '|', '，'] as const;
const sniffedBytes = 64 * 1024;
const sniffedLines = 20;

/** Reads a CSV, whatever separates its cells; every cell stays the text that it is. */
export async function readCsv(file: FileAtHand): Promise<RawFile | Failure> {
  const encoding = await tellFileEncoding(file.path, file.encoding);
  const delimiter = await tellSeparator(file.path, encoding.name);
  const name = file.fileName.replace(/\.[^.]*$/, '');
  const sheet: Sheet = { name, isRectangular: true, rows: () => rowsOf(file, encoding.name, delimiter) };
  const told = { encoding: encoding.name, encodingWhy: encoding.why, encodings: offeredEncodings };
  return readTables(file, 'csv', [sheet], told);
}

async function* rowsOf(file: FileAtHand, encoding: string, delimiter: string): AsyncGenerator<SheetRow> {
  const parser = parse({
    delimiter,
    bom: true,
    info: true,
    relax_column_count: true,
    relax_quotes: true,
    max_record_size: readingLimits.lineBytes,
  });
  const text = streamText(file.path, encoding);
  text.on('error', (error) => parser.destroy(error));
  parser.on('close', () => text.destroy());
  try {
    for await (const { info, record } of text.pipe(parser)) yield { line: info.lines, cells: record };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = Number('lines' in error ? error.lines : 0);
    throw new Unreadable(failure('csv-broken', { file: file.fileName, line }));
  }
}

/** The separator that stands equally often on the most lines. */
async function tellSeparator(path: string, encoding: string): Promise<string> {
  const handle = await open(path);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(sniffedBytes), 0, sniffedBytes, 0);
    const lines = decodeText(buffer.subarray(0, bytesRead), encoding)
      .replace(/"(?:[^"]|"")*"/g, '')
      .split(/\r?\n/)
      .filter((line) => line.trim() !== '')
      .slice(0, sniffedLines);
    const scores = separators.map((separator) => scoreOf(separator, lines));
    return separators[scores.indexOf(Math.max(...scores))] ?? ',';
  } finally {
    await handle.close();
  }
}

function scoreOf(separator: string, lines: readonly string[]): number {
  const times = new Map<number, number>();
  for (const line of lines) {
    const count = line.split(separator).length - 1;
    if (count > 0) times.set(count, (times.get(count) ?? 0) + 1);
  }
  const [count, agreeing] = [...times].sort(([a, n], [b, k]) => k - n || b - a)[0] ?? [0, 0];
  return agreeing * 1000 + count;
}
