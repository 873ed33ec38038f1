import type { Layer } from '@deck.gl/core';
import type { Position } from '../../../data/contract';
import { type Deck, type Draw, writeLabels } from '../../map/draw';
import { whyInk } from '../../map/palette';
import { inkOn } from '../../style/contrast';
import type { ThemeName } from '../../style/tokens';
import { type Rgb, rgbOf } from '../park/hues';
import { type DrawnGround, type DrawnLabel, type DrawnLine, LOUD, type WhyPicture } from './whyPicture';

const HALO_PIXELS = 4;
const FILL = 90;
const LABEL_STEP_PIXELS = 18;

/** Draws what a measure was taken from: grounds under lines with a halo, dots and labels above, in the inks of the theme. */
export function drawWhy(picture: WhyPicture, theme: ThemeName): Draw {
  const inks = whyInk[theme];
  const halo: Rgb = theme === 'light' ? [255, 255, 255] : [20, 24, 26];
  return (deck) => [...grounds(deck), ...lines(deck), ...dots(deck), ...labels(deck)];

  function grounds(deck: Deck): Layer[] {
    return [
      new deck.PolygonLayer<DrawnGround>({
        id: 'why-grounds',
        data: picture.grounds,
        getPolygon: ({ rings }) => rings as Position[][] as never,
        getFillColor: ({ part }) => [...rgbOf(inks[part]), part === 'hull' ? FILL / 2 : FILL],
        // ground that comes in slabs shows no seams
        getLineColor: ({ part }) => [...rgbOf(inks[part]), part === 'hull' ? 0 : 255],
        getLineWidth: 1.5,
        lineWidthUnits: 'pixels',
        stroked: true,
      }),
    ];
  }
  function lines(deck: Deck): Layer[] {
    const path = {
      data: picture.lines,
      getPath: (line: DrawnLine) => line.path as never,
      widthUnits: 'pixels' as const,
      jointRounded: true,
    };
    return [
      new deck.PathLayer<readonly Position[]>({
        id: 'why-under',
        data: picture.under,
        getPath: (under) => under as never,
        getColor: [...halo, 255],
        getWidth: LOUD + HALO_PIXELS,
        widthUnits: 'pixels',
        jointRounded: true,
      }),
      new deck.PathLayer<DrawnLine>({
        ...path,
        id: 'why-halo',
        getColor: [...halo, 220],
        getWidth: ({ widthPixels }) => widthPixels + HALO_PIXELS,
      }),
      new deck.PathLayer<DrawnLine>({
        ...path,
        id: 'why-lines',
        getColor: ({ part }) => [...rgbOf(inks[part]), 255],
        getWidth: ({ widthPixels }) => widthPixels,
      }),
    ];
  }
  function dots(deck: Deck): Layer[] {
    return [
      new deck.ScatterplotLayer<Position>({
        id: 'why-dots',
        data: picture.dots,
        getPosition: (dot) => dot as [number, number],
        getRadius: 5,
        radiusUnits: 'pixels',
        getFillColor: [...rgbOf(inks.ground), 255],
        getLineColor: [...halo, 255],
        getLineWidth: 2,
        lineWidthUnits: 'pixels',
        stroked: true,
      }),
    ];
  }
  function labels(deck: Deck): Layer[] {
    return writeLabels<DrawnLabel>(deck, {
      id: 'why-labels',
      data: picture.labels,
      getPosition: ({ at }) => at as [number, number],
      getText: ({ text }) => text,
      getSize: 12,
      getColor: ({ part }) => [...rgbOf(inkOn(inks[part], '#14181a', '#ffffff')), 255],
      getPixelOffset: ({ part, height }) => [0, (part === 'ground' ? -16 : 0) - LABEL_STEP_PIXELS * height],
      background: true,
      getBackgroundColor: ({ part }) => [...rgbOf(inks[part]), 255],
      backgroundPadding: [5, 1],
      fontWeight: 600,
    });
  }
}
