import type { Answer, Named, readRules } from '../../../data/contract';
import { ruleChoices, ruleUnits } from '../../../data/words/rules';

/** One rule of the set in force, as the panel is told of it. */
export type RuleRow = Answer<typeof readRules>['rules'][number];
export type RuleValue = number | boolean | string;
/** A rule that can be moved. */
export type MovableRule = RuleRow & { move: NonNullable<RuleRow['move']>; value: RuleValue };

/** Whether a rule can be moved at all. */
export const isMovable = (row: RuleRow): row is MovableRule => row.move !== null;

/** Shares are shown and typed in percent. */
export const scaleOf = ({ unit }: Pick<RuleRow, 'unit'>): number => (unit === 'share' ? 100 : 1);

/** A figure without the digits that counting in tenths leaves behind. */
export const plainFigure = (figure: number): number => Number(figure.toPrecision(6));

/** Writes a value with its unit: 50 米, 20 %, 是. */
export function writeValue(row: Pick<RuleRow, 'unit'>, value: unknown, say: (word: Named) => string): string {
  if (typeof value === 'number') {
    const unit = ruleUnits[row.unit];
    return `${plainFigure(value * scaleOf(row))}${unit ? ` ${say(unit)}` : ''}`;
  }
  if (typeof value === 'object') return '…';
  const word = ruleChoices[String(value)];
  return word ? say(word) : String(value);
}

/** Reads a value of the address; null where it is none that the rule can be given. */
export function readValue({ move }: MovableRule, text: string): RuleValue | null {
  if (move.as === 'switch') return text === 'true' ? true : text === 'false' ? false : null;
  if (move.as === 'choice') return move.of.includes(text) ? text : null;
  const figure = text.trim() === '' ? Number.NaN : Number(text);
  const fits = figure >= move.least && figure <= move.most && (!move.whole || Number.isInteger(figure));
  return fits ? figure : null;
}
