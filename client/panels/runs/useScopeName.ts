import { useCallback } from 'react';
import { listParks } from '../../../data/contract';
import { useAnswer } from '../../answers';
import { useText } from '../../text/i18n';
import { runsText } from '../../text/runs';
import { useUnitNames } from '../parts/useUnitNames';

/** Names where a search looks, in the reader's language. */
export function useScopeName(): (scope: string) => string {
  const t = useText(runsText);
  const unitName = useUnitNames();
  const parks = useAnswer(listParks, {}, { layers: ['parks'], keep: true }).data?.rows;
  return useCallback(
    (scope) => {
      const [kind, id = ''] = scope.split('/');
      if (kind === 'unit') return unitName(id);
      if (kind === 'park') return parks?.find((park) => park.id === id)?.name ?? t('parkOf', { name: id });
      return t('city');
    },
    [t, unitName, parks],
  );
}
