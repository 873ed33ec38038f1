import type { ParcelRow } from '../../../data/contract';
import { statusWords, tenureWords, useWords } from '../../../data/words/vocabulary';
import { useFormat } from '../../text/format';
import { useText } from '../../text/i18n';
import { listText } from '../../text/list';
import { useSuspected } from '../parts/useSuspected';
import { useUnitNames } from '../parts/useUnitNames';
import { type Column, roundHectares, roundMu } from './columns';

/** The public columns of a parcel, for export. */
export function useParcelColumns(): Column<ParcelRow>[] {
  const t = useText(listText);
  const { name } = useFormat();
  const nameKind = useSuspected();
  const nameOf = useUnitNames();
  return [
    { head: t('colNumber'), cell: (parcel) => parcel.number },
    { head: t('colUnit'), cell: (parcel) => parcel.unit && nameOf(parcel.unit) },
    { head: t('colUse'), cell: (parcel) => name(useWords[parcel.use]) },
    { head: t('colUseCode'), cell: (parcel) => parcel.useCode },
    { head: t('colStatus'), cell: (parcel) => parcel.status && name(statusWords[parcel.status]) },
    { head: t('colTenure'), cell: (parcel) => name(tenureWords[parcel.tenure]) },
    { head: t('colMu'), cell: (parcel) => roundMu(parcel.areaMu) },
    { head: t('colHectares'), cell: (parcel) => roundHectares(parcel.areaMu) },
    { head: t('colPark'), cell: (parcel) => parcel.park?.name },
    { head: t('colLeftover'), cell: (parcel) => parcel.leftover && nameKind(parcel.leftover) },
    { head: t('colSample'), cell: (parcel) => t(parcel.sample ? 'yes' : 'no') },
  ];
}
