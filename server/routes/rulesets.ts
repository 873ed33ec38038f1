import type { FastifyInstance } from 'fastify';
import {
  listDraftRulesets,
  readDraftRulesetFile,
  readRules,
  removeDraftRuleset,
  saveDraftRuleset,
} from '../../data/contract';
import { leavesOf } from '../../data/contract/ruleset';
import { moveOf } from '../../data/rules/moves';
import { touchedBy } from '../../data/rules/parts';
import type { AppParts } from '../app';
import { listDrafts, readDraft } from '../db/rulesets/list-drafts';
import { refusal } from '../errors';
import { perform } from '../operations/perform';
import { verbs } from '../operations/verbs';
import { changesOf, nothingMoved, readMoved } from '../what-if/moved-rules';
import { proposeRuleset } from '../what-if/propose';
import { mustAct, serve } from './serve';

/** GET /api/rulesets/current; GET, POST and DELETE of proposed rulesets, and each as a file. */
export function registerRulesets(app: FastifyInstance, { db, rulesets }: AppParts): void {
  const { current } = rulesets;
  const { id, title, documents, offices } = current;
  const rules = leavesOf(current.rules).map(([path, leaf]) => {
    const rule = path.join('.');
    return { ...leaf, rule, move: moveOf(rule, leaf), touches: touchedBy(rule) };
  });
  serve(app, readRules, async () => ({ id, title, documents, offices, rules }));
  serve(app, listDraftRulesets, async () => ({ rows: await listDrafts(db) }));

  serve(app, saveDraftRuleset, async ({ body: { name, changes, reason = null }, actor, lang }) => {
    const who = { actor: mustAct(actor), reason };
    const moved = readMoved(current, changes, lang);
    if (moved.length === 0) throw nothingMoved(lang);
    const args = { name, base: id, changes: changesOf(moved), ...who };
    const done = await perform(db, verbs, who, { verb: 'save-draft-ruleset', args });
    return { id: done.outcome.subject.id, event: done.event };
  });

  serve(app, removeDraftRuleset, async ({ params, actor }) => {
    const who = { actor: mustAct(actor), reason: null };
    const { event } = await perform(db, verbs, who, { verb: 'remove-draft-ruleset', args: params });
    return { event };
  });

  serve(app, readDraftRulesetFile, async ({ params, reply }) => {
    const draft = await readDraft(db, params.id);
    if (!draft) throw refusal('not-found', { what: 'draft-ruleset', id: params.id });
    const base = rulesets.find(draft.base);
    const proposed = base && proposeRuleset(draft, base);
    if (!proposed) throw refusal('ruleset-unknown', { id: draft.base });
    // A person reads and dates this file, so it is laid out as those in data/rules are.
    reply.header('content-disposition', `attachment; filename="${proposed.id}.json"`);
    reply.serializer((file: unknown) => `${JSON.stringify(file, null, 2)}\n`);
    return proposed;
  });
}
