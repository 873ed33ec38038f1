import type { ImportMapping } from '../../data/contract';
import type { recordReasons } from '../../data/words/imports';
import type { Warning } from '../formats/raw-file';
import { squareMetresPer } from './guess-mapping';
import type { Fault, MeasuredRecord } from './measure-records';
import { readAmount, readShare, readStatus, readTenure, readText, readUse, readYesNo } from './read-values';

/** A record ready for the staging table: judged, with its values read; accepted where `code` is null. */
export interface StagedRecord {
  record: number;
  number: string | null;
  code: string | null;
  args: Record<string, string | number>;
  faultAt: [number, number] | null;
  raw: Record<string, unknown>;
  original: unknown;
  fields: Record<string, unknown>;
  geometry: { type: 'MultiPolygon'; coordinates: unknown } | null;
}

const numberChars = 100;
const recordsNamed = 6;

/** Reads the mapped values of every record and finds numbers that are missing or stand twice. */
export function stageRecords(
  records: readonly MeasuredRecord[],
  mapping: ImportMapping,
  fileName: string,
): { rows: StagedRecord[]; warnings: Warning[] } {
  const unreadable = new Map<string, Warning>();
  const numbers = records.map((record) => numberOf(record, mapping, fileName));
  const twins = findTwins(records, numbers);
  const rows = records.map((measured, n): StagedRecord => {
    const number = numbers[n] ?? null;
    const fault = measured.fault ?? ofNumber(number, mapping) ?? twins.get(n) ?? null;
    const sound = fault === null && measured.polygons !== null;
    return {
      record: measured.record,
      number,
      code: fault?.code ?? null,
      args: fault?.args ?? {},
      faultAt: fault?.at ?? null,
      raw: measured.properties,
      original: measured.converted || fault ? measured.original : null,
      fields: fieldsOf(measured, mapping, unreadable),
      geometry: sound ? { type: 'MultiPolygon', coordinates: measured.polygons } : null,
    };
  });
  const generated: Warning[] = mapping.columns.number ? [] : [{ code: 'number-generated', args: {} }];
  return { rows, warnings: [...generated, ...unreadable.values()] };
}

function numberOf(measured: MeasuredRecord, mapping: ImportMapping, fileName: string): string | null {
  const column = mapping.columns.number;
  if (column) return readText(measured.properties[column]);
  return `${fileName.replace(/\.[^.]*$/, '').slice(0, numberChars / 2)}-${measured.record}`;
}

function ofNumber(number: string | null, mapping: ImportMapping): Fault | null {
  if (number === null) return { code: 'number-missing', args: { column: mapping.columns.number ?? '' }, at: null };
  return number.length > numberChars ? { code: 'number-too-long', args: { limit: numberChars }, at: null } : null;
}

/**
 * Records that share a number with another sound one. Exact repeats are held back but for the first; where the shapes
 * differ nobody can tell which one holds, so all are held back.
 */
function findTwins(records: readonly MeasuredRecord[], numbers: readonly (string | null)[]): Map<number, Fault> {
  const groups = new Map<string, number[]>();
  for (const [n, number] of numbers.entries()) {
    if (number === null || records[n]?.fault) continue;
    groups.set(number, [...(groups.get(number) ?? []), n]);
  }
  const faults = new Map<number, Fault>();
  for (const group of groups.values()) {
    if (group.length < 2) continue;
    const [first] = group as [number];
    const shapes = new Set(group.map((n) => JSON.stringify(records[n]?.polygons)));
    const named = group.slice(0, recordsNamed).map((n) => records[n]?.record);
    const list = named.join(', ') + (group.length > recordsNamed ? ' …' : '');
    for (const n of group) {
      if (shapes.size > 1) faults.set(n, held('duplicate-number', { count: group.length, records: list }));
      else if (n !== first) faults.set(n, held('duplicate-record', { first: records[first]?.record ?? 0 }));
    }
  }
  return faults;
}

function held(code: keyof typeof recordReasons, args: Fault['args']): Fault {
  return { code, args, at: null };
}

/** The parcel's columns by their names in the table; a value that cannot be read is unknown and counted. */
function fieldsOf(measured: MeasuredRecord, { columns, areaUnit }: ImportMapping, unreadable: Map<string, Warning>) {
  const read = <T>(field: keyof typeof columns, reader: (value: unknown, column: string) => T | null): T | null => {
    const column = columns[field];
    if (!column) return null;
    const text = readText(measured.properties[column]);
    if (text === null) return null;
    const value = reader(measured.properties[column], column);
    if (value === null) count(unreadable, field, column, text);
    return value;
  };
  const declared = read('area', readAmount);
  return {
    name: read('name', readText),
    unit: read('unit', readText),
    use_group: read('use', readUse) ?? 'other',
    use_code: columns.use ? readText(measured.properties[columns.use]) : null,
    status: read('status', readStatus),
    tenure: read('tenure', readTenure) ?? 'unknown',
    plot_ratio: read('plotRatio', readAmount),
    building_density: read('buildingDensity', readShare),
    height_limit_metres: read('heightLimit', readAmount),
    green_share: read('greenShare', readShare),
    price_cny: read('price', readAmount),
    farmland: read('farmland', readYesNo),
    declared_area_square_metres: declared === null || declared === 0 ? null : declared * squareMetresPer[areaUnit],
    area_square_metres: measured.areas?.areaSquareMetres ?? null,
    area_planar_square_metres: measured.areas?.planarSquareMetres ?? null,
    planar_crs: measured.areas?.planarCrs ?? null,
  };
}

function count(unreadable: Map<string, Warning>, field: string, column: string, sample: string): void {
  const known = unreadable.get(field)?.args;
  const args = { field, column, sample: known?.sample ?? sample.slice(0, 40), count: Number(known?.count ?? 0) + 1 };
  unreadable.set(field, { code: 'values-unreadable', args });
}
