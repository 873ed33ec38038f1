import { App } from 'antd';
import { useCallback } from 'react';
import type { ParkCard } from '../../../data/contract';
import { formText } from '../../text/form';
import { useText } from '../../text/i18n';
import { addressNow, go } from '../../url';

/** Which form changes a park: its own for a draft; an official park is only ever the start of a new one. */
export const formOf = ({ id, kind }: Pick<ParkCard, 'id' | 'kind'>): string => (kind === 'draft' ? id : '-');

/** Opens a form over parcels; asks first where that would put other picks, not saved, out of sight. */
export function useOpenForm(): (form: string, picks: readonly string[]) => void {
  const t = useText(formText);
  const { modal } = App.useApp();
  return useCallback(
    (form, picks) => {
      const open = () => go({ selection: { kind: 'form', id: form }, picks: [...picks] });
      const taken = new Set(picks);
      const lost = addressNow().picks.filter((pick) => !taken.has(pick)).length;
      if (lost === 0) return open();
      modal.confirm({
        title: t('replaceTitle', { count: lost }),
        content: t('replaceWhy'),
        okText: t('replace'),
        cancelText: t('replaceNot'),
        onOk: open,
      });
    },
    [modal, t],
  );
}
