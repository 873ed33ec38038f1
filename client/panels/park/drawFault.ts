import type { Areal, Position } from '../../../data/contract';
import type { Draw } from '../../map/draw';
import { gapInk } from '../../map/palette';
import type { FaultGround } from './faultGround';
import { hatchPaths } from './hatchPaths';
import { rgbOf } from './hues';
import { polygonsOf } from './pieceOf';

type Rings = ReturnType<typeof polygonsOf>[number];

const RED = rgbOf(gapInk.light);
const OUTLINE = [35, 40, 42] as const;
const ringsOf = (grounds: readonly Areal[]): Rings[] => grounds.flatMap((ground) => [...polygonsOf(ground)]);

/** A fault on the map: the outlines of its plots, dark on light, and their common ground hatched red. */
export function drawFault({ outlines, common }: FaultGround): Draw {
  const borders = ringsOf(outlines).flat();
  const hatch = common.flatMap(hatchPaths);
  return (deck) => [
    new deck.PolygonLayer<Rings>({
      id: 'fault-ground',
      data: ringsOf(common),
      getPolygon: (rings) => rings as Position[][] as never,
      getFillColor: [...RED, 60],
      getLineColor: [...RED, 255],
      getLineWidth: 2,
      lineWidthUnits: 'pixels',
      stroked: true,
    }),
    new deck.PathLayer<(typeof hatch)[number]>({
      id: 'fault-hatch',
      data: hatch,
      getPath: (path) => path as never,
      getColor: [...RED, 255],
      getWidth: 2,
      widthUnits: 'pixels',
    }),
    new deck.PathLayer<Rings[number]>({
      id: 'fault-outline-halo',
      data: borders,
      getPath: (ring) => ring as never,
      getColor: [255, 255, 255, 220],
      getWidth: 5,
      widthUnits: 'pixels',
    }),
    new deck.PathLayer<Rings[number]>({
      id: 'fault-outlines',
      data: borders,
      getPath: (ring) => ring as never,
      getColor: [...OUTLINE, 255],
      getWidth: 2.5,
      widthUnits: 'pixels',
    }),
  ];
}
