import type { WhyAnswer } from '../../../data/contract';
import { boxAround } from '../../map/boxAround';
import { lengthMetres, middleOf } from './strokes';
import type { DrawnLabel, WhyWords } from './whyPicture';

export type Unstacked = Omit<DrawnLabel, 'height'>;

/** Labels nearer to each other than this share of the boundary would lie on each other where the plot fills the map. */
const NEAR_SHARE = 0.15;

/** Gathers labels of neighbouring places at the first of them, one above the other. */
export function stack(labels: readonly Unstacked[], perimeterMetres: number): DrawnLabel[] {
  const placed: DrawnLabel[] = [];
  for (const label of labels) {
    const below = placed.filter(({ at }) => lengthMetres([at, label.at]) < perimeterMetres * NEAR_SHARE);
    placed.push({ ...label, at: below[0]?.at ?? label.at, height: below.length });
  }
  return placed;
}

/** A share written in the middle of the ground it is of. */
export function shareAt(ground: WhyAnswer['takenIn'], text: string): Unstacked[] {
  const largest = ground?.coordinates[0]?.[0];
  if (!largest) return [];
  const [west, south, east, north] = boxAround(largest);
  return [{ part: 'ground', at: [(west + east) / 2, (south + north) / 2], text }];
}

/** Each stretch of contact by its number and length. */
export function contactLabels({ contact }: WhyAnswer, words: WhyWords): Unstacked[] {
  return contact.runs.flatMap(({ lines, metres }, index) => {
    const at = middleOf(lines);
    return at ? [{ part: 'contact' as const, at, text: `${index + 1} · ${words.metres(metres)}` }] : [];
  });
}

/** Stretches along an edge shorter than this share of the boundary are drawn and not named. */
const TOLD_SHARE = 0.02;

/** Each edge by what it runs along, and how far. */
export function edgeLabels({ edge, perimeterMetres }: WhyAnswer, words: WhyWords): Unstacked[] {
  const told = edge.along.filter(({ metres }) => metres >= perimeterMetres * TOLD_SHARE);
  return told.flatMap(({ lines, kind, metres }) => {
    const at = middleOf(lines);
    return at ? [{ part: 'edge' as const, at, text: words.along(kind, metres) }] : [];
  });
}
