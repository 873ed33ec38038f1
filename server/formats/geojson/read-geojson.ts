import { degreesCrs } from '../crs/crs';
import { readCrsMember } from '../crs/read-crs-member';
import { decodeText, offeredEncodings, tellEncoding } from '../decode-text';
import { readingLimits } from '../limits';
import {
  type DeclaredCrs,
  type Failure,
  type FileAtHand,
  failure,
  inBatches,
  type RawFile,
  type RawRecord,
} from '../raw-file';
import { readWhole } from '../read-whole';
import { shapeOf } from '../shape-of';
import { deeperThan } from './deeper-than';
import { withLongNumbersAsText } from './long-numbers';

/** The id that stands beside the properties is offered as a column of this name, or with an @ where that is taken. */
const idColumn = 'id';

/** Reads GeoJSON of any age: RFC 7946 or with a `crs` member, UTF-8 or GB18030, a collection or a single feature. */
export async function readGeoJson(file: FileAtHand): Promise<RawFile | Failure> {
  const { fileName } = file;
  const bytes = await readWhole(file);
  if (!(bytes instanceof Uint8Array)) return bytes;
  const encoding = tellEncoding(bytes, file.encoding);
  const text = decodeText(bytes, encoding.name).trimStart();
  if (/^<(!doctype|html|\?xml|head|body|script)/i.test(text)) return failure('html-not-data', { file: fileName });
  if (deeperThan(text, readingLimits.jsonDepth))
    return failure('json-too-deep', { file: fileName, limit: readingLimits.jsonDepth });
  const parsed = parse(text);
  if (!parsed.ok) return failure('json-broken', { file: fileName, ...parsed.breaks });
  const root = parsed.value;
  const features = featuresOf(root);
  if (typeof features === 'string') return failure('not-geojson', { file: fileName, detail: features });
  if (features.length === 0) return failure('no-records', { file: fileName });

  const taken = features.some(
    (feature) => isObject(feature) && isObject(feature.properties) && idColumn in feature.properties,
  );
  const records = features.map((feature, n) => featureRecord(feature, n + 1, taken ? `@${idColumn}` : idColumn));
  return {
    ok: true,
    format: 'geojson',
    layers: [{ name: fileName, records: records.length, shape: shapeOf(records.map((record) => record.geometry)) }],
    layer: fileName,
    recordCount: records.length,
    batches: () => inBatches(records),
    columns: columnsOf(records),
    encoding: encoding.name,
    encodingWhy: encoding.why,
    encodings: offeredEncodings,
    declared: declaredIn(root),
    warnings: [],
  };
}

type Plain = Record<string, unknown>;
/** Whether a value of JSON is an object with members. */
export const isObject = (value: unknown): value is Plain =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Names of all properties, in the order in which they first come. */
function columnsOf(records: readonly RawRecord[]): string[] {
  const columns = new Set<string>();
  for (const record of records) for (const name of Object.keys(record.properties)) columns.add(name);
  return [...columns];
}

/** Where a text breaks, lines counted from one, characters through the whole text. */
interface Break {
  line: number;
  character: number;
}

function parse(text: string): { ok: true; value: unknown } | { ok: false; breaks: Break } {
  try {
    return { ok: true, value: JSON.parse(withLongNumbersAsText(text)) };
  } catch (error) {
    const mended = withoutNotNumbers(text);
    if (mended !== text) return parse(mended);
    return { ok: false, breaks: breakOf(text, error) };
  }
}

/** The engine's English stays inside; only the place is taken from it, and without one the text ended too early. */
function breakOf(text: string, error: unknown): Break {
  const told = error instanceof Error ? /at position (\d+)/.exec(error.message)?.[1] : undefined;
  const character = Math.min(told === undefined ? text.length : Number(told), text.length);
  return { line: text.slice(0, character).split('\n').length, character };
}

/** Some writers put NaN and Infinity where JSON has no word for them: as null they stay a fault of their own record. */
function withoutNotNumbers(text: string): string {
  return text.replace(/"[^"\\]*(?:\\.[^"\\]*)*"|-?\bInfinity\b|\bNaN\b/gs, (word) =>
    word.startsWith('"') ? word : 'null',
  );
}

/** The features of a document, or what it is instead. */
function featuresOf(root: unknown): unknown[] | string {
  if (!isObject(root)) return Array.isArray(root) ? 'array' : typeof root;
  if (root.type === 'FeatureCollection') return Array.isArray(root.features) ? root.features : 'no features array';
  return root.type === 'Feature' ? [root] : `type ${JSON.stringify(root.type)?.slice(0, 40) ?? 'missing'}`;
}

/** A feature as a record; what is none is a damaged one. */
export function featureRecord(feature: unknown, record: number, idName: string): RawRecord {
  if (!isObject(feature) || feature.type !== 'Feature') {
    const fault = { code: 'record-damaged', args: { detail: 'not a Feature' } } as const;
    return { record, geometry: null, properties: isObject(feature) ? feature : { value: feature }, fault };
  }
  const own = isObject(feature.properties) ? feature.properties : {};
  const properties = feature.id === undefined ? own : { [idName]: feature.id, ...own };
  return { record, geometry: feature.geometry ?? null, properties };
}

function declaredIn(root: unknown): DeclaredCrs {
  const declared = readCrsMember(isObject(root) ? root.crs : undefined);
  if (declared.kind !== 'none') return declared;
  // Many writers leave out the CRS of projected data, so the default of the standard only holds for degrees.
  return { kind: 'default', crs: degreesCrs('WGS84'), title: 'RFC 7946' };
}
