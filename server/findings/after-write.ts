import type { FastifyBaseLogger } from 'fastify';
import type { AppParts } from '../app';
import type { Engine } from '../engine/engine';
import type { Outcome } from '../operations/perform';
import { asOfDay } from '../settings';
import { rebuildBlocks } from '../tiles/rebuild-blocks';
import { refreshFindings } from './refresh';

/** What follows a write once it is committed. */
export type AfterWrite = (outcome: Pick<Outcome, 'subject'>) => Promise<void>;

/**
 * Brings findings and blocks up to date after writes: for one park before the answer is given, for anything larger
 * behind it, one run at a time. What fails here is logged; the write itself has been kept. `warm` asks for what the
 * next reader will ask for.
 */
export function openAfterWrite(
  parts: AppParts,
  engine: Engine,
  log: FastifyBaseLogger,
  warm: () => Promise<unknown>,
): { afterWrite: AfterWrite; catchUp: () => void; settled: () => Promise<void> } {
  const { db, rulesets } = parts;
  const place = { db, rulesets, engine };
  const closing = new AbortController();
  let running: Promise<void> | null = null;
  let again = false;

  const everything = async (): Promise<void> => {
    do {
      again = false;
      await warm();
      await rebuildBlocks(db);
      await refreshFindings(place, { asOf: asOfDay(parts), patient: true, signal: closing.signal });
    } while (again && !closing.signal.aborted);
  };
  const catchUp = (): void => {
    again = true;
    if (closing.signal.aborted || running) return;
    running = everything()
      .catch((error: unknown) => {
        // What is left undone by a closing server, the next one does.
        if (!closing.signal.aborted) log.error(error);
      })
      .finally(() => {
        running = null;
      });
  };
  const afterWrite: AfterWrite = async ({ subject }) => {
    if (subject.kind === 'run') return;
    if (subject.kind !== 'park') return catchUp();
    try {
      await refreshFindings(place, { parks: [subject.id], asOf: asOfDay(parts) });
    } catch (error) {
      log.error(error);
    }
  };
  const settled = async (): Promise<void> => {
    closing.abort();
    await running;
  };
  return { afterWrite, catchUp, settled };
}
