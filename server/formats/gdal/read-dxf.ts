import { open } from 'node:fs/promises';
import { decodeText, knownEncoding, offeredEncodings } from '../decode-text';
import type { Failure, FileAtHand, RawFile, RawRecord } from '../raw-file';
import { tellFileEncoding } from '../stream-text';
import { closedAsPolygons } from './closed-as-polygons';
import { givenAs } from './given-as';
import { readGdal } from './read-gdal';

const entities = 'entities';
/** The layer in which closed lines and hatches stand as polygons. */
const closedLayer = '闭合线成面';
const headerBytes = 64 * 1024;
/** From AutoCAD 2007 on the text is UTF-8, whatever the code page says. */
const utf8Since = 1021;

/**
 * Reads a DXF as two layers: its closed lines and hatches as polygons, with the texts that stand inside them, and all its
 * entities as they are. A drawing names no coordinate system.
 */
export async function readDxf(file: FileAtHand): Promise<RawFile | Failure> {
  const encoding = await encodingOf(file);
  const config = { DXF_ENCODING: encoding.encoding === 'GB18030' ? 'GBK' : encoding.encoding };
  const path = await givenAs(file, 'given.dxf');
  const raw = await readGdal({ ...file, layer: entities }, { format: 'dxf', driver: 'DXF', path, config, encoding });
  if (!raw.ok) return raw;
  const drawn = await closedAsPolygons(raw);
  const layers = [
    { name: closedLayer, records: drawn.count, shape: 'polygon' as const },
    ...raw.layers.map((layer) => ({ ...layer, records: raw.recordCount })),
  ];
  if (file.layer === entities || (file.layer === null && drawn.count === 0)) return { ...raw, layers };
  if (file.layer !== null && file.layer !== closedLayer)
    return { ok: false, code: 'layer-missing', args: { file: file.fileName, layer: file.layer } };
  const left = raw.recordCount - drawn.count - drawn.texts;
  return {
    ...raw,
    layers,
    layer: closedLayer,
    recordCount: drawn.count,
    columns: [...raw.columns, drawn.textColumn],
    warnings: left > 0 ? [...raw.warnings, { code: 'dxf-entities-left', args: { count: left } }] : raw.warnings,
    batches: drawn.batches as () => AsyncIterable<RawRecord[]>,
  };
}

async function encodingOf(file: FileAtHand): Promise<Pick<RawFile, 'encoding' | 'encodingWhy' | 'encodings'>> {
  const encodings = offeredEncodings;
  if (file.encoding) return { encoding: file.encoding, encodingWhy: 'as-asked', encodings };
  const handle = await open(file.path);
  const { buffer, bytesRead } = await handle
    .read(Buffer.alloc(headerBytes), 0, headerBytes, 0)
    .finally(() => handle.close());
  const head = decodeText(buffer.subarray(0, bytesRead), 'latin1');
  const version = Number(/\$ACADVER\s+1\s+AC(\d{4})/.exec(head)?.[1] ?? 0);
  const stated = knownEncoding(/\$DWGCODEPAGE\s+3\s+(\S+)/.exec(head)?.[1] ?? '');
  const told = await tellFileEncoding(file.path, null);
  if (version >= utf8Since && told.name === 'UTF-8') return { encoding: 'UTF-8', encodingWhy: 'by-format', encodings };
  const isBorneOut = stated === 'GB18030' && told.name === 'GB18030';
  return { encoding: told.name, encodingWhy: isBorneOut ? 'dxf-code-page' : told.why, encodings };
}
