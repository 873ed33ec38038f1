import plan from '../../../../data/plan/plan.json';

const ids = new Map(
  plan.segments.flatMap(({ id, name, alias }) =>
    [id, name.zh, name.en.toLowerCase(), ...alias].map((each) => [each, id] as const),
  ),
);

/** The segment of the plan that a text names; null for any other. */
export function readSegment(text: string): string | null {
  return ids.get(text) ?? ids.get(text.toLowerCase()) ?? null;
}
