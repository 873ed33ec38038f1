import type { Db } from './db/pool';
import { readVersions, type Versions } from './db/state/read-versions';
import type { TouchedLayer } from './operations/perform';

/**
 * Keeps one answer as long as the layers it was made from have not changed, whichever process changed them.
 * The versions are read before the answer is computed, so an answer can be newer than its key but never older.
 */
export function cachedByVersion<T>(
  db: Db,
  layers: readonly TouchedLayer[],
  compute: (versions: Versions) => Promise<T>,
  also: () => string = () => '',
): () => Promise<T> {
  let kept: { key: string; answer: Promise<T> } | null = null;
  return async () => {
    const versions = await readVersions(db);
    const key = `${layers.map((layer) => versions[layer]).join('.')}/${also()}`;
    if (kept?.key === key) return kept.answer;
    const mine = { key, answer: compute(versions) };
    kept = mine;
    mine.answer.catch(() => {
      if (kept === mine) kept = null;
    });
    return mine.answer;
  };
}
