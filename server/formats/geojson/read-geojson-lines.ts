import { Unreadable } from '../archive';
import { degreesCrs } from '../crs/crs';
import { offeredEncodings } from '../decode-text';
import { readingLimits } from '../limits';
import { type Failure, type FileAtHand, failure, type RawFile, type RawRecord } from '../raw-file';
import { shapeOf } from '../shape-of';
import { streamText, tellFileEncoding } from '../stream-text';
import { deeperThan } from './deeper-than';
import { withLongNumbersAsText } from './long-numbers';
import { featureRecord, isObject } from './read-geojson';

const batchRecords = 1000;
const separator = '\x1e';
const shownChars = 40;

/** Reads a GeoJSON text sequence (RFC 8142) or a feature on each line, one at a time, whatever the length of the file. */
export async function readGeoJsonLines(file: FileAtHand): Promise<RawFile | Failure> {
  const encoding = await tellFileEncoding(file.path, file.encoding);
  const columns = new Set<string>();
  const types = new Set<string>();
  let count = 0;
  try {
    for await (const { properties, geometry } of recordsOf(file, encoding.name)) {
      count++;
      for (const name of Object.keys(properties)) columns.add(name);
      if (isObject(geometry)) types.add(String(geometry.type));
    }
  } catch (error) {
    if (error instanceof Unreadable) return error.failure;
    throw error;
  }
  if (count === 0) return failure('no-records', { file: file.fileName });
  const shape = shapeOf([...types].map((type) => ({ type })));
  return {
    ok: true,
    format: 'geojsonseq',
    layers: [{ name: file.fileName, records: count, shape }],
    layer: file.fileName,
    recordCount: count,
    columns: [...columns],
    encoding: encoding.name,
    encodingWhy: encoding.why,
    encodings: offeredEncodings,
    declared: { kind: 'default', crs: degreesCrs('WGS84'), title: 'RFC 8142' },
    warnings: [],
    batches: () => batchesOf(file, encoding.name),
  };
}

async function* batchesOf(file: FileAtHand, encoding: string): AsyncGenerator<RawRecord[]> {
  let batch: RawRecord[] = [];
  for await (const record of recordsOf(file, encoding)) {
    batch.push(record);
    if (batch.length < batchRecords) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

async function* recordsOf(file: FileAtHand, encoding: string): AsyncGenerator<RawRecord> {
  let record = 0;
  for await (const text of textsOf(file, encoding)) if (text.trim() !== '') yield recordOf(text.trim(), ++record);
}

function recordOf(text: string, record: number): RawRecord {
  const damaged = (detail: string): RawRecord => ({
    record,
    geometry: null,
    properties: {},
    fault: { code: 'record-damaged', args: { detail } },
  });
  if (deeperThan(text, readingLimits.jsonDepth)) return damaged('nested too deeply');
  try {
    return featureRecord(JSON.parse(withLongNumbersAsText(text)), record, 'id');
  } catch {
    return damaged(`JSON “${text.slice(0, shownChars)}”`);
  }
}

/** Texts of the sequence: by record separators where it begins with one, else by lines. Holds one of them at a time. */
async function* textsOf(file: FileAtHand, encoding: string): AsyncGenerator<string> {
  let parts: string[] = [];
  let length = 0;
  let mark: string | null = null;
  for await (const part of streamText(file.path, encoding) as AsyncIterable<string>) {
    mark ??= part.startsWith(separator) ? separator : '\n';
    let from = 0;
    for (let at = part.indexOf(mark); at >= 0; at = part.indexOf(mark, from)) {
      parts.push(part.slice(from, at));
      yield parts.join('');
      parts = [];
      length = 0;
      from = at + 1;
    }
    parts.push(part.slice(from));
    length += part.length - from;
    if (length > readingLimits.lineBytes)
      throw new Unreadable(failure('line-too-long', { file: file.fileName, limit: readingLimits.lineBytes }));
  }
  yield parts.join('');
}
