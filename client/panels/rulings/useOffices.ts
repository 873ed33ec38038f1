import { readRules } from '../../../data/contract';
import { useAnswer } from '../../answers';
import { useFormat } from '../../text/format';
import type { RulingAbout } from './about';

/** The rule that says whose ruling it is: the limit of leftover plots, or what bridges a gap. */
const RULES: Record<RulingAbout['subject'], string> = { plot: 'leftover.limitMu', gap: 'contiguity.gapRoles' };

/** The offices to whom a ruling belongs by the ruleset in force, in the reader's language; empty until they are known. */
export function useOffices(subject: RulingAbout['subject']): readonly string[] {
  const format = useFormat();
  const answer = useAnswer(readRules, {}).data;
  const responsible = answer?.rules.find(({ rule }) => rule === RULES[subject])?.responsible ?? [];
  return responsible.flatMap((office) => {
    const name = answer?.offices[office];
    return name ? [format.name(name)] : [];
  });
}
