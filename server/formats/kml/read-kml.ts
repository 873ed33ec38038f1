import { Unreadable } from '../archive';
import { degreesCrs } from '../crs/crs';
import { offeredEncodings } from '../decode-text';
import { type Failure, type FileAtHand, failure, type RawFile, type RawRecord, type Warning } from '../raw-file';
import { shapeOf } from '../shape-of';
import { streamText, tellFileEncoding } from '../stream-text';
import { type Placemark, placemarksOf } from './placemarks';

const batchRecords = 1000;
const nameColumns = ['name', 'description'];

interface Folder {
  count: number;
  columns: Set<string>;
  types: Set<string>;
}
/** One KML of the file, its bytes opened anew each time; of a KMZ that holds several each is a layer of its own. */
export interface KmlSource {
  name: string;
  parts: () => AsyncIterable<Uint8Array | string>;
}

/** Reads a KML: each folder that holds placemarks is a layer; heights and styles are left out. */
export async function readKml(file: FileAtHand): Promise<RawFile | Failure> {
  const encoding = await tellFileEncoding(file.path, file.encoding);
  const parts = () => streamText(file.path, encoding.name) as AsyncIterable<string>;
  const raw = await readKmlSources(file, [{ name: '', parts }]);
  if (!raw.ok) return raw;
  return { ...raw, encoding: encoding.name, encodingWhy: encoding.why, encodings: offeredEncodings };
}

/** Reads one KML or several as the layers of one file. */
export async function readKmlSources(file: FileAtHand, sources: readonly KmlSource[]): Promise<RawFile | Failure> {
  try {
    const folders = new Map<string, Folder>();
    let passedOver = 0;
    for await (const mark of marksOf(file, sources)) {
      if (mark.kind === 'placemark') note(folders, mark);
      // Where a KMZ holds several files its links lead to one another, and those are read.
      else if (!mark.isLink || sources.length === 1) passedOver++;
    }
    return open(file, folders, passedOver, sources);
  } catch (error) {
    if (error instanceof Unreadable) return error.failure;
    throw error;
  }
}

/** Placemarks of every source; those in no folder are under the name of their source. */
async function* marksOf(file: FileAtHand, sources: readonly KmlSource[]): AsyncGenerator<Placemark> {
  for (const { name, parts } of sources)
    for await (const mark of placemarksOf(parts(), file.fileName))
      yield mark.kind === 'placemark' && mark.folder === '' ? { ...mark, folder: name } : mark;
}

function note(folders: Map<string, Folder>, mark: Extract<Placemark, { kind: 'placemark' }>): void {
  const folder = folders.get(mark.folder) ?? { count: 0, columns: new Set<string>(), types: new Set<string>() };
  folders.set(mark.folder, folder);
  folder.count++;
  for (const name of Object.keys(mark.properties)) folder.columns.add(name);
  if (typeof mark.geometry === 'object' && mark.geometry !== null)
    folder.types.add((mark.geometry as { type: string }).type);
}

function open(
  file: FileAtHand,
  folders: Map<string, Folder>,
  passedOver: number,
  sources: readonly KmlSource[],
): RawFile | Failure {
  const layers = [...folders].map(([name, { count, types }]) => ({
    name: name || file.fileName,
    records: count,
    shape: shapeOf([...types].map((type) => ({ type }))),
  }));
  if (layers.length === 0) return failure('no-records', { file: file.fileName });
  const chosen =
    file.layer === null
      ? (layers.find((layer) => layer.shape === 'polygon') ?? layers[0])
      : layers.find((layer) => layer.name === file.layer);
  if (!chosen) return failure('layer-missing', { file: file.fileName, layer: file.layer ?? '' });
  const [key, folder] = [...folders][layers.indexOf(chosen)] as [string, Folder];
  const columns = [
    ...nameColumns.filter((name) => folder.columns.has(name)),
    ...[...folder.columns].filter((name) => !nameColumns.includes(name)),
  ];
  const warnings: Warning[] = passedOver > 0 ? [{ code: 'kml-passed-over', args: { count: passedOver } }] : [];
  return {
    ok: true,
    format: 'kml',
    layers,
    layer: chosen.name,
    recordCount: folder.count,
    columns,
    encoding: 'UTF-8',
    encodingWhy: 'by-format',
    encodings: [],
    declared: { kind: 'known', crs: degreesCrs('WGS84'), title: 'KML (WGS84)' },
    warnings,
    batches: () => batchesOf(file, key, columns, sources),
  };
}

async function* batchesOf(
  file: FileAtHand,
  folder: string,
  columns: readonly string[],
  sources: readonly KmlSource[],
): AsyncGenerator<RawRecord[]> {
  let batch: RawRecord[] = [];
  let record = 0;
  for await (const mark of marksOf(file, sources)) {
    if (mark.kind !== 'placemark' || mark.folder !== folder) continue;
    const properties = Object.fromEntries(columns.map((name) => [name, mark.properties[name] ?? null]));
    const raw: RawRecord = { record: ++record, geometry: mark.geometry, properties };
    batch.push(mark.damage ? { ...raw, fault: { code: 'record-damaged', args: { detail: mark.damage } } } : raw);
    if (batch.length < batchRecords) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
