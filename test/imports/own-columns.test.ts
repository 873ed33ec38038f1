import { describe, expect, test } from 'vitest';
import type { ParcelField } from '../../data/contract';
import { parcelField } from '../../data/contract';
import { type ExportColumn, exportColumns } from '../../data/words/exports';
import { statusWords, tenureWords, useWords } from '../../data/words/vocabulary';
import type { ParcelOut } from '../../server/db/exports/parcels';
import { fieldOf } from '../../server/exports/column';
import { parcelRows } from '../../server/exports/rows/parcels';
import type { RowParts } from '../../server/exports/rows/source';
import { guessColumns } from '../../server/imports/guess-mapping';
import { parcels } from '../../server/imports/kinds/parcels';
import { openProfiles } from '../../server/imports/profile-columns';

/** Which column of our own export each field of an import is brought back from. */
const broughtBackFrom: Record<ParcelField, ExportColumn> = {
  number: 'number',
  name: 'name',
  area: 'declared',
  use: 'use',
  useCode: 'useCode',
  status: 'status',
  tenure: 'tenure',
  unit: 'unit',
  plotRatio: 'plotRatio',
  buildingDensity: 'density',
  heightLimit: 'height',
  greenShare: 'green',
  price: 'price',
  farmland: 'farmland',
};
type Naming = 'short' | 'zh' | 'en';
const langOf = (naming: Naming) => (naming === 'en' ? 'en' : 'zh');
const nameIn = (naming: Naming, column: ExportColumn) => exportColumns[column][naming];

/** A row as our own export of parcels writes it. */
function exported(naming: Naming, more: Partial<ParcelOut> = {}): Record<string, unknown> {
  const lang = langOf(naming);
  const asked = { rows: { what: 'parcels' }, lang, internal: true, names: new Map(), sources: [] };
  const { columns } = parcelRows({} as RowParts, asked as never);
  const parcel = {
    number: 'A-1',
    name: '一号地',
    unit: '350503',
    unitBasis: 'stored',
    use: 'industrial',
    useCode: '100101',
    status: 'idle',
    tenure: 'state',
    areaSquareMetres: 9_990.05,
    areaPlanarSquareMetres: 10_001.5,
    planarCrs: 'EPSG:4548',
    declaredAreaSquareMetres: 10_000,
    plotRatio: 1.5,
    buildingDensity: 0.4,
    heightLimitMetres: 24,
    greenShare: 0.2,
    priceCny: 1_000_000,
    farmland: false,
    park: { name: '一园' },
    leftover: null,
    source: 'somewhere',
    sample: false,
    ...more,
  } as unknown as ParcelOut;
  return Object.fromEntries(
    columns.map((column) => {
      const { title, short } = fieldOf(column, lang);
      return [
        naming === 'short' ? short : title,
        (column as never as { cell: (row: ParcelOut) => unknown }).cell(parcel),
      ];
    }),
  );
}

function guess(rows: Record<string, unknown>[]) {
  const { add, profiles } = openProfiles([...new Set(rows.flatMap(Object.keys))]);
  for (const row of rows) add(row);
  return guessColumns(parcels.fields, profiles(), rows.length);
}

const noted: string[] = [];
const read = (row: Record<string, unknown>, columns = guess([row])) => {
  noted.length = 0;
  return parcels.read(row, { columns, areaUnit: 'square-metres' }, (field) => noted.push(field)).fields;
};

