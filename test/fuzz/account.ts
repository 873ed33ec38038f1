import { unzipSync } from 'fflate';
import iconv from 'iconv-lite';
import type { RawFile, RawRecord } from '../../server/formats/raw-file';
import { judgeShape } from '../../server/imports/judge-shape';

type ReadFile = RawFile & { records: RawRecord[] };

/** What is wrong with a reading that claims to be sound; empty where every record is accounted for. */
export function account(bytes: Uint8Array, file: ReadFile): string[] {
  const wrong: string[] = [];
  if (file.records.length !== file.recordCount)
    wrong.push(`gives ${file.records.length} of ${file.recordCount} records`);
  if (file.records.some((record, n) => record.record !== n + 1)) wrong.push('records are not numbered in order');
  if (!file.layers.some((layer) => layer.name === file.layer)) wrong.push('the layer read is not among the layers');
  const said = saidCount(bytes, file);
  const told = file.warnings.length > 0 || file.records.some((record) => record.fault);
  if (said !== null && said !== file.recordCount && !told) wrong.push(`says ${said} records, ${file.recordCount} read`);
  const marks = file.format === 'kml' ? placemarks(bytes) : null;
  const layered = file.layers.reduce((sum, layer) => sum + (layer.records ?? 0), 0);
  if (marks !== null && marks !== layered) wrong.push(`says ${marks} placemarks, ${layered} in its layers`);
  for (const record of file.records) wrong.push(...badShape(record), ...lostPoints(record, file));
  return wrong;
}

/** Faults of a shape that no judgement of ours holds back: the same questions asked by another hand. */
function badShape({ record, geometry, fault }: RawRecord): string[] {
  if (fault) return [];
  const judged = judgeShape(geometry, { shapes: ['polygon'], place: 'required' });
  if (!judged.ok || judged.polygons === null) return [];
  return judged.polygons.flat().flatMap((ring) => {
    const [first, last] = [ring[0], ring.at(-1)];
    if (!ring.flat().every(Number.isFinite)) return [`record ${record}: not finite`];
    if (!first || !last || first[0] !== last[0] || first[1] !== last[1]) return [`record ${record}: not closed`];
    return new Set(ring.map(([x, y]) => `${x} ${y}`)).size < 3 ? [`record ${record}: too few points`] : [];
  });
}

/** A plot that declares a number of points and has neither that nor, without its closing ones, one fewer for each ring. */
function lostPoints({ record, geometry, fault, properties }: RawRecord, file: ReadFile): string[] {
  if (file.format !== 'boundary-txt' || fault || !/^\d+$/.test(String(properties.界址点数))) return [];
  const { type, coordinates } = (geometry ?? { type: '', coordinates: [] }) as {
    type: string;
    coordinates: unknown[][];
  };
  if (type !== 'MultiPolygon') return [];
  const rings = (coordinates as unknown[][][]).flat();
  const points = rings.reduce((sum, ring) => sum + ring.length, 0);
  const declared = Number(properties.界址点数);
  return declared < points - rings.length || declared > points
    ? [`record ${record}: declares ${declared}, has ${points}`]
    : [];
}

/** How many records the bytes say they hold, told without our readers; null where that cannot be told simply. */
function saidCount(bytes: Uint8Array, file: ReadFile): number | null {
  const text = () => iconv.decode(Buffer.from(bytes), file.encoding);
  try {
    switch (file.format) {
      case 'geojson': {
        const root = JSON.parse(text()) as { features?: unknown[] };
        return root.features?.length ?? 1;
      }
      case 'boundary-txt':
        return text()
          .split(/\r\n|\r|\n/)
          .filter((line) => /[@＠]\s*$/.test(line) && !/^\s*(#|\/\/|;|--)/.test(line)).length;
      case 'shapefile': {
        const dbf = unzipSync(bytes)[file.layer.replace(/\.shp$/i, '.dbf')];
        return dbf ? Buffer.from(dbf).readUInt32LE(4) : null;
      }
      default:
        return null;
    }
  } catch {
    return null;
  }
}

/** Placemarks that a KML opens; null for a KMZ, and where comments or quoted markup could hold one. */
function placemarks(bytes: Uint8Array): number | null {
  const text = Buffer.from(bytes).toString('utf8');
  if (text.startsWith('PK') || /<!|<\?[^x]/.test(text)) return null;
  return text.match(/<(\w+:)?Placemark[\s/>]/g)?.length ?? 0;
}
