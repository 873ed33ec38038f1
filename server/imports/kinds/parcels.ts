import type { ImportMapping, ParcelField } from '../../../data/contract';
import { columnNames, declaredAreaNames, ownNames, unknownNames } from '../../../data/words/columns';
import { unitBasisWords } from '../../../data/words/exports';
import { asWritten, unitField, type ValueOfField, valuesOf } from '../../../data/words/import-kinds/field-words';
import { fieldWords } from '../../../data/words/import-notes';
import { statusWords, tenureWords, useWords } from '../../../data/words/vocabulary';
import { releaseHeld } from '../../db/imports/kinds/hold';
import { holdAmbiguousNumbers, holdTakenNumbers } from '../../db/imports/parcels/hold-back-parcels';
import { parkPlotsWrittenOver, redrawParks, redrawParksOf } from '../../db/imports/parcels/redraw-parks';
import {
  analyseParcels,
  holdersOfBrought,
  holdersOfMissing,
  numbersTakenSince,
  putBack,
  removeBrought,
  removeMissingParcels,
} from '../../db/imports/parcels/withdraw-parcels';
import { insertParcels, writeOverParcels } from '../../db/imports/parcels/write-parcels';
import { refusal } from '../../errors';
import { squareMetresPer } from '../guess-mapping';
import type { Fault } from '../measure-records';
import { plainName } from '../plain-name';
import {
  readAmount,
  readShare,
  readStatus,
  readTenure,
  readText,
  readUse,
  readUseCode,
  readYesNo,
} from '../read-values';
import type { FieldOfKind, KindOfImport, NoteUnreadable, ReadRecord } from './kind';

const numeric: ReadonlySet<ParcelField> = new Set(['area', 'plotRatio', 'heightLimit', 'price']);
const numberChars = 100;
const values: Partial<Record<ParcelField, readonly ValueOfField[]>> = {
  use: valuesOf(useWords),
  status: valuesOf(statusWords),
  tenure: valuesOf(tenureWords, ['unknown']),
  ...(unitField.values && { unit: unitField.values }),
  farmland: asWritten([
    { zh: '是', en: 'yes' },
    { zh: '否', en: 'no' },
  ]),
};

const fields: FieldOfKind[] = (Object.keys(columnNames) as ParcelField[]).map((id) => ({
  id,
  title: fieldWords[id],
  names: columnNames[id],
  numeric: numeric.has(id),
  ...(id === 'area' && { settledBy: declaredAreaNames }),
  distinct: id === 'number',
  varies: id === 'number',
  ...(values[id] && { values: values[id] }),
}));

/** Plots of land by their number. */
export const parcels: KindOfImport = {
  id: 'parcels',
  title: { zh: '地块', en: 'parcels' },
  shapes: ['polygon'],
  place: 'required',
  fields,
  likeness: ({ shape, columns }) => {
    if (shape !== 'polygon' && shape !== 'mixed') return 0;
    // Boundary-point texts list plots, whatever the file is called.
    if (columns.includes('界址点数')) return 0.9;
    const names = columns.map(plainName);
    return columnNames.number.some((name) => names.includes(name)) ? 0.6 : 0.4;
  },
  read,
  holdBack: async (tx, job) => {
    const { import: id, mode } = job;
    await releaseHeld(tx, job, ['number-taken', 'number-ambiguous']);
    await (mode === 'insert' ? holdTakenNumbers(tx, id) : holdAmbiguousNumbers(tx, id));
  },
  write: async (tx, { import: id, mode }, batch) => {
    const over = mode === 'insert' ? none : await writeOverParcels(tx, id, batch, mode === 'replace');
    if (over.updated > 0) await redrawParks(tx, id, batch);
    return { ...over, inserted: await insertParcels(tx, id, batch) };
  },
  removeMissing: async (tx, { import: id, replaces }) => {
    if (!replaces) return 0;
    refuseHeld('replace-in-use', await holdersOfMissing(tx, id, replaces));
    return removeMissingParcels(tx, id, replaces);
  },
  withdraw: async (tx, { import: id }) => {
    await analyseParcels(tx);
    refuseHeld('import-in-use', await holdersOfBrought(tx, id));
    const [number] = await numbersTakenSince(tx, id);
    if (number !== undefined) throw refusal('undo-conflict', { name: number });
    const plots = await parkPlotsWrittenOver(tx, id);
    const removed = await removeBrought(tx, id);
    await putBack(tx, id);
    if (plots.length > 0) await redrawParksOf(tx, plots);
    return removed;
  },
  withdrawRecords: async (tx, { import: id }, records) => {
    refuseHeld('import-in-use', await holdersOfBrought(tx, id, records));
    const plots = await parkPlotsWrittenOver(tx, id, records);
    await removeBrought(tx, id, records);
    await putBack(tx, id, records);
    if (plots.length > 0) await redrawParksOf(tx, plots);
  },
  touches: ['parcels', 'parks', 'leftover'],
};

