import type { FileFailure } from '../../data/words/import-failures';
import { decodeText, tellEncoding } from './decode-text';

/** What a file holds, told from its first bytes; the name decides only between kinds that the bytes leave open. */
export type Told =
  | { kind: 'zip' | 'sqlite' | 'flatgeobuf' | 'dxf' | 'kml' | 'json' | 'json-lines' | 'boundary-txt' | 'csv' }
  | { kind: 'refused'; code: FileFailure; found: string };

/** How much of a file is looked at. */
export const headBytes = 256 * 1024;

const refused = (found: string, code: FileFailure = 'format-unsupported'): Told => ({ kind: 'refused', code, found });

/** Signatures of what is told by its first bytes alone. */
const signatures: readonly [string, Told][] = [
  ['SQLite format 3\0', { kind: 'sqlite' }],
  ['fgb\x03', { kind: 'flatgeobuf' }],
  ['AutoCAD Binary DXF', { kind: 'dxf' }],
  ['PK\x03\x04', { kind: 'zip' }],
  ['PK\x05\x06', { kind: 'zip' }],
  ['AC10', refused('DWG (AutoCAD)', 'format-dwg')],
  ['\x00\x01\x00\x00Standard Jet DB', refused('MDB (Access)', 'format-mdb')],
  ['\x00\x01\x00\x00Standard ACE DB', refused('ACCDB (Access)', 'format-mdb')],
  ['\xd0\xcf\x11\xe0', refused('XLS (Excel 97–2003)', 'format-xls')],
  ['Rar!', refused('RAR', 'format-packed')],
  ['7z\xbc\xaf\x27\x1c', refused('7z', 'format-packed')],
  ['\x1f\x8b', refused('gzip', 'format-packed')],
  ['%PDF', refused('PDF', 'format-picture')],
  ['\x89PNG', refused('PNG', 'format-picture')],
  ['\xff\xd8\xff', refused('JPEG', 'format-picture')],
  ['GIF8', refused('GIF', 'format-picture')],
  ['BM', refused('BMP', 'format-picture')],
  ['II*\x00', refused('TIFF', 'format-picture')],
  ['MM\x00*', refused('TIFF', 'format-picture')],
  ['\x00\x00\x27\x0a', refused('.shp', 'format-loose-part')],
];

/** Tells what a file holds from its head. */
export function tellFormat(head: Uint8Array, fileName: string, asked: string | null): Told {
  const name = fileName.toLowerCase();
  const signed = signatures.find(([signature]) => startsWith(head, signature));
  // Two letters are few: a text may begin with BM as well.
  if (signed && (signed[0] !== 'BM' || head.includes(0))) return signed[1];
  const encoding = tellEncoding(trimmed(head), asked);
  const text = decodeText(head, encoding.name).replace(/^\ufeff/, '');
  return ofText(text, name) ?? ofName(name);
}

function ofText(text: string, name: string): Told | null {
  const start = text.trimStart();
  if (/^DataMark|^HeadBegin/i.test(start)) return refused('VCT', 'format-vct');
  if (text.startsWith('\x1e')) return { kind: 'json-lines' };
  if (/^[{[]/.test(start) && !isSection(start)) return { kind: isJsonLines(start) ? 'json-lines' : 'json' };
  if (start.startsWith('<')) return ofMarkup(start);
  if (/^(999\s*\r?\n.*\r?\n\s*)*0\s*\r?\n\s*SECTION/.test(start)) return { kind: 'dxf' };
  if (looksLikeBoundary(text)) return { kind: 'boundary-txt' };
  if (text.includes('\0')) return null;
  if (/\.(csv|tsv)$/.test(name)) return { kind: 'csv' };
  // Anything else that is text and keeps to a separator is a table, unless its name claims another kind.
  if (/\.(vct|dwg|mdb|xls|dbf|shp|shx|prj|cpg|pdf)$/.test(name)) return null;
  if (/\.(geojson|json)$/.test(name)) return { kind: 'json' };
  if (/\.(geojsonl|geojsons|ndjson)$/.test(name)) return { kind: 'json-lines' };
  return /^[^\r\n]*[,;\t][^\r\n]*\r?\n/.test(start) ? { kind: 'csv' } : null;
}

function ofMarkup(start: string): Told {
  if (/<(\w+:)?kml[\s>]/i.test(start)) return { kind: 'kml' };
  if (/^<(!doctype html|html|head|body|script)/i.test(start)) return refused('HTML', 'html-not-data');
  if (/<(\w+:)?FeatureCollection|opengis\.net\/gml/i.test(start)) return refused('GML', 'format-gml');
  if (/<!DOCTYPE|<!ENTITY/i.test(start)) return refused('XML', 'xml-doctype');
  return refused('XML');
}

/** One whole feature on the first line and another object on the next. */
function isJsonLines(start: string): boolean {
  const [first = '', ...rest] = start.split(/\r?\n/);
  const next = rest.find((line) => line.trim() !== '');
  return next !== undefined && /^\s*\{/.test(first) && /\}\s*$/.test(first) && /^\s*\{/.test(next);
}

function isSection(start: string): boolean {
  return /^\[[^\]"{}[\n\d]{2,20}\]/.test(start);
}

const pointRow = /^[^,，\t\n]{1,20}[,，\t][ \t]*\d{1,4}[,，\t][ \t]*[-\d０-９.．]+[,，\t][ \t]*[-\d０-９.．]+/;

/** A section of plots, a header row that ends in @, or rows J1,1,X,Y. */
function looksLikeBoundary(text: string): boolean {
  if (/^[ \t]*[[［【〔](属性描述|地块坐标|界址点坐标|宗地坐标)[\]］】〕]/m.test(text)) return true;
  const lines = text.split(/\r?\n/, 200);
  if (lines.some((line) => /[,，\t][ \t]*[@＠][ \t]*$/.test(line))) return true;
  return lines.filter((line) => /^[ \t]*[JjＪ]\d/.test(line) && pointRow.test(line.trim())).length >= 3;
}

function ofName(name: string): Told {
  if (name.endsWith('.dwg')) return refused('DWG (AutoCAD)', 'format-dwg');
  if (name.endsWith('.vct')) return refused('VCT', 'format-vct');
  if (/\.(mdb|accdb)$/.test(name)) return refused('MDB (Access)', 'format-mdb');
  if (/\.(shp|shx|dbf|prj|cpg|gdbtable|gdbtablx)$/.test(name))
    return refused(`.${name.split('.').at(-1)}`, 'format-loose-part');
  if (/\.(geojson|json)$/.test(name)) return { kind: 'json' };
  if (/\.(zip|kmz|xlsx)$/.test(name)) return { kind: 'zip' };
  if (/\.gpkg$/.test(name)) return refused('GeoPackage', 'file-damaged');
  if (/\.fgb$/.test(name)) return refused('FlatGeobuf', 'file-damaged');
  return refused(name.includes('.') ? `.${name.split('.').at(-1)}` : '?', 'format-unknown');
}

/** Without a character that the cut at the end of the head may have halved. */
function trimmed(head: Uint8Array): Uint8Array {
  return head.byteLength < headBytes ? head : head.subarray(0, head.lastIndexOf(0x0a) + 1 || head.byteLength);
}

function startsWith(bytes: Uint8Array, signature: string): boolean {
  return [...signature].every((char, n) => bytes[n] === char.charCodeAt(0));
}
