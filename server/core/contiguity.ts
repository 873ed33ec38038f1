import type { ContiguityAnswer, Reading } from '../../data/contract/analysis';
import type { Areal } from '../../data/contract/geojson';
import type { Ruleset } from '../../data/contract/ruleset';
import { openCityCrs } from './fabric/city-crs';
import { type Fabric, layFabric, type Part, type PlotInput, partsOf } from './fabric/fabric';
import { ROUNDING_METRES, roundedMetres } from './fabric/rounding';
import { boxOf } from './fabric/shape';
import { toEllipsoid } from './fabric/union-area';
import { findGaps, gapLine, type PieceGap } from './pieces/gaps';
import { type GapJudgement, type GapRuling, judgeGap } from './pieces/judge-gap';
import { measurePieces, readPieces } from './pieces/readings';
import { type ContiguityOverrides, contiguitySettings } from './pieces/settings';
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

/** Reads whether plots are contiguous: strictly, normally and loosely, with every gap that decides it. */
export function contiguity(
  input: ContiguityInput,
  ruleset: Ruleset,
  overrides: ContiguityOverrides = {},
): ContiguityAnswer {
  const { settings, parameters } = contiguitySettings(ruleset, overrides);
  const crs = openCityCrs(ruleset.rules.measure.cityCrs.value.proj4);
  const fabric = layFabric(input.plots, crs);
  const strict = strictPieces(fabric, settings);
  const count = strict.pieces.length;
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
  const reach = Math.max(settings.maxGapMetres, settings.looseGapMetres) + ROUNDING_METRES;
  const near = findGaps(fabric, pieceOf, reach, () => false);
  const find = (within: number, same: (a: number, b: number) => boolean): readonly PieceGap[] =>
    within <= reach ? near : findGaps(fabric, pieceOf, within, same);
  const isAllowed = (gap: PieceGap): boolean => gap.metres <= settings.maxGapMetres + ROUNDING_METRES;
  const bridged = (gap: PieceGap): boolean | null => (isAllowed(gap) ? judge(gap).bridgeable : false);
  const read = (joins: readonly PieceGap[]) => readPieces(measured, joins, settings.nearlyShare);
  const closed = read(near.filter((gap) => bridged(gap) === true));
  const open = read(near.filter((gap) => bridged(gap) !== false));
  const normal: Reading = closed.verdict === open.verdict ? closed : { ...closed, verdict: 'unknown' };
  const loose = read(near.filter((gap) => gap.metres <= settings.looseGapMetres + ROUNDING_METRES));
  const tree = spanningTree(count, find, reach);
  const edges = new Set(tree.map(nameOf));
  const shown = [...tree, ...near.filter((gap) => bridged(gap) === true && !edges.has(nameOf(gap)))];
  const isAnythingKnown = knowledge.between || knowledge.redLine.length > 0 || knowledge.rulings.length > 0;
  // Where nothing is known, no gap wider than the snap is certain to be bridged at any tolerance.
  const farthest = isAnythingKnown ? diagonalOf(fabric) : settings.snapMetres + ROUNDING_METRES;
  const flips = count === 1 ? 0 : flipMetres(count, find, reach, farthest, (gap) => judge(gap).bridgeable);
  return {
    verdict: normal.verdict,
    readings: { strict: read([]), normal, loose },
    gaps: shown.map((gap) => ({
      from: gap.from,
      to: gap.to,
      widthMetres: roundedMetres(gap.metres),
      line: { type: 'LineString', coordinates: gapLine(gap).map(crs.toDegrees) },
      holds: [...judge(gap).holds],
      bridged: bridged(gap),
    })),
    joinsAtMetres: roundedMetres(tree[tree.length - 1]?.metres ?? 0),
    flipsAtMetres: flips === null ? null : roundedMetres(flips),
    crossesUnit: unitsCrossed(fabric.parts, input.zones ?? [], settings.overlapSquareMetres),
    faults: faultsOf(fabric, strict),
    parameters,
    ruleset: ruleset.id,
  };
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
