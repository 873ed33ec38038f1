import type { ParkFirm } from '../../../data/contract';
import { verdictLook } from '../../../data/looks/classes';
import { type Draw, writeLabels } from '../../map/draw';
import { rgbOf } from './hues';

const COUNTED = [...rgbOf(verdictLook.met.colour.light), 255] as const;
const LEFT_OUT = [110, 116, 118, 255] as const;

/** Firms of a park on the map: counted ones filled with a tick, the others hollow; the one looked at by name. */
export function drawFirms(firms: readonly ParkFirm[], looked: string | null): Draw {
  const placed = firms.filter((firm) => firm.location !== null);
  const at = (firm: ParkFirm) => (firm.location?.coordinates ?? [0, 0]) as [number, number];
  return (deck) => [
    new deck.ScatterplotLayer<ParkFirm>({
      id: 'evidence-firms',
      data: placed,
      getPosition: at,
      radiusUnits: 'pixels',
      getRadius: (firm) => (firm.id === looked ? 10 : 7),
      getFillColor: (firm) => (firm.counted ? [...COUNTED] : [255, 255, 255, 230]),
      getLineColor: (firm) => (firm.counted ? [255, 255, 255, 255] : [...LEFT_OUT]),
      getLineWidth: 2,
      lineWidthUnits: 'pixels',
      stroked: true,
      updateTriggers: { getRadius: looked },
    }),
    ...writeLabels<ParkFirm>(deck, {
      id: 'evidence-firm-signs',
      data: placed,
      getPosition: at,
      getText: (firm) => (firm.counted ? '✓' : '–'),
      getSize: 11,
      getColor: (firm) => (firm.counted ? [255, 255, 255, 255] : [...LEFT_OUT]),
      fontWeight: 700,
    }),
    ...writeLabels<ParkFirm>(deck, {
      id: 'evidence-firm-name',
      data: placed.filter((firm) => firm.id === looked),
      getPosition: at,
      getText: (firm) => firm.name,
      getSize: 13,
      getColor: [40, 44, 46, 255],
      getPixelOffset: [0, -20],
      background: true,
      getBackgroundColor: [255, 255, 255, 240],
      backgroundPadding: [5, 2],
    }),
  ];
}
