import type { Answer, ParkVerdict, Position, pickParcels } from '../../../data/contract';
import type { Draw } from '../../map/draw';
import { polygonsOf } from '../park/pieceOf';

type Picked = Answer<typeof pickParcels>['parcels'][number];

const ACCENT = [15, 107, 102] as const;

/** Parcels that were picked since the verdict on the map; those that it judges are drawn in their pieces. */
export function drawPicks(parcels: readonly Picked[], verdict: ParkVerdict | undefined): Draw | null {
  const judged = new Set(verdict?.members.map((member) => member.id));
  const fresh = parcels.filter((parcel) => !judged.has(parcel.id));
  if (fresh.length === 0) return null;
  const rings = fresh.flatMap((parcel) => polygonsOf(parcel.geometry));
  return (deck) => [
    new deck.PolygonLayer<(typeof rings)[number]>({
      id: 'form-picks',
      data: rings,
      getPolygon: (part) => part as Position[][] as never,
      getFillColor: [...ACCENT, 90],
      getLineColor: [...ACCENT, 255],
      getLineWidth: 2,
      lineWidthUnits: 'pixels',
      stroked: true,
    }),
  ];
}
