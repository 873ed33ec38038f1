import { readFile, stat } from 'node:fs/promises';
import { readingLimits } from './limits';
import { type Failure, type FileAtHand, failure } from './raw-file';

const megabyte = 1024 * 1024;

/** The bytes of a file of a format that has to be held whole; refused above what that may cost. */
export async function readWhole(file: FileAtHand, limit = readingLimits.wholeFileBytes): Promise<Uint8Array | Failure> {
  const { size } = await stat(file.path);
  if (size > limit)
    return failure('file-too-large-whole', { file: file.fileName, limit: `${Math.round(limit / megabyte)} MiB` });
  return new Uint8Array(await readFile(file.path));
}
