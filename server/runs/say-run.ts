import type { Run } from '../../data/contract';
import { runFailures } from '../../data/words/runs';
import type { RunRow } from '../db/runs/read-run';
import { isRefusalCode, refusal, refusalBody } from '../errors';
import type { Lang } from '../lang';

/** Tells a stored search in the reader's language. */
export function sayRun(row: RunRow, lang: Lang): Run {
  const { parksDone, parksOf, plotsDone, workedMs, outcome, error, startedAt, finishedAt, ...rest } = row;
  const seconds = workedMs / 1000;
  const isKnown = seconds > 0 && parksDone > 0;
  return {
    ...rest,
    at: row.at.toISOString(),
    startedAt: startedAt?.toISOString() ?? null,
    finishedAt: finishedAt?.toISOString() ?? null,
    progress: {
      parksDone,
      parksOf,
      plotsDone,
      plotsPerSecond: isKnown ? plotsDone / seconds : null,
      secondsLeft: isKnown ? ((parksOf - parksDone) * seconds) / parksDone : null,
    },
    outcome,
    error: error && sayFailure(error, lang),
  };
}

function sayFailure({ code, args }: NonNullable<RunRow['error']>, lang: Lang): string {
  if (isRefusalCode(code)) return refusalBody(refusal(code, args), lang, '').message;
  const words = Object.entries(runFailures).find(([known]) => known === code)?.[1];
  if (!words) throw new Error(`no words for ${code}`);
  return words[lang].replace(/\{(\w+)\}/g, (_, name: string) => String(args[name] ?? '?'));
}
