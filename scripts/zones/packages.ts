import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

/** Fetches one npm package at an exact version into a folder of its own and returns that folder and the archive's sha256. */
export function fetchPackage(name: string, version: string, into: string): { folder: string; sha256: string } {
  const target = join(into, name.replace(/\W+/g, '-'));
  mkdirSync(target, { recursive: true });
  execFileSync('npm', ['pack', `${name}@${version}`, '--silent'], {
    cwd: target,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const archive = readdirSync(target).find((file) => file.endsWith('.tgz'));
  if (!archive) throw new Error(`npm pack left no archive for ${name}@${version}`);
  execFileSync('tar', ['xzf', archive], { cwd: target });
  const sha256 = createHash('sha256')
    .update(readFileSync(join(target, archive)))
    .digest('hex');
  return { folder: join(target, 'package'), sha256 };
}

/** Installs mapshaper beside the other packages and returns a function that runs one of its command lines. */
export function installMapshaper(version: string, into: string): (...args: string[]) => void {
  const home = join(into, 'mapshaper-home');
  mkdirSync(home, { recursive: true });
  const quiet = ['--no-audit', '--no-fund', '--silent', '--prefix', home];
  execFileSync('npm', ['install', `mapshaper@${version}`, ...quiet], { stdio: ['ignore', 'ignore', 'inherit'] });
  const program = join(home, 'node_modules/mapshaper/bin/mapshaper');
  return (...args) => {
    execFileSync(process.execPath, [program, ...args, '-quiet'], { cwd: into, stdio: ['ignore', 'ignore', 'inherit'] });
  };
}

/** The one function of gcoord that is used: moves a longitude-latitude pair from GCJ-02 to WGS84. */
export function loadGcj02ToWgs84(folder: string): (lonLat: [number, number]) => [number, number] {
  const gcoord: {
    transform: (at: [number, number], from: unknown, to: unknown) => [number, number];
    GCJ02: unknown;
    WGS84: unknown;
  } = createRequire(import.meta.url)(join(folder, 'dist/gcoord.cjs.js'));
  return (lonLat) => gcoord.transform(lonLat, gcoord.GCJ02, gcoord.WGS84);
}
