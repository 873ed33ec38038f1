import type { ContiguityAnswer, Reading } from '../../data/contract/analysis';
import type { Areal } from '../../data/contract/geojson';
import type { Ruleset } from '../../data/contract/ruleset';
import { type CityCrs, openCityCrs } from './fabric/city-crs';
import { type Fabric, layFabric, type Part, type PlotInput, partsOf } from './fabric/fabric';
import { Groups } from './fabric/groups';
import { ROUNDING_METRES, roundedMetres } from './fabric/rounding';
import { boxOf } from './fabric/shape';
import { toEllipsoid } from './fabric/union-area';
import { findGaps, gapLine, type PieceGap } from './pieces/gaps';
import { type GapJudgement, type GapKnowledge, type GapRuling, judgeGap } from './pieces/judge-gap';
import { isPlainlyBlocked } from './pieces/plainly-blocked';
import { type MeasuredPieces, measurePieces, readPieces } from './pieces/readings';
import { type ContiguityOverrides, type ContiguitySettings, contiguitySettings } from './pieces/settings';
import { type StrictPieces, strictPieces } from './pieces/strict-pieces';
import { type Between, laySurroundings } from './pieces/surroundings';
import { flipMetres, spanningTree } from './pieces/tolerance';
import { type LaidZone, unitsCrossed } from './pieces/units';

/** Judged input of the contiguity reading. `between` left out = not known what lies between. */
export interface ContiguityInput {
  readonly plots: readonly PlotInput[];
  readonly between?: Between | undefined;
  readonly redLine?: Areal | undefined;
  readonly rulings?: readonly GapRuling[] | undefined;
  readonly zones?: readonly LaidZone[] | undefined;
}

/** What both forms of the answer are read from. */
interface Ground {
  readonly settings: ContiguitySettings;
  readonly parameters: ContiguityAnswer['parameters'];
  readonly crs: CityCrs;
  readonly fabric: Fabric;
  readonly strict: StrictPieces;
  readonly measured: MeasuredPieces;
  readonly knowledge: GapKnowledge;
  /** Every gap up to the widest tolerance, narrowest first. */
  readonly near: readonly PieceGap[];
  readonly reachMetres: number;
  judge(gap: PieceGap): GapJudgement;
  /** Of a gap under the normal reading: null where its contents leave it open. */
  bridged(gap: PieceGap): boolean | null;
  find(withinMetres: number, same: (a: number, b: number) => boolean): readonly PieceGap[];
}

/** Reads whether plots are contiguous: strictly, normally and loosely, with every gap that decides it. */
export function contiguity(
  input: ContiguityInput,
  ruleset: Ruleset,
  overrides: ContiguityOverrides = {},
): ContiguityAnswer {
  const ground = layGround(input, ruleset, overrides);
  const { settings, fabric, strict, measured, knowledge, near, reachMetres, bridged, find, crs } = ground;
  const count = strict.pieces.length;
  const read = (joins: readonly PieceGap[]) => readPieces(measured, joins, settings.nearlyShare);
  const loose = read(near.filter((gap) => gap.metres <= settings.looseGapMetres + ROUNDING_METRES));
  const normal = readNormally(ground);
  const tree = spanningTree(count, find, reachMetres);
  const edges = new Set(tree.map(nameOf));
  const shown = [...tree, ...near.filter((gap) => bridged(gap) === true && !edges.has(nameOf(gap)))];
  return {
    verdict: normal.verdict,
    readings: { strict: read([]), normal, loose },
    gaps: shown.map((gap) => ({
      from: gap.from,
      to: gap.to,
      widthMetres: roundedMetres(gap.metres),
      line: { type: 'LineString', coordinates: gapLine(gap).map(crs.toDegrees) },
      holds: [...ground.judge(gap).holds],
      bridged: bridged(gap),
    })),
    joinsAtMetres: roundedMetres(tree[tree.length - 1]?.metres ?? 0),
    flipsAtMetres: flipsAt(ground),
    crossesUnit: unitsCrossed(fabric.parts, input.zones ?? [], settings.overlapSquareMetres),
    faults: faultsOf(fabric, strict),
    parameters: ground.parameters,
    ruleset: ruleset.id,
  };

  function flipsAt({ judge }: Ground): number | null {
    if (count === 1) return 0;
    const isAnythingKnown = knowledge.between || knowledge.redLine.length > 0 || knowledge.rulings.length > 0;
    // Where nothing is known, no gap wider than the snap is certain to be bridged at any tolerance.
    const farthest = isAnythingKnown ? diagonalOf(fabric) : settings.snapMetres + ROUNDING_METRES;
    const bridgeable = (gap: PieceGap) =>
      gap.metres > reachMetres && isPlainlyBlocked(gap, knowledge) ? false : judge(gap).bridgeable;
    const flips = flipMetres(count, find, reachMetres, farthest, bridgeable);
    return flips === null ? null : roundedMetres(flips);
  }
}

