import type { Part } from '../fabric/fabric';
import type { PieceGap } from '../pieces/gaps';
import { type GapKnowledge, judgeGap } from '../pieces/judge-gap';
import type { IsThere, Obstacle, Obstacles } from './obstacles';

/** A gap between two pieces of ground, each given by its parts and named by its blobs. */
export interface JudgedGap {
  readonly gap: PieceGap;
  readonly parts: readonly [readonly Part[], readonly Part[]];
  readonly name: string;
}

/** What is known of a gap whatever is chosen later: bridged, never bridged, or only with a candidate (its place). */
export type Outlook = 'open' | 'closed' | number;

/** Judges gaps under the normal reading. */
export interface Bridging {
  /** Whether the gap is bridged with certainty where these candidates are there. */
  isBridged(judged: JudgedGap, isThere: IsThere): boolean;
  /** The same where some are there for certain and others may still come. */
  outlook(judged: JudgedGap, isThere: IsThere, mayCome: IsThere): Outlook;
}

/** An answer, with whose parcel every obstacle met on the way was taken to be: it holds as long as they are. */
interface Remembered {
  readonly isBridged: boolean;
  readonly met: readonly (readonly [Obstacle, isOwn: boolean])[];
}

/** Opens the judging of gaps; `obstacles` null = nobody has said what lies between. */
export function openBridging(obstacles: Obstacles | null, known: Omit<GapKnowledge, 'between'>): Bridging {
  const remembered = new Map<string, Remembered[]>();

  const judge = ({ gap, parts: [a, b] }: JudgedGap, keepsApart: (obstacle: Obstacle) => boolean): boolean => {
    const between = obstacles && {
      near: (box: Parameters<Obstacles['near']>[0]) =>
        obstacles.near(box).filter(({ obstacle }) => keepsApart(obstacle)),
    };
    return judgeGap(gap, a, b, { ...known, between }).bridgeable === true;
  };

  const isBridged = (judged: JudgedGap, isThere: IsThere): boolean => {
    const before = remembered.get(judged.name) ?? [];
    const same = before.find(({ met }) => met.every(([obstacle, isOwn]) => obstacle.isOwn(isThere) === isOwn));
    if (same) return same.isBridged;
    const met = new Map<Obstacle, boolean>();
    const answer = judge(judged, (obstacle) => {
      const isOwn = obstacle.isOwn(isThere);
      met.set(obstacle, isOwn);
      return !isOwn;
    });
    remembered.set(judged.name, [...before, { isBridged: answer, met: [...met] }]);
    return answer;
  };

  return {
    isBridged,
    outlook: (judged, isThere, mayCome) => {
      if (!isBridged(judged, mayCome)) return 'closed';
      if (isBridged(judged, isThere)) return 'open';
      const late = new Set<Obstacle>();
      judge(judged, (obstacle) => {
        if (obstacle.isOwn(mayCome)) late.add(obstacle);
        return false;
      });
      for (const one of late) {
        const { needs } = one;
        if (needs !== null && !isThere(needs) && !judge(judged, (other) => other === one)) return needs;
      }
      return 'open';
    },
  };
}
