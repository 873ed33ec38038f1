import { execFileSync, spawn } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const neededMajor = 15;
const startTries = 100;
const pollMs = 100;
/** What is thrown away after the run need not survive a power cut. */
const settings = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=60'];

/** Finds the newest installed PostgreSQL server that has PostGIS; null where there is none. */
export function findServer() {
  const folders = [...debianFolders(), ...pathFolders()];
  return (
    folders.find((bin) => existsSync(join(bin, 'initdb')) && majorOf(bin) >= neededMajor && hasPostgis(bin)) ?? null
  );
}

/** Starts a cluster of our own on a spare port, as user postgres where we are root; `stop` ends it and removes its files. */
export async function startCluster(bin) {
  const folder = mkdtempSync(join(tmpdir(), 'yuantu-pg-'));
  const as = ownerFor(folder);
  const port = await sparePort();
  const data = join(folder, 'data');
  execFileSync(join(bin, 'initdb'), ['-D', data, '-A', 'trust', '-U', 'postgres', '-E', 'UTF8', '--locale=C', '-N'], {
    ...as,
    cwd: folder,
    stdio: 'ignore',
  });
  const options = [
    '-D',
    data,
    '-p',
    String(port),
    '-k',
    folder,
    '-h',
    '127.0.0.1',
    ...settings.flatMap((one) => ['-c', one]),
  ];
  const server = spawn(join(bin, 'postgres'), options, { ...as, cwd: folder, stdio: 'ignore' });
  const ended = new Promise((resolve) => server.once('exit', resolve));
  const stop = async () => {
    if (server.exitCode === null) server.kill('SIGINT');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  if (!(await isReady(bin, port, server))) {
    await stop();
    throw new Error('the temporary PostgreSQL cluster did not start');
  }
  return { url: `postgres://postgres@127.0.0.1:${port}/postgres`, port, pid: server.pid, stop };
}

async function isReady(bin, port, server) {
  for (let tries = 0; tries < startTries && server.exitCode === null; tries++) {
    try {
      execFileSync(join(bin, 'pg_isready'), ['-h', '127.0.0.1', '-p', String(port)], { stdio: 'ignore' });
      return true;
    } catch {
      await pause(pollMs);
    }
  }
  return false;
}

/** PostgreSQL refuses to run as root. */
function ownerFor(folder) {
  if (process.getuid?.() !== 0) return {};
  const idOf = (flag) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  const owner = { uid: idOf('-u'), gid: idOf('-g') };
  chownSync(folder, owner.uid, owner.gid);
  return owner;
}

function debianFolders() {
  const base = '/usr/lib/postgresql';
  if (!existsSync(base)) return [];
  const versions = readdirSync(base).sort((a, b) => Number(b) - Number(a));
  return versions.map((version) => join(base, version, 'bin'));
}

function pathFolders() {
  return (process.env.PATH ?? '').split(':').filter((folder) => existsSync(join(folder, 'initdb')));
}

function majorOf(bin) {
  const said = execFileSync(join(bin, 'postgres'), ['--version'], { encoding: 'utf8' });
  return Number(/(\d+)/.exec(said)?.[1] ?? 0);
}

function hasPostgis(bin) {
  try {
    const share = execFileSync(join(bin, 'pg_config'), ['--sharedir'], { encoding: 'utf8' }).trim();
    return existsSync(join(share, 'extension/postgis.control'));
  } catch {
    return existsSync(join('/usr/share/postgresql', dirname(bin).split('/').at(-1), 'extension/postgis.control'));
  }
}

function sparePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}
