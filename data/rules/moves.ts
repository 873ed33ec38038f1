import { z } from 'zod';
import { type Rule, ruleset } from '../contract/ruleset';
import type { RuleMove } from '../contract/what-if';
import { partsOfRule } from './parts';

/** How far a slider reaches beyond the value in force, and into how many steps it is cut. */
const TIMES_THE_VALUE = 3;
const STEPS = 200;
const FINE_SHARE = 0.05;
const MOST_DEGREES = 90;

/** Where the value in force says nothing of the range that makes sense. */
const ranges: Readonly<Record<string, { most: number; step: number }>> = {
  // The plan says only "around", so that a street's width must be within reach of the hand.
  'leftover.reachMetres': { most: 50, step: 0.5 },
};

/**
 * How a rule can be moved, from its schema, unit and value; null for lists and coordinate systems, and for rules on
 * which no verdict on parks or on the plots beside them depends.
 */
export function moveOf(rule: string, { value, unit }: Pick<Rule, 'value' | 'unit'>): RuleMove | null {
  const schema = schemaOf(rule);
  if (!schema || partsOfRule(rule).length === 0) return null;
  if (schema instanceof z.ZodBoolean) return { as: 'switch' };
  if (schema instanceof z.ZodEnum) return { as: 'choice', of: schema.options.map(String) };
  if (!(schema instanceof z.ZodNumber) || typeof value !== 'number') return null;
  const whole = !schema.safeParse(0.5 + Math.floor(value)).success && unit !== 'share';
  const { most, step } = ranges[rule] ?? rangeOf(value, unit, whole);
  return { as: 'number', least: schema.safeParse(0).success ? 0 : step, most, step, whole };
}

/** Whether the schema of data/contract takes a value for a rule. */
export function isTaken(rule: string, value: unknown): boolean {
  return schemaOf(rule)?.safeParse(value).success ?? false;
}

function rangeOf(value: number, unit: string, whole: boolean): { most: number; step: number } {
  if (unit === 'share') return value > 0 && value < FINE_SHARE ? range(FINE_SHARE, FINE_SHARE / 100) : range(1, 0.01);
  const most = roundUp(Math.max(value, Number.MIN_VALUE) * TIMES_THE_VALUE);
  if (whole) return range(Math.max(most, 10), 1);
  if (unit === 'degrees') return range(Math.min(most, MOST_DEGREES), 1);
  return value > 0 ? range(most, roundDown(most / STEPS)) : range(STEPS / 2, 0.5);
}

const range = (most: number, step: number) => ({ most, step });

/** The next 1, 2 or 5 of a power of ten. */
function roundUp(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  const lead = [1, 2, 5, 10].find((step) => step * power >= value * (1 - 1e-9)) ?? 10;
  return plain(lead * power);
}

function roundDown(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  const lead = [5, 2, 1].find((step) => step * power <= value * (1 + 1e-9)) ?? 1;
  return plain(lead * power);
}

/** Powers of ten leave digits behind that nobody meant. */
const plain = (value: number): number => Number(value.toPrecision(6));

/** The schema of a rule's value, found by its path. */
function schemaOf(rule: string): z.ZodType | null {
  let at: unknown = ruleset;
  for (const step of ['rules', ...rule.split('.'), 'value']) {
    if (!(at instanceof z.ZodObject)) return null;
    const shape: Readonly<Record<string, unknown>> = at.shape;
    at = Object.hasOwn(shape, step) ? shape[step] : null;
  }
  return at instanceof z.ZodType ? at : null;
}