describe.each<Naming>(['short', 'zh', 'en'])('our own export of parcels, its columns by %s', (naming) => {
  test('each column is guessed back to its own field', () => {
    const own = parcelField.options.map((field) => [field, nameIn(naming, broughtBackFrom[field])]);
    expect(guess([exported(naming)])).toEqual(Object.fromEntries(own));
  });

  test('what is read back is what was written', () => {
    expect(read(exported(naming))).toEqual({
      name: '一号地',
      unit: '350503',
      use_group: 'industrial',
      use_code: '100101',
      status: 'idle',
      tenure: 'state',
      plot_ratio: 1.5,
      building_density: 0.4,
      height_limit_metres: 24,
      green_share: 0.2,
      price_cny: 1_000_000,
      farmland: false,
      declared_area_square_metres: 10_000,
    });
    expect(noted).toEqual([]);
  });

  test('an area that nobody declared is not filled from the computed one', () => {
    expect(guess([exported(naming, { declaredAreaSquareMetres: null })]).area).toBeUndefined();
  });

  test('a tenure that is not known stays so without a warning', () => {
    expect(read(exported(naming, { tenure: 'unknown', status: null }))).toMatchObject({ tenure: 'unknown' });
    expect(noted).toEqual([]);
  });

  test('a unit that was only told by an outline is not taken as stated', () => {
    for (const unitBasis of ['zone-layer', 'county', 'schematic'] as const)
      expect(read(exported(naming, { unitBasis })).unit).toBeNull();
  });

  test('every word of a coded field is read back', () => {
    const lang = langOf(naming);
    const each = (words: Record<string, Record<'zh' | 'en', string>>, column: ExportColumn, key: string) =>
      Object.entries(words).flatMap(([code, word]) => {
        const row = exported(naming);
        const told = read(
          { ...row, [nameIn(naming, 'useCode')]: null, [nameIn(naming, column)]: word[lang] },
          guess([row]),
        );
        return told[key] === code && noted.length === 0 ? [] : [`${code}: ${word[lang]} is read as ${told[key]}`];
      });
    expect(each(useWords, 'use', 'use_group')).toEqual([]);
    expect(each(statusWords, 'status', 'status')).toEqual([]);
    expect(each(tenureWords, 'tenure', 'tenure')).toEqual([]);
  });
});

test('a computed area alone is still taken for the declared one, a declared one before it', () => {
  expect(guess([{ DKBH: 'a', DKMJ: 5 }]).area).toBe('DKMJ');
  expect(guess([{ DKBH: 'a', DKMJ: 5, 申报面积: 6 }]).area).toBe('申报面积');
  expect(guess([{ 地块编号: 'a', '面积（平方米）': 5 }]).area).toBe('面积（平方米）');
});

describe('the code of a use', () => {
  const columns = { use: '用途', useCode: '地类编码' };
  test.each([
    [{ 用途: '工业用地' }, { use: '用途' }, 'industrial', null],
    [{ 用途: '061' }, { use: '用途' }, 'other', '061'],
    [{ DLBM: '0601' }, { use: 'DLBM' }, 'industrial', '0601'],
    [{ YDXZ: '100101' }, { use: 'YDXZ' }, 'industrial', '100101'],
    [{ 用途: 'M1' }, { use: '用途' }, 'industrial', 'M1'],
    [{ 用途: '9901' }, { use: '用途' }, 'other', null],
    [{ 用途: '工业', 地类编码: '0601' }, columns, 'industrial', '0601'],
    [{ 用途: '某种用地', 地类编码: '0601' }, columns, 'industrial', '0601'],
    [{ 用途: '0601', 地类编码: null }, columns, 'other', '0601'],
    [{ 地类编码: '0701' }, { useCode: '地类编码' }, 'residential', '0701'],
    [{ 用途: '工业', 地类编码: '厂房' }, columns, 'industrial', null],
  ])('%o by %o is of %s, code %s', (row, by, group, code) => {
    expect(read(row, by as never)).toMatchObject({ use_group: group, use_code: code });
  });

  test('the columns of a boundary-point text fill both, either alone fills the use', () => {
    expect(guess([{ 地块编号: 'a', 地块用途: '工业用地', 地类编码: '0601' }])).toMatchObject({
      use: '地块用途',
      useCode: '地类编码',
    });
    expect(guess([{ 地块编号: 'a', 地块用途: '工业用地', 地类编码: null }]).use).toBe('地块用途');
    expect(guess([{ 地块编号: 'a', 地块用途: null, 地类编码: '0601' }])).toEqual({
      number: '地块编号',
      use: '地类编码',
    });
  });
});
