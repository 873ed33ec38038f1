import type { Named } from '../../data/contract/vocabulary';
import { startupLine } from '../../data/words/startup';
import type { DatabaseRefusal } from './open';

/** Says in both languages why a database did not open, and what to do. */
export function refusalLine(refusal: DatabaseRefusal): Named {
  if (refusal.code === 'locked') return startupLine('locked', { pid: refusal.holder.pid });
  return startupLine(refusal.code, { ...refusal });
}
