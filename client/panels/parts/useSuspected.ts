import { useCallback } from 'react';
import type { LeftoverKind } from '../../../data/contract';
import { leftoverWords } from '../../../data/words/vocabulary';
import { useFormat } from '../../text/format';
import { useText } from '../../text/i18n';
import { listText } from '../../text/list';

const FOUND = new Set<string>(['corner', 'scattered', 'enclosed']);
const isKind = (kind: string): kind is LeftoverKind => kind in leftoverWords;

/** Names what the machine found of a plot: a class is only suspected; what it could not class is said plainly. */
export function useSuspected(): (kind: string) => string {
  const t = useText(listText);
  const format = useFormat();
  return useCallback(
    (kind) => {
      const word = isKind(kind) ? format.name(leftoverWords[kind]) : kind;
      return FOUND.has(kind) ? t('suspected', { kind: word }) : word;
    },
    [t, format],
  );
}
