// `npm test`: every gate in order, none stopping the next, and one line of counts at the end.
import { readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findServer, startCluster } from './native/cluster.mjs';
import { installMissing } from './start/install.mjs';
import { findBrowser } from './test/browser.mjs';
import { runGate } from './test/gate.mjs';
import { runVitest } from './test/vitest.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
process.chdir(root);
const heading = (text) => process.stdout.write(`\n── ${text}\n`);

heading('packages');
if (!(await installMissing(root, (line) => process.stdout.write(`${line.zh} · ${line.en}\n`)))) {
  process.stderr.write('The packages could not all be installed.\n0 passed, 1 failed, 0 skipped\n');
  process.exit(1);
}

const bin = (path) => [process.execPath, join(root, 'node_modules', path)];
const counts = [];
const count = async (title, work) => {
  heading(title);
  counts.push(await work());
};

await count('format and lint (biome)', () => runGate('biome', [...bin('@biomejs/biome/bin/biome'), 'check', '.']));
await count('types (tsc)', () => runGate('tsc', [...bin('typescript/bin/tsc'), '--noEmit']));
await count('dead exports (knip)', () => runGate('knip', [...bin('knip/bin/knip.js'), '--no-progress']));
await count('unit, platform, database and HTTP on the embedded database', () =>
  runVitest('embedded', ['unit', 'platform', 'database'], { DATABASE_URL: '', TEST_DATABASE: 'embedded' }),
);
await count('database and HTTP on native PostgreSQL', runNative);
await count('journeys in a browser', runJourneys);

const sum = (key) => counts.reduce((total, one) => total + one[key], 0);
const named = (key) => counts.flatMap((one) => one[key]);
heading('result');
for (const name of named('failures')) process.stdout.write(`failed: ${name}\n`);
for (const name of named('skips')) process.stdout.write(`skipped: ${name}\n`);
process.stdout.write(`${sum('passed')} passed, ${named('failures').length} failed, ${named('skips').length} skipped\n`);
process.exitCode = named('failures').length > 0 ? 1 : 0;

async function runNative() {
  const projects = ['database', 'native'];
  const env = { TEST_DATABASE: 'native' };
  if (process.env.DATABASE_URL) return runVitest('native', projects, env);
  const server = findServer();
  if (!server) return skip('database and HTTP on native PostgreSQL: no PostgreSQL >= 15 with PostGIS on this machine');
  const cluster = await startCluster(server);
  try {
    return await runVitest('native', projects, { ...env, DATABASE_URL: cluster.url });
  } finally {
    await cluster.stop();
  }
}

async function runJourneys() {
  const browser = findBrowser();
  if (!browser) return skip('journeys in a browser: no Chromium on this machine (CHROMIUM_PATH names one)');
  const env = { DATABASE_URL: '', TEST_DATABASE: 'embedded', CHROMIUM_PATH: browser };
  // A journey mostly waits for the page: two servers and two browsers side by side take little more than half the time.
  const [one, other] = await Promise.all(
    inTwo('test/e2e').map((files, n) => runVitest(`journeys-${n + 1}`, ['e2e'], env, files)),
  );
  return {
    passed: one.passed + other.passed,
    failures: [...one.failures, ...other.failures],
    skips: [...one.skips, ...other.skips],
  };
}

/** Test files of a folder in two halves that take about as long, going by their length. */
function inTwo(folder) {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => ({ path: `${folder}/${name}`, bytes: statSync(join(folder, name)).size }))
    .sort((a, b) => b.bytes - a.bytes);
  const halves = [0, 1].map(() => ({ paths: [], bytes: 0 }));
  for (const { path, bytes } of files) {
    const lighter = halves[0].bytes <= halves[1].bytes ? halves[0] : halves[1];
    lighter.paths.push(path);
    lighter.bytes += bytes;
  }
  return halves.map(({ paths }) => paths);
}

function skip(name) {
  process.stdout.write(`skipped: ${name}\n`);
  return { passed: 0, failures: [], skips: [name] };
}
