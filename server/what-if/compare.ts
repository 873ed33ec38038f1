import type { LeftoverKind, Verdict, WhatIfAnswer } from '../../data/contract';
import { leftoverKind } from '../../data/contract/vocabulary';
import type { Standing } from '../engine/ops/what-if';

/** One park as it stands before and after rules are moved. */
export interface ParkCompared {
  readonly park: { readonly id: string; readonly name: string; readonly unit: string | null };
  readonly before: Standing;
  readonly after: Standing;
}
type ParkFlip = Omit<WhatIfAnswer['parks']['flips'][number], 'outline'>;
type PlotFlip = Omit<WhatIfAnswer['leftover']['flips'][number], 'number'>;

/** What differs between the standings of parks, before numbers and outlines are looked up. */
export interface Compared {
  readonly parks: Omit<WhatIfAnswer['parks'], 'flips'> & { readonly flips: readonly ParkFlip[] };
  readonly leftover: Omit<WhatIfAnswer['leftover'], 'flips' | 'flipped'> & { readonly flips: readonly PlotFlip[] };
}

/** What is found of a plot: the others say that it is none of the three. */
const found: readonly LeftoverKind[] = ['enclosed', 'scattered', 'corner', 'manual', 'unknown'];
/** A plot beside several parks stands under the first of these; of equals the oldest park leads. */
const leading: readonly LeftoverKind[] = [...found, 'too-large', 'not-adjacent'];

/** Tallies verdicts before and after and names every park and plot whose verdict flips; `limitsMu` as the rules have it. */
export function compareStandings(
  parks: readonly ParkCompared[],
  limitsMu: { readonly before: number; readonly after: number },
): Compared {
  const plots = leadingPlots(parks);
  return {
    parks: {
      looked: parks.length,
      title: {
        before: tallyOf(parks.map(({ before }) => before.title)),
        after: tallyOf(parks.map(({ after }) => after.title)),
      },
      flips: parks
        .filter(({ before, after }) => before.title !== after.title || before.contiguity !== after.contiguity)
        .map(({ park: { id, name, unit }, before, after }) => ({
          id,
          name,
          unit,
          before: { title: before.title, contiguity: before.contiguity },
          after: { title: after.title, contiguity: after.contiguity },
        })),
    },
    leftover: {
      looked: plots.size,
      kinds: leftoverKind.options.map((kind) => ({
        kind,
        before: [...plots.values()].filter(({ before }) => before?.kind === kind).length,
        after: [...plots.values()].filter(({ after }) => after?.kind === kind).length,
      })),
      flips: [...plots].flatMap(([parcel, { areaMu, before, after }]): PlotFlip[] => {
        const kinds = {
          before: before?.kind ?? kindUnseen(areaMu, limitsMu.before),
          after: after?.kind ?? kindUnseen(areaMu, limitsMu.after),
        };
        // From too large to out of reach nothing is found or lost.
        const flips = kinds.before !== kinds.after && (found.includes(kinds.before) || found.includes(kinds.after));
        const park = (after && found.includes(after.kind) ? after : (before ?? after))?.park;
        return flips && park ? [{ parcel, park, ...kinds }] : [];
      }),
    },
  };
}

interface Lead {
  readonly kind: LeftoverKind;
  readonly park: { readonly id: string; readonly name: string };
}
interface LeadingPlot {
  readonly areaMu: number;
  before: Lead | null;
  after: Lead | null;
}

function leadingPlots(parks: readonly ParkCompared[]): ReadonlyMap<string, LeadingPlot> {
  const plots = new Map<string, LeadingPlot>();
  const oldestFirst = [...parks].sort((a, b) => Number(a.park.id) - Number(b.park.id));
  for (const { park, ...standings } of oldestFirst) {
    for (const when of ['before', 'after'] as const) {
      for (const { id, kind, areaMu } of standings[when].plots) {
        const plot = plots.get(id) ?? { areaMu, before: null, after: null };
        const lead = plot[when];
        if (!lead || leading.indexOf(kind) < leading.indexOf(lead.kind))
          plot[when] = { kind, park: { id: park.id, name: park.name } };
        plots.set(id, plot);
      }
    }
  }
  return plots;
}

/** The kind of a plot that was not looked at: too large to be told about, else out of reach. */
function kindUnseen(areaMu: number, limitMu: number): LeftoverKind {
  return areaMu > limitMu ? 'too-large' : 'not-adjacent';
}

function tallyOf(verdicts: readonly Verdict[]): Record<Verdict, number> {
  const count = (verdict: Verdict) => verdicts.filter((one) => one === verdict).length;
  return { met: count('met'), unmet: count('unmet'), unknown: count('unknown') };
}
