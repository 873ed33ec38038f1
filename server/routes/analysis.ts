import type { FastifyInstance } from 'fastify';
import {
  analyseContiguity,
  analyseJoin,
  analyseLeftover,
  analyseSeparateSupply,
  analyseTitle,
} from '../../data/contract/analysis';
import type { Ruleset } from '../../data/contract/ruleset';
import plan from '../../data/plan/plan.json';
import type { AppParts } from '../app';
import { contiguity } from '../core/contiguity';
import { joinPark } from '../core/join';
import { classifyLeftover } from '../core/leftover';
import type { LaidZone } from '../core/pieces/units';
import { separateSupply } from '../core/separate-supply';
import { sayTitle, title } from '../core/title';
import { refusal } from '../errors';
import { toldFinding } from '../findings/told-finding';
import { judgeGround } from './analysis-ground';
import { serve } from './serve';

const supplyGroups = new Map(plan.units.map(({ id, supplyGroup }) => [id, supplyGroup as 'city' | 'county']));

/** Registers the stateless analyses: geometry in, verdict out, nothing stored, the same core as saved parks. */
export function registerAnalysis(
  app: FastifyInstance,
  { rulesets }: Pick<AppParts, 'rulesets'>,
  zones: () => Promise<readonly LaidZone[]>,
): void {
  const rulesetOf = (id?: string): Ruleset => {
    const found = rulesets.find(id);
    if (!found) throw refusal('ruleset-unknown', { id: id ?? '' });
    return found;
  };

  serve(app, analyseContiguity, async ({ body, lang }) => {
    const ruleset = rulesetOf(body.ruleset);
    const ground = judgeGround(body, ['plots'], ruleset, lang);
    return contiguity({ ...ground, zones: await zones() }, ruleset, body.parameters);
  });

  serve(app, analyseLeftover, async ({ body, lang }) => {
    const ruleset = rulesetOf(body.ruleset);
    const ground = judgeGround(body, ['park', 'plots'], ruleset, lang);
    const answer = classifyLeftover(ground, ruleset, body.parameters);
    return {
      ...answer,
      findings: answer.findings.map(({ because, missing, ...finding }) =>
        toldFinding({ ...finding, because: [...because], missing: [...missing] }, lang),
      ),
    };
  });

  serve(app, analyseJoin, async ({ body, lang }) => {
    const ruleset = rulesetOf(body.ruleset);
    const ground = judgeGround(body, ['park'], ruleset, lang);
    const prices = new Map(body.plots.features.map(({ id, properties }) => [id, priceOf(properties)]));
    const plots = ground.plots.map((plot) => ({ ...plot, price: prices.get(plot.id) ?? null }));
    const { reading, weigh, refused } = body;
    return joinPark({ ...ground, plots, reading, weigh, refused }, ruleset, body.parameters);
  });

  serve(app, analyseTitle, async ({ body, lang }) => {
    const ruleset = rulesetOf(body.ruleset);
    const { plots, ...ground } = judgeGround(body, ['park'], ruleset, lang);
    const joined = plots.length > 0 ? joinPark({ ...ground, plots }, ruleset, body.parameters) : null;
    const join = joined?.possible ? { plots: joined.plots, areaMu: joined.areaMu ?? 0 } : null;
    const { firms, asOf, outputYear } = body;
    const finding = title({ ...ground, zones: await zones(), firms, asOf, outputYear, join }, ruleset, body.parameters);
    return sayTitle(finding, ruleset, lang);
  });

  serve(app, analyseSeparateSupply, async ({ body, lang }) =>
    separateSupply(body, supplyGroups, rulesetOf(body.ruleset), lang),
  );
}

function priceOf(properties: Record<string, unknown> | null | undefined): number | null {
  const price = properties?.price;
  return typeof price === 'number' && Number.isFinite(price) ? price : null;
}
