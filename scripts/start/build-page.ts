import { spawn } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
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
  if (!(await runVite(root, clientFolder))) return false;
  writeFileSync(mark, now);
  return true;
}

function runVite(root: string, clientFolder: string): Promise<boolean> {
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  const args = ['build', '--logLevel', 'warn', '--outDir', clientFolder];
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [vite, ...args], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
    child.once('error', () => resolve(false));
    child.once('exit', (code) => resolve(code === 0));
  });
}
