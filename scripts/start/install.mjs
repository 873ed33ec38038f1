import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Brings in the packages of package-lock.json where any is absent or of another version; answers whether all are there. */
export async function installMissing(root, tell) {
  if (isInstalled(root)) return true;
  tell({ zh: '正在下载程序包（仅首次或更新后）', en: 'Downloading packages (first start or after an update)' });
  return (await runNpm(root, ['ci', '--no-audit', '--no-fund', '--loglevel=error'])) && isInstalled(root);
}

function isInstalled(root) {
  const wanted = readPackages(join(root, 'package-lock.json'));
  const present = readPackages(join(root, 'node_modules/.package-lock.json'));
  if (!wanted || !present) return false;
  return Object.entries(wanted).every(
    ([path, entry]) => path === '' || entry.optional || present[path]?.version === entry.version,
  );
}

function readPackages(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8')).packages;
  } catch {
    return null;
  }
}

/** Uses the npm that started us, else the one on the path. */
function runNpm(root, args) {
  const own = process.env.npm_execpath;
  const isScript = own && /\.[cm]?js$/.test(own);
  const [command, first] = isScript ? [process.execPath, [own]] : ['npm', []];
  return new Promise((resolve) => {
    const child = spawn(command, [...first, ...args], {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      shell: !isScript && process.platform === 'win32',
    });
    child.once('error', () => resolve(false));
    child.once('exit', (code) => resolve(code === 0));
  });
}
