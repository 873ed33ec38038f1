import type { Areal, ContiguityVerdict, Position, WhatIfAnswer } from '../../../data/contract';
import { verdictLook } from '../../../data/looks/classes';
import { boxAround } from '../../map/boxAround';
import { type Draw, writeLabels } from '../../map/draw';
import { ground } from '../../map/palette';
import type { ThemeName } from '../../style/tokens';
import { rgbOf } from '../park/hues';

type Flip = WhatIfAnswer['parks']['flips'][number];
type Line = { readonly flip: Flip; readonly path: readonly Position[] };

/** Outlines of parks that flip, in the colour of the verdict they would have, with the signs of both. */
export function drawFlips(flips: readonly Flip[], theme: ThemeName, say: (verdict: ContiguityVerdict) => string): Draw {
  const lines = flips.flatMap((flip) => ringsOf(flip.outline).map((path): Line => ({ flip, path })));
  const inkOf = ({ after }: Flip) => rgbOf(verdictLook[after.title].colour[theme]);
  const paper = rgbOf(ground[theme].halo);
  return (deck) => [
    new deck.PathLayer<Line>({
      id: 'rule-flip-halo',
      data: lines,
      getPath: ({ path }) => path as never,
      getColor: [...paper, 235],
      getWidth: 8,
      widthUnits: 'pixels',
      jointRounded: true,
    }),
    new deck.PathLayer<Line>({
      id: 'rule-flip-lines',
      data: lines,
      getPath: ({ path }) => path as never,
      getColor: ({ flip }) => [...inkOf(flip), 255],
      getWidth: 4,
      widthUnits: 'pixels',
      jointRounded: true,
    }),
    ...writeLabels<Flip>(deck, {
      id: 'rule-flip-signs',
      data: flips,
      getPosition: ({ outline }) => middleOf(outline),
      getText: (flip) => writeSign(flip, say),
      getSize: 14,
      getColor: (flip) => [...inkOf(flip), 255],
      background: true,
      getBackgroundColor: [...paper, 245],
      backgroundPadding: [6, 3],
      getPixelOffset: [0, -18],
      fontWeight: 700,
    }),
  ];
}

/** From afar, where an outline is too small to see: dots in the colour of the verdict they would have, with its sign. */
export function drawFlipDots(flips: readonly Flip[], theme: ThemeName): Draw {
  const inkOf = ({ after }: Flip) => rgbOf(verdictLook[after.title].colour[theme]);
  const paper = rgbOf(ground[theme].halo);
  return (deck) => [
    new deck.ScatterplotLayer<Flip>({
      id: 'rule-flip-rings',
      data: flips,
      getPosition: ({ outline }) => middleOf(outline),
      radiusUnits: 'pixels',
      getRadius: 14,
      getFillColor: [...paper, 255],
      getLineColor: (flip) => [...inkOf(flip), 255],
      getLineWidth: 2.5,
      lineWidthUnits: 'pixels',
      stroked: true,
    }),
    ...writeLabels<Flip>(deck, {
      id: 'rule-flip-dots',
      data: flips,
      getPosition: ({ outline }) => middleOf(outline),
      getText: ({ after }) => verdictLook[after.title].sign,
      getSize: 15,
      getColor: (flip) => [...inkOf(flip), 255],
      fontWeight: 700,
    }),
  ];
}

/** Every corner of an outline. */
export const cornersOf = (outline: Areal): Position[] => ringsOf(outline).flat();

/** From sign to sign; where only contiguity flips, the word it becomes. */
function writeSign({ before, after }: Flip, say: (verdict: ContiguityVerdict) => string): string {
  const sign = verdictLook[after.title].sign;
  return before.title === after.title
    ? `${sign} ${say(after.contiguity)}`
    : `${verdictLook[before.title].sign} → ${sign}`;
}

function ringsOf(outline: Areal): Position[][] {
  return outline.type === 'Polygon' ? outline.coordinates : outline.coordinates.flat();
}

function middleOf(outline: Areal): [number, number] {
  const [west, south, east, north] = boxAround(cornersOf(outline));
  return [(west + east) / 2, (south + north) / 2];
}
