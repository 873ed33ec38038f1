import Flatbush from 'flatbush';
import type { TitleFinding } from '../core/title';
import type { Judging } from './judge-park';
import type { ParkCase } from './park-case';
import type { NamedZone } from './zones';

/** How a case is judged: by its tests alone, or with the search for plots that would join it. */
export type JudgeName = 'judgePark' | 'judgeWithJoin';

type Part = NamedZone['parts'][number];
type SentZone = Omit<NamedZone, 'parts'> & {
  parts: (Omit<Part, 'edgeIndex'> & { edgeIndex: ArrayBufferLike | null })[];
};

/** What the judging thread is told; an index crosses as its bytes, since threads share no classes. */
export interface JudgeOrder {
  id: number;
  by: JudgeName;
  parkCase: ParkCase;
  judging: Omit<Judging, 'zones'> & { zones: SentZone[] };
}

/** What the judging thread says. */
export type JudgeWord = { id: number; finding: TitleFinding } | { id: number; error: string };

/** Zones as they cross to the thread. */
export function packZones(zones: readonly NamedZone[]): SentZone[] {
  return zones.map((zone) => ({
    ...zone,
    parts: zone.parts.map((part) => ({ ...part, edgeIndex: part.edgeIndex?.data ?? null })),
  }));
}

/** Zones as the core takes them, out of what crossed. */
export function unpackZones(zones: readonly SentZone[]): NamedZone[] {
  return zones.map((zone) => ({
    ...zone,
    parts: zone.parts.map((part) => ({ ...part, edgeIndex: part.edgeIndex && Flatbush.from(part.edgeIndex) })),
  }));
}
