import type { GapClaim, LeftoverKind, PlotClaim, Ruling, SurroundingKind } from '../../../data/contract';
import type { RulingAbout } from './about';

/** The three classes that the plan names. */
export const CLASSES = ['corner', 'scattered', 'enclosed'] as const;
type Class = (typeof CLASSES)[number];
export const isClass = (kind: LeftoverKind | null): kind is Class => CLASSES.some((known) => known === kind);

/** What the form of a ruling holds, whatever it is about. */
export interface Fields {
  decision?: PlotClaim['decision'];
  kind?: Class | undefined;
  /** `nothing` for open ground, `kinds` for what `holds` names. */
  content?: 'nothing' | 'kinds';
  holds?: SurroundingKind[];
  reason: string;
  document?: string;
  office?: string;
}

/** What the form starts from: the claim that stands, else to agree with a class that was found. */
export function fieldsOf(about: RulingAbout, standing: Ruling | null): Partial<Fields> {
  if (about.subject === 'plot') {
    if (standing?.subject !== 'plot') return isClass(about.found) ? { decision: 'accept' } : {};
    const { claim } = standing;
    return claim.decision === 'change' ? { decision: 'change', kind: claim.kind } : { decision: claim.decision };
  }
  if (standing?.subject !== 'gap') return {};
  const { holds } = standing.claim;
  return holds.length === 0 ? { content: 'nothing' } : { content: 'kinds', holds: [...holds] };
}

/** The claim on a plot that the form makes; a class that was found already is agreed to, not changed. Null while incomplete. */
export function plotClaimOf({ decision, kind }: Partial<Fields>, found: LeftoverKind): PlotClaim | null {
  if (decision === 'change') {
    if (!kind) return null;
    return kind === found ? { decision: 'accept' } : { decision, kind };
  }
  return decision ? { decision } : null;
}

/** The claim on a gap that the form makes; null while incomplete. */
export function gapClaimOf(
  { content, holds = [] }: Partial<Fields>,
  plots: readonly [string, string],
): GapClaim | null {
  if (content === 'nothing') return { plots: [...plots], holds: [] };
  return content === 'kinds' && holds.length > 0 ? { plots: [...plots], holds } : null;
}
