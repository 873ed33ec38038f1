import { readRules } from '../../../data/contract';
import { useAnswer } from '../../answers';

/** The rules in force by `group.name`, with the names of their documents; empty until they are here. */
export function useRules() {
  const answer = useAnswer(readRules, {}).data;
  return {
    ruleOf: (rule: string) => answer?.rules.find((one) => one.rule === rule),
    documents: answer?.documents ?? {},
  };
}
export type Rules = ReturnType<typeof useRules>;
