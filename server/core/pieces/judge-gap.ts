import type { Ruleset } from '../../../data/contract/ruleset';
import type { SurroundingKind } from '../../../data/contract/vocabulary';
import { separation } from '../fabric/distance';
import type { Part } from '../fabric/fabric';
import { gapGround } from '../fabric/gap-ground';
import { ROUNDING_METRES } from '../fabric/rounding';
import { boxesMeet, boxOf, type Shape } from '../fabric/shape';
import { gapLine, type PieceGap } from './gaps';
import { runsInsideOnePart } from './red-line';
import { heldBy, type LaidSurroundings } from './surroundings';

/** A person's word on what the gap between two plots holds; an empty list says that nothing stands in it. */
export interface GapRuling {
  readonly plots: readonly [string, string];
  readonly holds: readonly SurroundingKind[];
}

/** What is known about the ground between pieces. */
export interface GapKnowledge {
  /** Null if nobody has said what lies between. */
  readonly between: LaidSurroundings | null;
  readonly redLine: readonly Shape[];
  readonly rulings: readonly GapRuling[];
  readonly roles: Ruleset['rules']['contiguity']['gapRoles']['value'];
  readonly snapMetres: number;
}

/** What a gap holds, and whether it can be bridged if the tolerance allows its width; null = not known. */
export interface GapJudgement {
  readonly holds: readonly { kind: SurroundingKind; id?: string }[];
  readonly bridgeable: boolean | null;
}

/** Judges one gap by what its ground holds, by rulings, and by the red line. */
export function judgeGap(gap: PieceGap, a: readonly Part[], b: readonly Part[], knowledge: GapKnowledge): GapJudgement {
  if (gap.metres <= knowledge.snapMetres + ROUNDING_METRES) return { holds: [], bridgeable: true };
  const holds = contentsOf(gap, a, b, knowledge);
  const roles = new Set(holds?.map(({ kind }) => knowledge.roles[kind] ?? 'undetermined'));
  const inside = isInsideRedLine(gap, knowledge);
  if (inside) return { holds: holds ?? [], bridgeable: !roles.has('barrier') };
  if (!holds) return { holds: [], bridgeable: null };
  if (roles.has('barrier') || roles.has('occupied')) return { holds, bridgeable: false };
  return { holds, bridgeable: roles.has('undetermined') ? null : true };
}

function isInsideRedLine(gap: PieceGap, { redLine, snapMetres }: GapKnowledge): boolean {
  return redLine.length > 0 && runsInsideOnePart(gapLine(gap), redLine, snapMetres);
}

/** What the gap holds by a ruling, else by the surroundings; null if neither is in hand. */
function contentsOf(
  gap: PieceGap,
  a: readonly Part[],
  b: readonly Part[],
  { rulings, between, snapMetres }: GapKnowledge,
): { kind: SurroundingKind; id?: string }[] | null {
  const reach = gap.metres + snapMetres;
  const ruling = rulings.find(({ plots: [p, q] }) => isAbout(p, q, a, b, reach) || isAbout(q, p, a, b, reach));
  if (ruling) return ruling.holds.map((kind) => ({ kind }));
  if (!between) return null;
  const boxA = boxOf(a);
  const boxB = boxOf(b);
  const nearA = a.filter(({ box }) => boxesMeet(box, boxB, reach));
  const nearB = b.filter(({ box }) => boxesMeet(box, boxA, reach));
  const objects = heldBy(gapGround(nearA, nearB, reach), between);
  return objects.map(({ kind, id }) => (id === undefined ? { kind } : { kind, id }));
}

/** A ruling is about a gap if its plots stand on either side of it, no farther apart than the gap's own ground. */
function isAbout(p: string, q: string, a: readonly Part[], b: readonly Part[], reach: number): boolean {
  const fromA = a.filter(({ plot }) => plot === p);
  const fromB = b.filter(({ plot }) => plot === q);
  return fromA.some((part) => fromB.some((other) => separation(part, other, reach) !== null));
}
