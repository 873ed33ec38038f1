import type { ContiguityAnswer } from '../../../data/contract/analysis';
import type { Ruleset } from '../../../data/contract/ruleset';
import type { FindingMessage } from '../../../data/words/findings';
import { percentBeside, type TestFinding } from '../findings';
import { keptApart, partingGaps } from './kept-apart';

/** What a reading of the ground means to the title: nearly contiguous is for a ruling. */
export const CONTIGUITY_MEETS = {
  contiguous: 'met',
  nearly: 'unknown',
  separate: 'unmet',
  unknown: 'unknown',
} as const;

/** Turns the normal reading into the title's test: nearly contiguous is for a ruling, unknown contents stay unknown. */
export function testContiguity(answer: ContiguityAnswer, ruleset: Ruleset): TestFinding {
  const { contiguous } = ruleset.rules.title;
  const { maxGapMetres } = ruleset.rules.contiguity;
  return {
    id: 'contiguity',
    verdict: CONTIGUITY_MEETS[answer.verdict],
    value: answer.verdict,
    limit: 'contiguous',
    missing: missingOf(answer, ruleset),
    notes: notesOf(answer, ruleset),
    rule: { ...contiguous, origin: maxGapMetres.origin },
  };
}

function missingOf(answer: ContiguityAnswer, ruleset: Ruleset): FindingMessage[] {
  if (answer.verdict === 'nearly') {
    const largest = answer.readings.normal.pieces[0]?.share ?? 0;
    const share = percentBeside(largest, ruleset.rules.contiguity.nearlyShare.value);
    return [{ code: 'contiguity-ruling', args: { share } }];
  }
  if (answer.verdict !== 'unknown') return [];
  return partingGaps(answer)
    .filter(({ bridged }) => bridged === null)
    .map((gap) => gapMessage('gap-contents', gap));
}

function notesOf(answer: ContiguityAnswer, ruleset: Ruleset): FindingMessage[] {
  const widest = Number(answer.parameters.maxGapMetres?.value);
  const notes: FindingMessage[] = [{ code: 'contiguity-by-assumption', args: { maxGapMetres: widest } }];
  if (answer.verdict === 'separate' || answer.verdict === 'nearly') {
    const open = partingGaps(answer).filter(({ bridged }) => bridged === false);
    notes.push(...open.map((gap) => gapMessage('gap-blocked', gap)));
  }
  if (answer.verdict !== 'contiguous') notes.push(...keptApart(answer, ruleset));
  if (answer.crossesUnit.length > 0) {
    notes.push({ code: 'crosses-unit', args: { units: answer.crossesUnit.join(', ') } });
  }
  return notes;
}

function gapMessage(code: 'gap-contents' | 'gap-blocked', gap: ContiguityAnswer['gaps'][number]): FindingMessage {
  return { code, args: { from: gap.from, to: gap.to, widthMetres: gap.widthMetres.toFixed(1) } };
}
