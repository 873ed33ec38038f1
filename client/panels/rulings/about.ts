import type { LeftoverKind, Ruling, SurroundingKind } from '../../../data/contract';

interface Numbered {
  readonly id: string;
  readonly number: string;
}
interface PlotAbout {
  readonly subject: 'plot';
  readonly park: { readonly id: string; readonly name: string };
  readonly parcel: Numbered;
  /** The class that the machine found. */
  readonly found: LeftoverKind;
  /** Why, in sentences, to be read beside the ruling. */
  readonly because: readonly string[];
}
interface GapAbout {
  readonly subject: 'gap';
  readonly park: { readonly id: string; readonly name: string };
  /** The two plots of the park that the gap lies between. */
  readonly plots: readonly [Numbered, Numbered];
  readonly widthMetres: number;
  /** What the machine found in the gap; null where it is not known. */
  readonly found: readonly SurroundingKind[] | null;
}

/** What a ruling is about, with what the machine found of it. */
export type RulingAbout = PlotAbout | GapAbout;

/** What tells one subject of a ruling from another. */
export const keyOfAbout = (about: RulingAbout): string =>
  about.subject === 'plot'
    ? `plot/${about.park.id}/${about.parcel.id}`
    : `gap/${about.park.id}/${about.plots.map(({ id }) => id).join('-')}`;

/** Rulings hold one thing each: the one in force on this subject, whichever way round the two plots of a gap are named. */
export function rulingOn(rulings: readonly Ruling[], about: RulingAbout): Ruling | null {
  return rulings.find((ruling) => isOn(ruling, about)) ?? null;
}

function isOn(ruling: Ruling, about: RulingAbout): boolean {
  if (ruling.park !== about.park.id) return false;
  if (ruling.subject === 'plot') return about.subject === 'plot' && ruling.parcel === about.parcel.id;
  if (about.subject === 'plot') return false;
  const ids = new Set(about.plots.map(({ id }) => id));
  return ruling.claim.plots.every((id) => ids.has(id));
}
