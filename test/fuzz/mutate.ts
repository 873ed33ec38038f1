import { unzipSync } from 'fflate';
import type { Entry } from '../fixtures/corpus/entry';
import { zipOf } from '../fixtures/corpus/entry';

export type Random = () => number;

/** Numbers from 0 up to 1, the same for the same seed (mulberry32). */
export function randomOf(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const upTo = (random: Random, limit: number): number => Math.floor(random() * limit);
const pick = <T>(random: Random, from: readonly T[]): T => from[upTo(random, from.length)] as T;

/** What lengths and counts go wrong at. */
const awkward = [0, 1, 2, 3, 0x7f, 0x80, 0xff, 0x7fff, 0xffff, 0x7fffffff, 0x80000000, 0xffffffff];
const awkwardText = [
  '',
  ',',
  '@',
  '\n',
  '"',
  '{',
  ']',
  '<',
  '&',
  '\0',
  '-1',
  '9'.repeat(30),
  '1e999',
  'NaN',
  '，',
  '\x1e',
];
const largest = 200_000;

type Mutation = (bytes: Uint8Array, random: Random, other: Uint8Array) => Uint8Array;
const splice = (bytes: Uint8Array, at: number, remove: number, add: Uint8Array): Uint8Array =>
  Buffer.concat([bytes.subarray(0, at), add, bytes.subarray(at + remove)]);

const mutations: Record<string, Mutation> = {
  flip: (bytes, random) => {
    const mutant = Uint8Array.from(bytes);
    const at = upTo(random, mutant.length);
    mutant[at] = (mutant[at] ?? 0) ^ (1 << upTo(random, 8));
    return mutant;
  },
  byte: (bytes, random) => {
    const mutant = Uint8Array.from(bytes);
    mutant[upTo(random, mutant.length)] = upTo(random, 256);
    return mutant;
  },
  truncate: (bytes, random) => bytes.slice(0, upTo(random, bytes.length)),
  behead: (bytes, random) => bytes.slice(upTo(random, Math.min(bytes.length, 64))),
  cut: (bytes, random) => splice(bytes, upTo(random, bytes.length), 1 + upTo(random, 40), new Uint8Array()),
  repeat: (bytes, random) => {
    const at = upTo(random, bytes.length);
    const piece = bytes.subarray(at, at + 1 + upTo(random, 60));
    return splice(bytes, at, 0, piece);
  },
  graft: (bytes, random, other) => {
    const from = upTo(random, other.length);
    return splice(bytes, upTo(random, bytes.length), upTo(random, 30), other.subarray(from, from + upTo(random, 80)));
  },
  length: (bytes, random) => {
    const mutant = Buffer.from(bytes);
    if (mutant.length < 4) return mutant;
    const at = upTo(random, mutant.length - 3);
    const value = pick(random, awkward);
    if (random() < 0.5) mutant.writeUInt32LE(value, at);
    else mutant.writeUInt32BE(value, at);
    return mutant;
  },
  word: (bytes, random) =>
    splice(bytes, upTo(random, bytes.length), upTo(random, 3), Buffer.from(pick(random, awkwardText))),
  line: (bytes, random) => {
    const lines = Buffer.from(bytes).toString('latin1').split('\n');
    const at = upTo(random, lines.length);
    const [line = ''] = lines.splice(at, 1);
    if (random() < 0.5) lines.splice(upTo(random, lines.length + 1), 0, line, ...(random() < 0.3 ? [line] : []));
    return Buffer.from(lines.join('\n'), 'latin1');
  },
};
const names = Object.keys(mutations);

/** A mutant of a file: one to three mutations; of a zip as often inside one of its members as of the archive itself. */
export function mutate(entry: Entry, entries: readonly Entry[], random: Random): { bytes: Uint8Array; how: string } {
  const members = random() < 0.6 ? membersOf(entry.bytes) : null;
  const paths = members ? Object.keys(members) : [];
  if (members && paths.length > 0) {
    const path = pick(random, paths);
    const { bytes, how } = several(members[path] ?? new Uint8Array(), entries, random);
    return { bytes: zipOf({ ...members, [path]: bytes }), how: `${path} ${how}` };
  }
  return several(entry.bytes, entries, random);
}

function several(bytes: Uint8Array, entries: readonly Entry[], random: Random): { bytes: Uint8Array; how: string } {
  const how: string[] = [];
  let mutant = bytes;
  for (let times = 1 + upTo(random, 3); times > 0; times--) {
    const name = pick(random, names);
    how.push(name);
    mutant = (mutations[name] as Mutation)(mutant, random, pick(random, entries).bytes).slice(0, largest);
  }
  return { bytes: mutant, how: how.join('+') };
}

/** Members of a zip that is small and sound; null for anything else. */
function membersOf(bytes: Uint8Array): Record<string, Uint8Array> | null {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b || bytes.length > largest) return null;
  try {
    const members = unzipSync(bytes, { filter: (file) => file.originalSize < largest });
    return Object.keys(members).length < 100 ? members : null;
  } catch {
    return null;
  }
}
