import { execFileSync } from 'node:child_process';
import { cpus, loadavg, totalmem } from 'node:os';
import { z } from 'zod';
import type { Db } from '../../../server/db/pool';

/** One line that says on what and of what state the figures were taken. */
export async function sayWhere(db: Db, root: string): Promise<string> {
  const text = `select split_part(version(), ' ', 2) as postgres, postgis_lib_version() as postgis, postgis_geos_version() as geos`;
  const row = z.object({ postgres: z.string(), postgis: z.string(), geos: z.string() });
  const [found] = await db.query({ text }, row);
  const [cpu] = cpus();
  const memory = `${Math.round(totalmem() / 2 ** 30)} GB`;
  const busy = loadavg()[0]?.toFixed(1);
  const versions = `Node ${process.versions.node}, PostgreSQL ${found?.postgres}, PostGIS ${found?.postgis}, GEOS ${found?.geos}`;
  return `${cpus().length} cores of ${cpu?.model.trim()}, ${memory}; ${versions}; ${commitOf(root)}; others on the machine before the start: load ${busy}`;
}

function commitOf(root: string): string {
  const git = (...args: string[]): string => execFileSync('git', args, { cwd: root, encoding: 'utf8' }).trim();
  try {
    const changed = git('status', '--porcelain', '--', 'server', 'data', 'scripts').length > 0;
    return `commit ${git('rev-parse', '--short', 'HEAD')}${changed ? ' with changes' : ''}`;
  } catch {
    return 'no commit known';
  }
}
