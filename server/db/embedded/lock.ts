import { linkSync, mkdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { dirname } from 'node:path';
import { z } from 'zod';
import { isAlive, processBegan } from './process-identity';

/** Who holds the data folder: the process that opened it, and the one that asked for it. */
const lockHolder = z.object({
  pid: z.number().int(),
  began: z.string().nullable(),
  parentPid: z.number().int(),
  parentBegan: z.string().nullable(),
  host: z.string(),
});
export type LockHolder = z.infer<typeof lockHolder>;
type LockAnswer = { ok: true; release(): void; touch(): void } | { ok: false; holder: LockHolder };

/** A holder on another machine cannot be asked whether it lives, so it must keep the file fresh. */
const foreignFreshMs = 60_000;
/** The takeover guard is held for well under a millisecond; an older one was left by a crash. */
const guardStaleMs = 10_000;

/**
 * Takes the lock before a data folder is opened: PGlite has none and a second opener loses committed rows.
 * A lock left by a dead process is taken over; a living holder is named in the refusal.
 */
export function takeLock(path: string): LockAnswer {
  mkdirSync(dirname(path), { recursive: true });
  const mine: LockHolder = {
    pid: process.pid,
    began: processBegan(process.pid),
    parentPid: process.ppid,
    parentBegan: processBegan(process.ppid),
    host: hostname(),
  };
  if (putLock(path, mine)) return held(path, mine);
  const holder = readLock(path);
  if (holder && holds(path, holder)) return { ok: false, holder };
  return takeOver(path, mine) ? held(path, mine) : { ok: false, holder: readLock(path) ?? mine };
}

/** Reads who holds the lock; null where there is none or it cannot be read. */
export function readLock(path: string): LockHolder | null {
  try {
    return lockHolder.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return null;
  }
}

/** True while the named process still is the one that took the lock, not a later one with the same id. */
export function holderLives(holder: LockHolder): boolean {
  return lives(holder.pid, holder.began);
}

/** True when the holder's server is gone and only its database process is left, about to end. */
export function holderIsOrphan(holder: LockHolder): boolean {
  return holder.host === hostname() && !lives(holder.parentPid, holder.parentBegan);
}

function lives(pid: number, began: string | null): boolean {
  if (!isAlive(pid)) return false;
  const now = processBegan(pid);
  return began === null || now === null ? process.platform !== 'linux' || now !== null : began === now;
}

function holds(path: string, holder: LockHolder): boolean {
  if (holder.host !== hostname()) return ageMs(path) < foreignFreshMs;
  return holderLives(holder);
}

/** Writes beside and links into place: the lock appears whole or not at all. */
function putLock(path: string, mine: LockHolder): boolean {
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, JSON.stringify(mine), { mode: 0o600 });
  try {
    linkSync(draft, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    return createUnlinked(path, mine);
  } finally {
    rmSync(draft, { force: true });
  }
}

/** For file systems without hard links. */
function createUnlinked(path: string, mine: LockHolder): boolean {
  try {
    writeFileSync(path, JSON.stringify(mine), { mode: 0o600, flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** Two starts may find the same dead lock: the guard lets one of them replace it, and that one looks again first. */
function takeOver(path: string, mine: LockHolder): boolean {
  const guard = `${path}.takeover`;
  if (ageMs(guard) > guardStaleMs) rmSync(guard, { force: true });
  try {
    writeFileSync(guard, String(process.pid), { flag: 'wx' });
  } catch {
    return false;
  }
  try {
    const holder = readLock(path);
    if (holder && holds(path, holder)) return false;
    rmSync(path, { force: true });
    return putLock(path, mine);
  } finally {
    rmSync(guard, { force: true });
  }
}

function held(path: string, mine: LockHolder): LockAnswer {
  return {
    ok: true,
    release() {
      if (readLock(path)?.pid === mine.pid) rmSync(path, { force: true });
    },
    touch() {
      const now = new Date();
      utimesSync(path, now, now);
    },
  };
}

function ageMs(path: string): number {
  try {
    return Date.now() - statSync(path).mtimeMs;
  } catch {
    return Number.NEGATIVE_INFINITY;
  }
}
