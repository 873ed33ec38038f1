import { z } from 'zod';
import { endpoint } from './endpoint';
import { areal } from './geojson';
import { ruleset, rulesetLeaf } from './ruleset';
import { contiguityVerdict, leftoverKind, named, verdict } from './vocabulary';

/** New values by `group.name`, such as `leftover.limitMu`; only numbers, switches and choices can be moved. */
export const ruleChanges = z.record(
  z.string().regex(/^[a-zA-Z]+\.[a-zA-Z]+$/),
  z.union([z.number(), z.boolean(), z.string()]),
);
const verdicts = z.object({ title: verdict, contiguity: contiguityVerdict });
const tally = z.object({ met: z.number(), unmet: z.number(), unknown: z.number() });

/** What would change across a scope under other thresholds; nothing is stored. */
export const whatIfAnswer = z.object({
  base: z.string(),
  changes: z.array(
    z.object({ rule: z.string(), title: named, unit: z.string(), before: z.unknown(), after: z.unknown() }),
  ),
  parks: z.object({
    looked: z.number(),
    title: z.object({ before: tally, after: tally }),
    flips: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        unit: z.string().nullable(),
        before: verdicts,
        after: verdicts,
        /** For drawing only: simplified, and never to be measured. */
        outline: areal,
      }),
    ),
  }),
  /** A plot beside several parks counts once, under its leading finding. Rulings of persons are left aside. */
  leftover: z.object({
    looked: z.number(),
    kinds: z.array(z.object({ kind: leftoverKind, before: z.number(), after: z.number() })),
    /** At most 500; `flipped` counts them all. */
    flipped: z.number(),
    flips: z.array(
      z.object({
        parcel: z.string(),
        number: z.string(),
        park: z.object({ id: z.string(), name: z.string() }),
        before: leftoverKind,
        after: leftoverKind,
      }),
    ),
  }),
  milliseconds: z.number(),
});
export const askWhatIf = endpoint({
  method: 'POST',
  path: '/api/what-if',
  tag: 'rulesets',
  summary: 'Which verdicts would flip under other thresholds; stores nothing',
  body: z.object({
    changes: ruleChanges,
    scope: z
      .string()
      .regex(/^(city|(belt|unit)\/[\w-]+|park\/\d+)$/)
      .default('city'),
  }),
  response: whatIfAnswer,
});

/** A ruleset that somebody proposes: the one in force with some values moved. It decides nothing until it is adopted. */
export const draftRuleset = z.object({
  id: z.string(),
  name: z.string(),
  base: z.string(),
  changes: ruleChanges,
  actor: z.string(),
  reason: z.string().nullable(),
  at: z.iso.datetime(),
});
export const listDraftRulesets = endpoint({
  method: 'GET',
  path: '/api/rulesets/drafts',
  tag: 'rulesets',
  summary: 'Proposed rulesets, newest first',
  response: z.object({ rows: z.array(draftRuleset) }),
});
export const saveDraftRuleset = endpoint({
  method: 'POST',
  path: '/api/rulesets/drafts',
  tag: 'rulesets',
  signed: true,
  summary: 'Keeps moved thresholds as a proposed ruleset',
  body: z.object({
    name: z.string().trim().min(1).max(80),
    changes: ruleChanges,
    reason: z.string().trim().max(500).optional(),
  }),
  response: z.object({ id: z.string(), event: z.string() }),
});
export const removeDraftRuleset = endpoint({
  method: 'DELETE',
  path: '/api/rulesets/drafts/:id',
  tag: 'rulesets',
  signed: true,
  summary: 'Removes a proposed ruleset; undo brings it back',
  params: z.object({ id: z.string().regex(/^\d+$/) }),
  response: z.object({ event: z.string() }),
});
export const readDraftRulesetFile = endpoint({
  method: 'GET',
  path: '/api/rulesets/drafts/:id/file',
  tag: 'rulesets',
  summary: 'A proposed ruleset as a complete file in the form of data/rules, for the administrator to date and adopt',
  params: z.object({ id: z.string().regex(/^\d+$/) }),
  response: ruleset,
});
/** How a rule can be moved: a number within bounds, a yes or no, one of some words. */
export const ruleMove = z.union([
  z.object({
    as: z.literal('number'),
    least: z.number(),
    most: z.number(),
    step: z.number(),
    /** Only whole numbers make sense. */
    whole: z.boolean(),
  }),
  z.object({ as: z.literal('switch') }),
  z.object({ as: z.literal('choice'), of: z.array(z.string()) }),
]);
/** The verdicts that a rule can change. */
export const ruleTouches = z.enum(['title', 'contiguity', 'leftover']);
/** The rules of the set in force, in reading order: what can be moved, within which bounds, and who says so. */
export const readRules = endpoint({
  method: 'GET',
  path: '/api/rulesets/current',
  tag: 'rulesets',
  summary: 'Every rule in force with value, unit, clause, origin and offices',
  response: z.object({
    id: z.string(),
    title: named,
    documents: z.record(z.string(), named),
    offices: z.record(z.string(), named),
    rules: z.array(
      rulesetLeaf.extend({
        /** `group.name`. */
        rule: z.string(),
        /** Null where it cannot be moved here: lists, coordinate systems, and what no verdict looked at depends on. */
        move: ruleMove.nullable(),
        touches: z.array(ruleTouches),
      }),
    ),
  }),
});
export type RuleChanges = z.infer<typeof ruleChanges>;
export type WhatIfAnswer = z.infer<typeof whatIfAnswer>;
export type DraftRuleset = z.infer<typeof draftRuleset>;
export type RuleMove = z.infer<typeof ruleMove>;
export type RuleTouches = z.infer<typeof ruleTouches>;
