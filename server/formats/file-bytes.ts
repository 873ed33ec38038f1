import { closeSync, openSync, readSync, statSync } from 'node:fs';

/** Bytes of a file on disk, by their place in it. */
export interface FileBytes {
  readonly byteLength: number;
  /** The bytes from one place up to another, which must lie within the file; good until the next question. */
  slice: (from: number, to: number) => Uint8Array;
}

const windowBytes = 4 * 1024 * 1024;

/**
 * Opens the bytes of a file that nobody changes meanwhile. A window of it is in memory, moved to where it is asked, so
 * that a file of any length costs the same; it is open only while the window moves. Reads synchronously: for a thread
 * of its own.
 */
export function fileBytes(path: string): FileBytes {
  const { size } = statSync(path);
  let start = 0;
  let window: Uint8Array = new Uint8Array(0);
  return {
    byteLength: size,
    slice: (from, to) => {
      if (from < start || to > start + window.byteLength) {
        const length = Math.min(size - from, Math.max(windowBytes, to - from));
        if (from < 0 || to > from + length) throw new RangeError(`bytes ${from} to ${to} of ${size}`);
        window = readAt(path, from, length);
        start = from;
      }
      return window.subarray(from - start, to - start);
    },
  };
}

function readAt(path: string, from: number, length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  const file = openSync(path, 'r');
  try {
    for (let done = 0; done < length; ) {
      const read = readSync(file, bytes, done, length - done, from + done);
      if (read === 0) throw new Error('the file has become shorter');
      done += read;
    }
  } finally {
    closeSync(file);
  }
  return bytes;
}
