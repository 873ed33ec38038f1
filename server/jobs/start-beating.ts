const beatEveryMs = 2000;

/**
 * Tells every two seconds that a job lives, never two tellings at once: the embedded database answers nothing else
 * during a transaction, and a telling may have to wait. `lost` fires when the job is no longer ours.
 */
export function startBeating(beat: () => Promise<boolean>): { lost: AbortSignal; stop: () => void } {
  const lost = new AbortController();
  let waiting = false;
  const timer = setInterval(async () => {
    if (waiting) return;
    waiting = true;
    // A beat that cannot be told is not a loss: the claim itself is asked before anything is written.
    const ours = await beat().catch(() => true);
    waiting = false;
    if (!ours) lost.abort();
  }, beatEveryMs);
  timer.unref();
  return { lost: lost.signal, stop: () => clearInterval(timer) };
}
