import { copyFile, link, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { FileAtHand } from '../raw-file';

/** Puts the file into the folder of its job under the name that GDAL's driver looks for; no second copy where a link will do. */
export async function givenAs(file: FileAtHand, name: string): Promise<string> {
  const path = join(file.folder, name);
  if (path === file.path) return path;
  await rm(path, { force: true });
  await link(file.path, path).catch(() => copyFile(file.path, path));
  return path;
}