const none = { updated: 0, unchanged: 0 };
const namesShown = 5;

function refuseHeld(code: 'import-in-use' | 'replace-in-use', holders: readonly string[]): void {
  if (holders.length === 0) return;
  const more = holders.length > namesShown ? ' …' : '';
  throw refusal(code, { holders: holders.slice(0, namesShown).join('、') + more });
}

/**
 * The parcel's columns by their names in the table, those only that a column of the file fills; a value that cannot be
 * read is unknown and noted.
 */
function read(
  properties: Record<string, unknown>,
  { columns, areaUnit }: ImportMapping,
  note: NoteUnreadable,
): ReadRecord {
  const value = <T>(field: ParcelField, reader: (given: unknown, column: string) => T | null): T | null => {
    const column = columns[field];
    if (!column) return null;
    const text = readText(properties[column]);
    if (text === null) return null;
    const found = reader(properties[column], column);
    if (found === null && !unknownNames.test(text)) note(field, column, text);
    return found;
  };
  const key = columns.number ? readText(properties[columns.number]) : null;
  return {
    key,
    fault: columns.number ? ofNumber(key, columns.number) : null,
    fields: {
      ...(columns.name && { name: value('name', readText) }),
      ...(columns.unit && { unit: isUnitGuessed(properties, columns.unit) ? null : value('unit', readText) }),
      ...usesOf(properties, columns, value),
      ...(columns.status && { status: value('status', readStatus) }),
      ...(columns.tenure && { tenure: value('tenure', readTenure) ?? 'unknown' }),
      ...(columns.plotRatio && { plot_ratio: value('plotRatio', readAmount) }),
      ...(columns.buildingDensity && { building_density: value('buildingDensity', readShare) }),
      ...(columns.heightLimit && { height_limit_metres: value('heightLimit', readAmount) }),
      ...(columns.greenShare && { green_share: value('greenShare', readShare) }),
      ...(columns.price && { price_cny: value('price', readAmount) }),
      ...(columns.farmland && { farmland: value('farmland', readYesNo) }),
      ...(columns.area && { declared_area_square_metres: areaOf(value('area', readAmount), areaUnit) }),
    },
  };
}

/** Reads the value of a field; null where it is empty or cannot be read. */
type ReadValue = <T>(field: ParcelField, reader: (given: unknown, column: string) => T | null) => T | null;

/** The group of use, by its word before its code, and the code, of its own column before that of the use. */
function usesOf(properties: Record<string, unknown>, { use, useCode }: ImportMapping['columns'], value: ReadValue) {
  if (!use && !useCode) return {};
  const code = value('useCode', readUseCode) ?? (use ? readUseCode(properties[use]) : null);
  const byCode = useCode ? readUse(properties[useCode], useCode) : null;
  return {
    use_group: value('use', (given, column) => readUse(given, column) ?? byCode) ?? byCode ?? 'other',
    use_code: code,
  };
}

const ownUnit = ownNames('unit');
const ownBasis = ownNames('unitBasis');
const onRecord = [unitBasisWords.stored.zh, unitBasisWords.stored.en];

/** Our own exports say beside a unit how it is known: one that is not on record is no statement of the file. */
function isUnitGuessed(properties: Record<string, unknown>, column: string): boolean {
  if (!ownUnit.includes(plainName(column))) return false;
  const beside = Object.keys(properties).find((name) => ownBasis.includes(plainName(name)));
  const basis = beside === undefined ? null : readText(properties[beside]);
  return basis !== null && !onRecord.includes(basis);
}

/** A declared area of nought says nothing. */
const areaOf = (declared: number | null, unit: ImportMapping['areaUnit']): number | null =>
  declared ? declared * squareMetresPer[unit] : null;

function ofNumber(number: string | null, column: string): Fault | null {
  if (number === null) return { code: 'number-missing', args: { column }, at: null };
  return number.length > numberChars ? { code: 'number-too-long', args: { limit: numberChars }, at: null } : null;
}
