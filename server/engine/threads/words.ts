import Flatbush from 'flatbush';
import type { Ruleset } from '../../../data/contract/ruleset';
import type { NamedZone } from '../../parks/zones';
import type { CityNews } from '../city/city';
import type { ParcelChunk } from '../city/pack';

/** One park, or picked parcels. */
export type Subject = { readonly park: string } | { readonly parcels: readonly string[] };

/** What a thread is told. Words are taken in order, so that a question sees all news told before it. */
export type Order =
  | { readonly word: 'news'; readonly news: CityNews }
  | { readonly word: 'zones'; readonly zones: readonly SentZone[] }
  | { readonly word: 'ruleset'; readonly ref: number; readonly ruleset: Ruleset }
  | { readonly word: 'chunk'; readonly chunk: ParcelChunk }
  | { readonly word: 'pack'; readonly id: number; readonly removed: readonly number[] }
  | { readonly word: 'merge'; readonly id: number }
  | { readonly word: 'report'; readonly id: number }
  | {
      readonly word: 'ask';
      readonly id: number;
      readonly op: string;
      readonly of: Subject;
      readonly base: number;
      readonly args: unknown;
    };

/** What a thread says to an order that has an id. */
export type Word = { readonly id: number; readonly answer: unknown } | { readonly id: number; readonly error: string };

/** What one thread holds. */
export interface ThreadReport {
  readonly parcels: number;
  readonly points: number;
  readonly grounds: number;
  readonly bytes: number;
  readonly parks: number;
  readonly plotsLaid: number;
  readonly heapBytes: number;
}

type Part = NamedZone['parts'][number];
type SentZone = Omit<NamedZone, 'parts'> & {
  readonly parts: readonly (Omit<Part, 'edgeIndex'> & { readonly edgeIndex: ArrayBufferLike | null })[];
};

/** Zones as they cross to a thread: an index crosses as its bytes, since threads share no classes. */
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
