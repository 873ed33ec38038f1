import { metresApart } from '../fabric/distance';
import type { Part } from '../fabric/fabric';
import { boxesMeet } from '../fabric/shape';
import type { ContiguitySettings } from '../pieces/settings';
import { joinsStrictly } from '../pieces/strict-pieces';
import type { Ground } from './ground';

/** What is measured between two parts, each pair once however often it is asked. */
export interface Pairs {
  /** Parts (not the part itself) whose boxes come within the reach of a part. */
  near(part: number): readonly number[];
  /** Metres between two parts, Infinity beyond the reach. */
  metres(i: number, j: number): number;
  /** Whether the two are one piece under the strict reading. */
  areStrictlyOne(i: number, j: number): boolean;
}

/** Opens the measures between parts that lie within a reach of each other. */
export function openPairs({ parts, index }: Ground, reachMetres: number, settings: ContiguitySettings): Pairs {
  const count = parts.length;
  const nearOf: (readonly number[] | undefined)[] = [];
  const metresOf = new Map<number, number>();
  const strictOf = new Map<number, boolean>();
  const keyOf = (i: number, j: number) => (i < j ? i * count + j : j * count + i);
  const part = (i: number) => parts[i] as Part;
  return {
    near: (i) => {
      const known = nearOf[i];
      if (known) return known;
      const [west, south, east, north] = part(i).box;
      const r = reachMetres;
      const found = index?.search(west - r, south - r, east + r, north + r, (j) => j !== i) ?? [];
      nearOf[i] = found;
      return found;
    },
    metres: (i, j) => {
      const key = keyOf(i, j);
      const known = metresOf.get(key);
      if (known !== undefined) return known;
      const metres = metresApart(part(Math.min(i, j)), part(Math.max(i, j)), reachMetres);
      metresOf.set(key, metres);
      return metres;
    },
    areStrictlyOne: (i, j) => {
      const key = keyOf(i, j);
      const known = strictOf.get(key);
      if (known !== undefined) return known;
      const [a, b] = [part(Math.min(i, j)), part(Math.max(i, j))];
      const one = boxesMeet(a.box, b.box, settings.snapMetres + 1e-6) && joinsStrictly(a, b, settings);
      strictOf.set(key, one);
      return one;
    },
  };
}
