import type { Joined } from './geos-reading';

/** Two members by their places, and whether they are joined. */
export type Pair = readonly [a: number, b: number, joined: Joined];

/** How many groups there are at the fewest and at the most, by how borderline pairs are taken. */
export interface Counts {
  readonly fewest: number;
  readonly most: number;
}

/** Every two members that `join` has something to say about. */
export function everyPair<T>(members: readonly T[], join: (a: T, b: T) => Joined | null): Pair[] {
  return members.flatMap((a, i) =>
    members.slice(i + 1).flatMap((b, k): Pair[] => {
      const joined = join(a, b);
      return joined ? [[i, i + 1 + k, joined]] : [];
    }),
  );
}

/** The members in groups, by flooding from each one in turn. */
export function groupsOf<T>(members: readonly T[], pairs: readonly Pair[], borderlineJoins: boolean): T[][] {
  const beside = members.map((): number[] => []);
  for (const [a, b, joined] of pairs) {
    if (joined === 'no' || (joined === 'borderline' && !borderlineJoins)) continue;
    beside[a]?.push(b);
    beside[b]?.push(a);
  }
  const seen = new Set<number>();
  return members.flatMap((_, start) => {
    if (seen.has(start)) return [];
    const group = [start];
    seen.add(start);
    for (const at of group) {
      for (const next of beside[at] ?? []) {
        if (seen.has(next)) continue;
        seen.add(next);
        group.push(next);
      }
    }
    return [group.map((i) => members[i] as T)];
  });
}

export function counted<T>(members: readonly T[], pairs: readonly Pair[]): Counts {
  return { fewest: groupsOf(members, pairs, true).length, most: groupsOf(members, pairs, false).length };
}
