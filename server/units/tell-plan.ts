import type { Answer, listUnits } from '../../data/contract';
import { sayTerm } from '../../data/words/plan-terms';
import type { Lang } from '../lang';

type Plan = Answer<typeof listUnits>;

/** What the plan says beside its units, with its Chinese-only terms in the reader's language. */
export function tellPlan(plan: Plan, lang: Lang): Plan {
  const say = (terms: readonly string[]) => terms.map((term) => sayTerm(term, lang));
  return {
    ...plan,
    segments: plan.segments.map(({ alias, weak, gaps, wanted, leaders, ...segment }) => ({
      ...segment,
      alias: say(alias),
      weak: say(weak),
      gaps: say(gaps),
      wanted: say(wanted),
      leaders: say(leaders),
    })),
    carriers: plan.carriers.map((carrier) => tellCarrier(carrier, lang)),
  };
}

/** A carrier with its name in the reader's language. */
export function tellCarrier(carrier: Plan['carriers'][number], lang: Lang): Plan['carriers'][number] {
  return { ...carrier, name: sayTerm(carrier.name, lang) };
}
