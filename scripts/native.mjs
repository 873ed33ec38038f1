// `node scripts/native.mjs <command> ...` runs a command with DATABASE_URL pointing to a throw-away PostgreSQL cluster.
import { spawn } from 'node:child_process';
import { findServer, startCluster } from './native/cluster.mjs';

const server = findServer();
if (!server) {
  process.stderr.write('No PostgreSQL >= 15 with PostGIS was found on this machine.\n');
  process.exit(1);
}
const cluster = await startCluster(server);
const [command, ...args] = process.argv.slice(2);
const child = spawn(command, args, {
  stdio: 'inherit',
  env: { ...process.env, DATABASE_URL: cluster.url, TEST_DATABASE: 'native' },
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.once('error', (error) => process.stderr.write(`${error.message}\n`));
child.once('close', async (code) => {
  await cluster.stop();
  process.exit(code ?? 1);
});
