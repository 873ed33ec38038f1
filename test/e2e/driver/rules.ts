import { expect } from 'vitest';
import type { City } from './city';

const patience = { timeout: 40_000, interval: 200 };

/** The thresholds in the panel, in the words of who moves them. */
export function thresholdsIn({ page, panel, expectAddress }: City) {
  const summary = (group: string) => panel.locator('summary').filter({ hasText: group });
  const rule = (title: string) => panel.locator('.rule-list .rule-control').filter({ hasText: title });
  const sentence = panel.locator('.rule-sentence');
  return {
    rule,
    sentence,
    /** Unfolds a group of rules. */
    unfold: async (group: string) => {
      await summary(group).click();
      await panel
        .locator('details[open]')
        .filter({ has: page.locator('.rule-list') })
        .first()
        .waitFor();
    },
    /** Types a value into a rule's field and waits until the address has it. */
    type: async (title: string, name: string, value: string) => {
      const field = rule(title).getByRole('spinbutton');
      await field.fill(value);
      await field.press('Enter');
      await expectAddress(({ rules }) => rules[name] === value);
    },
    /** Takes the hand of a rule's slider to one of its ends. */
    slide: async (title: string, key: 'Home' | 'End') => {
      await rule(title).getByRole('slider').press(key);
    },
    /** Waits until the sentence above everything says this. */
    says: (words: string | RegExp) => expect.poll(() => sentence.textContent(), patience).toMatch(words),
    /** The counts of a tally's row: in force, and moved. */
    counts: async (row: string): Promise<number[]> => {
      const cells = panel.locator('.rule-tally tr').filter({ hasText: row }).first().locator('td');
      return (await cells.allTextContents()).slice(0, 2).map(Number);
    },
    /** The names of the parks that flip. */
    parks: () => panel.getByRole('region', { name: '结论会变的园区' }).locator('li b').allTextContents(),
  };
}
