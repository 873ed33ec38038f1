import { execFile, spawnSync } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);
const MOST_BYTES = 256 * 1024 * 1024;

/** Whether GDAL's own tools are on this machine (Debian: gdal-bin). */
export const hasGdal = spawnSync('ogrinfo', ['--version']).status === 0;

/** What one of GDAL's tools prints; a message on its error channel fails, since GDAL answers what it could not read as nothing. */
export async function gdal(tool: 'ogrinfo' | 'ogr2ogr', ...given: string[]): Promise<string> {
  const { stdout, stderr } = await run(tool, given, { maxBuffer: MOST_BYTES });
  if (/ERROR/.test(stderr)) throw new Error(stderr);
  return stdout;
}
