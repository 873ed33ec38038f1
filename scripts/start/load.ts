import { z } from 'zod';
import { startupLine } from '../../data/words/startup';
import type { Db, Progress } from '../../server/db/pool';
import { loadFacts } from '../load-facts';
import { loadSample } from '../load-sample';
import { fingerprint } from './fingerprint';

const factSources = ['data/plan', 'data/zones', 'data/sources', 'scripts/load-facts.ts'];
const sampleSources = ['scripts/load-sample.ts', 'scripts/sample-city'];

/**
 * Brings in the facts of the plan where they differ from what is loaded, and the sample city where no parcel of a
 * bureau is there and no sample was ever loaded whole.
 */
export async function loadMissing(db: Db, root: string, tell: Progress): Promise<void> {
  const facts = await fingerprint(root, factSources);
  if ((await loadedAs(db, 'facts')) !== facts) {
    tell(startupLine('loading-facts'));
    await loadFacts(db, tell);
    await markLoaded(db, 'facts', facts);
  }
  if ((await loadedAs(db, 'sample')) === null && !(await holdsRealParcels(db))) {
    tell(startupLine('loading-sample'));
    await loadSample(db, tell);
    await markLoaded(db, 'sample', await fingerprint(root, sampleSources));
    // The embedded database has nobody who would do it by and by, and plans badly without.
    await db.query({ text: 'analyze' }, null, { deadlineMs: 0 });
  }
}

async function loadedAs(db: Db, dataset: string): Promise<string | null> {
  const text = 'select fingerprint from loaded where dataset = $1';
  const [row] = await db.query({ text, values: [dataset] }, z.object({ fingerprint: z.string() }));
  return row?.fingerprint ?? null;
}

async function markLoaded(db: Db, dataset: string, mark: string): Promise<void> {
  await db.query({
    text: `insert into loaded (dataset, fingerprint) values ($1, $2)
           on conflict (dataset) do update set fingerprint = excluded.fingerprint, at = now()`,
    values: [dataset, mark],
  });
}

async function holdsRealParcels(db: Db): Promise<boolean> {
  const text = 'select exists (select from parcel where not sample) as found';
  const [row] = await db.query({ text }, z.object({ found: z.boolean() }));
  return row?.found ?? false;
}
