import { unitBasisWords } from '../../../data/words/exports';
import { statusWords, tenureWords, useWords } from '../../../data/words/vocabulary';
import { listParcelIds, type ParcelOut, readParcelsOut, sumParcelsOut } from '../../db/exports/parcels';
import { parcelOrder } from '../../db/parcels/list-parcels';
import { areas, type Column, number, suspected, text, yesNo } from '../column';
import { type RowAsked, type RowParts, type RowSource, sourceOf } from './source';

type Order = keyof typeof parcelOrder;
const isOrder = (name: string | undefined): name is Order => name !== undefined && name in parcelOrder;

/** The parcels of the list, in its order. */
export function parcelRows({ db }: RowParts, asked: RowAsked): RowSource {
  const { sort, ...filter } = asked.rows;
  const question = { ...filter, sort: isOrder(sort) ? sort : ('number' as const) };
  return sourceOf({
    summary: () => sumParcelsOut(db, question),
    keys: () => listParcelIds(db, question),
    read: (ids) => readParcelsOut(db, ids),
    columns: columnsOf(asked),
    ground: ({ id, shape, at }) => ({ id, shape, at: at.coordinates }),
    verdicts: true,
  });
}

/** Columns that a parcel has wherever it is listed. */
export function parcelHead<Row>(
  { lang, names }: RowAsked,
  of: (row: Row) => Pick<ParcelOut, 'number' | 'name' | 'unit' | 'unitBasis' | 'use' | 'useCode' | 'status' | 'tenure'>,
): Column<Row>[] {
  return [
    text('number', (row) => of(row).number),
    text('name', (row) => of(row).name),
    text('unit', (row) => names.get(`unit/${of(row).unit}`)?.[lang] ?? of(row).unit),
    text('unitBasis', (row) => unitBasisWords[of(row).unitBasis]?.[lang]),
    text('use', (row) => useWords[of(row).use][lang]),
    text('useCode', (row) => of(row).useCode),
    text('status', (row) => {
      const { status } = of(row);
      return status && statusWords[status][lang];
    }),
    text('tenure', (row) => tenureWords[of(row).tenure][lang]),
  ];
}

function columnsOf(asked: RowAsked): Column<ParcelOut>[] {
  const { lang, sources } = asked;
  return [
    ...parcelHead<ParcelOut>(asked, (parcel) => parcel),
    ...areas<ParcelOut>((parcel) => parcel.areaSquareMetres),
    number('planar', 2, (parcel) => parcel.areaPlanarSquareMetres),
    text('planarCrs', (parcel) => parcel.planarCrs),
    number('declared', 2, (parcel) => parcel.declaredAreaSquareMetres),
    number('plotRatio', 2, (parcel) => parcel.plotRatio),
    number('density', 3, (parcel) => parcel.buildingDensity),
    number('height', 1, (parcel) => parcel.heightLimitMetres),
    number('green', 3, (parcel) => parcel.greenShare),
    number('price', 2, (parcel) => parcel.priceCny),
    text('farmland', (parcel) => yesNo(parcel.farmland, lang)),
    text('park', (parcel) => parcel.park?.name),
    text('leftover', (parcel) => parcel.leftover && suspected(parcel.leftover, lang)),
    text('source', (parcel) => sources.find(({ id }) => id === parcel.source)?.title[lang] ?? parcel.source),
    text('sample', (parcel) => yesNo(parcel.sample, lang)),
  ];
}
