import type { Db, Statement } from '../../server/db/pool';

/** One step of a plan, as far as tests look at it. */
export interface Scan {
  'Node Type': string;
  'Relation Name'?: string;
  'Index Name'?: string;
}
type Plan = Scan & { Plans?: Plan[] };

/** The steps of the plan that production would run for a statement. */
export async function scansOf(db: Db, { text, values }: Statement): Promise<Scan[]> {
  const statement = { text: `explain (format json) ${text}`, ...(values && { values }) };
  const [row] = await db.query<{ 'QUERY PLAN': { Plan: Plan }[] }>(statement);
  const all = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(all)];
  const plan = row?.['QUERY PLAN'][0]?.Plan;
  return plan ? all(plan) : [];
}
