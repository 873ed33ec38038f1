import plan from '../../data/plan/plan.json' with { type: 'json' };
import { convexHull, type Point } from './cell';
import type { CityPark, LonLatPolygon, Truth, UnitBasis } from './city';
import type { Quarter } from './district';
import { casts } from './firms';
import type { DistrictRecipe, ParkRecipe } from './recipe';

/** Every sample park says so in its name. */
export const parkName = (park: ParkRecipe) => `样例园 · ${park.name}`;

/** A unit whose outline is drawn by hand is only suspected. */
export const basisOf = (unit: string): UnitBasis =>
  plan.units.find((candidate) => candidate.id === unit)?.kind === 'management-zone' ? 'schematic' : 'stored';

/** The record of a park as the bureau would keep it. */
export function describePark(
  entry: DistrictRecipe,
  park: ParkRecipe,
  members: string[],
  quarters: readonly Quarter[],
  close: (ring: readonly Point[]) => LonLatPolygon,
): CityPark {
  const stages = ['技术转化', '中试加速', '测试验证', '成果推广'];
  const filled = park.firms === 'strong' ? 4 : park.firms === 'none' ? 0 : 2;
  return {
    name: parkName(park),
    kind: park.draft ? 'draft' : 'official',
    unit: entry.unit,
    unitBasis: basisOf(entry.unit),
    theme: park.theme,
    platform: stages.map((stage, i) => ({ stage, name: i < filled ? `样例${stage}平台` : null })),
    redLine: park.redLine ? [close(convexHull(quarters.flatMap((quarter) => [...quarter.cell.ring])))] : null,
    surroundingsKnown: entry.surveyed && park.surveyed,
    members,
    title: titleOf(park),
    fourBatches: park.awarded && park.redLine ? { year: 2025, entry: '样例滚动项目 第 1 项' } : null,
  };
}

/** A title stands, or was withdrawn where the firms no longer carry it. */
function titleOf(park: ParkRecipe): CityPark['title'] {
  if (!park.awarded) return null;
  const isWithdrawn = park.firms === 'lapsed';
  return {
    awardedOn: '2024-12-20',
    document: '样例文号〔2024〕88号',
    withdrawnOn: isWithdrawn ? '2026-06-30' : null,
    withdrawnDocument: isWithdrawn ? '样例文号〔2026〕31号' : null,
  };
}

/** What the shape of a park means in the words of the field; where nobody has looked between plots, nobody can say. */
export function truthOf(entry: DistrictRecipe, park: ParkRecipe): Truth['parks'][number] {
  const parted = park.shape === 'across' || park.shape === 'apart' || park.shape === 'strip';
  const seen = entry.surveyed && park.surveyed;
  const onePiece = park.shape === 'whole' || park.redLine;
  const contiguity = parted
    ? 'separate'
    : park.shape === 'nearly'
      ? 'nearly'
      : seen || onePiece
        ? 'contiguous'
        : 'unknown';
  return { name: parkName(park), shape: park.shape, firms: park.firms, contiguity, ...casts[park.firms].expected };
}
