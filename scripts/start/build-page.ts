import { spawn } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fingerprint } from './fingerprint';

const sources = ['client', 'data', 'vite.config.ts', 'tsconfig.json', 'package-lock.json'];

/** Builds the page when its sources differ from those it was last built from; `began` is called only if so. Answers whether a page is there. */
export async function buildPage(root: string, clientFolder: string, began: () => void): Promise<boolean> {
  const mark = `${clientFolder}.sources`;
  const now = await fingerprint(root, sources);
  const before = await readFile(mark, 'utf8').catch(() => '');
  if (before === now && existsSync(join(clientFolder, 'index.html'))) return true;
  began();
  const draft = `${clientFolder}.${process.pid}`;
  if (!(await runVite(root, draft))) return false;
  await putInPlace(draft, clientFolder);
  await writeFile(mark, now);
  return true;
}

/** Built beside and then moved, so that neither a build that fails nor a second process leaves half a page. */
async function putInPlace(draft: string, clientFolder: string): Promise<void> {
  const old = `${draft}.old`;
  await rename(clientFolder, old).catch(() => undefined);
  await rename(draft, clientFolder).catch(() => rm(draft, { recursive: true, force: true }));
  await rm(old, { recursive: true, force: true });
}

function runVite(root: string, outFolder: string): Promise<boolean> {
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  const args = ['build', '--logLevel', 'warn', '--outDir', outFolder, '--emptyOutDir'];
  return new Promise((resolve) => {
    // Whatever runs the start, the page is the one that users get: libraries name parts differently under other values.
    const env = { ...process.env, NODE_ENV: 'production' };
    const child = spawn(process.execPath, [vite, ...args], { cwd: root, env, stdio: ['ignore', 'ignore', 'inherit'] });
    // A start that is refused meanwhile takes the unfinished page with it.
    const giveUp = (): void => {
      child.kill();
      rmSync(outFolder, { recursive: true, force: true });
    };
    process.once('exit', giveUp);
    const end = (built: boolean): void => {
      process.off('exit', giveUp);
      resolve(built);
    };
    child.once('error', () => end(false));
    child.once('exit', (code) => end(code === 0));
  });
}