/** The normal reading alone, by the same steps: for lists, maps and searches that ask for nothing else. */
export function readContiguity(input: ContiguityInput, ruleset: Ruleset, overrides: ContiguityOverrides = {}): Reading {
  return readNormally(layGround(input, ruleset, overrides));
}

function layGround(input: ContiguityInput, ruleset: Ruleset, overrides: ContiguityOverrides): Ground {
  const { settings, parameters } = contiguitySettings(ruleset, overrides);
  const crs = openCityCrs(ruleset.rules.measure.cityCrs.value.proj4);
  const fabric = layFabric(input.plots, crs);
  const strict = strictPieces(fabric, settings);
  const pieceOf = placesOf(strict, fabric.parts.length);
  const measured = measurePieces(fabric.parts, strict, pieceOf);
  const knowledge = {
    between: input.between ? laySurroundings(input.between, fabric, crs, ruleset) : null,
    redLine: input.redLine ? partsOf({ id: '', geometry: input.redLine }, crs) : [],
    rulings: input.rulings ?? [],
    roles: ruleset.rules.contiguity.gapRoles.value,
    snapMetres: settings.snapMetres,
  };
  const partsOfPieces = strict.pieces.map((members) => members.map((part) => fabric.parts[part] as Part));
  const judge = remembering((gap: PieceGap) =>
    judgeGap(gap, partsOfPieces[gap.a] ?? [], partsOfPieces[gap.b] ?? [], knowledge),
  );
  const reachMetres = Math.max(settings.maxGapMetres, settings.looseGapMetres) + ROUNDING_METRES;
  const near = findGaps(fabric, pieceOf, reachMetres, () => false);
  const isAllowed = (gap: PieceGap): boolean => gap.metres <= settings.maxGapMetres + ROUNDING_METRES;
  return {
    settings,
    parameters,
    crs,
    fabric,
    strict,
    measured,
    knowledge,
    near,
    reachMetres,
    judge,
    bridged: (gap) => (isAllowed(gap) ? judge(gap).bridgeable : false),
    find: (within, same) => (within <= reachMetres ? near : findGaps(fabric, pieceOf, within, same)),
  };
}

/**
 * Read with all unknown gaps open and with all of them bridged; where the two differ, it is not known. Narrowest first:
 * a gap between pieces that are together for certain changes neither, and is not judged for this.
 */
function readNormally({ near, measured, settings, bridged }: Ground): Reading {
  const together = new Groups(measured.areas.length);
  const certain: PieceGap[] = [];
  const unknown: PieceGap[] = [];
  for (const gap of near) {
    if (gap.metres > settings.maxGapMetres + ROUNDING_METRES) break;
    if (together.same(gap.a, gap.b)) continue;
    const answer = bridged(gap);
    if (answer === null) unknown.push(gap);
    if (answer !== true) continue;
    together.join(gap.a, gap.b);
    certain.push(gap);
  }
  const closed = readPieces(measured, certain, settings.nearlyShare);
  if (unknown.length === 0) return closed;
  const open = readPieces(measured, [...certain, ...unknown], settings.nearlyShare);
  return closed.verdict === open.verdict ? closed : { ...closed, verdict: 'unknown' };
}

/** A gap by the two pieces it parts. */
function nameOf({ a, b }: PieceGap): string {
  return `${a} ${b}`;
}

function placesOf(strict: StrictPieces, parts: number): Int32Array {
  const pieceOf = new Int32Array(parts);
  for (const [piece, members] of strict.pieces.entries()) for (const part of members) pieceOf[part] = piece;
  return pieceOf;
}

/** Gaps are found anew at each width, so that what was judged is remembered by the two pieces. */
function remembering(judge: (gap: PieceGap) => GapJudgement): (gap: PieceGap) => GapJudgement {
  const known = new Map<string, GapJudgement>();
  return (gap) => {
    const key = nameOf(gap);
    const answer = known.get(key) ?? judge(gap);
    known.set(key, answer);
    return answer;
  };
}

function diagonalOf({ parts }: Fabric): number {
  const [west, south, east, north] = boxOf(parts);
  return Math.hypot(east - west, north - south);
}

function faultsOf({ parts }: Fabric, { overlaps }: StrictPieces): ContiguityAnswer['faults'] {
  const faults = new Map<string, ContiguityAnswer['faults'][number]>();
  for (const { a, b, squareMetres, isOverlap } of overlaps) {
    if (!isOverlap) continue;
    const p = parts[a] as Part;
    const q = parts[b] as Part;
    const plots = p.plot === q.plot ? [p.plot] : [p.plot, q.plot];
    const key = [...plots].sort().join('\n');
    const before = faults.get(key)?.areaSquareMetres ?? 0;
    faults.set(key, { code: 'overlap', plots, areaSquareMetres: before + toEllipsoid(squareMetres, p) });
  }
  return [...faults.values()];
}
