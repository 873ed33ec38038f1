import type { Bbox, Position } from '../../../../data/contract';
import { type Draw, writeLabels } from '../../../map/draw';
import { ground, joinInk } from '../../../map/palette';
import type { ThemeName } from '../../../style/tokens';
import { rgbOf } from '../../park/hues';

/** The frame in which the file would lie under a coordinate system, with its name, until the outlines themselves come. */
export function drawChoice([west, south, east, north]: Bbox, title: string, theme: ThemeName): Draw {
  const ink = rgbOf(joinInk[theme]);
  const corners: Position[] = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
  return (deck) => [
    new deck.PathLayer<Position[]>({
      id: 'import-choice',
      data: [corners],
      getPath: (path) => path as never,
      getColor: [...ink, 255],
      getWidth: 2.5,
      widthUnits: 'pixels',
    }),
    ...writeLabels<string>(deck, {
      id: 'import-choice-name',
      data: [title],
      getPosition: [(west + east) / 2, north],
      getText: (text) => text,
      getSize: 13,
      getColor: [...ink, 255],
      background: true,
      getBackgroundColor: [...rgbOf(ground[theme].halo), 240],
      backgroundPadding: [6, 3],
      getPixelOffset: [0, -16],
    }),
  ];
}
