import type { Answer, ParkVerdict, Position, pickParcels } from '../../../data/contract';
import type { Draw } from '../../map/draw';
import { drawContiguity } from '../park/drawContiguity';
import { polygonsOf } from '../park/pieceOf';

type Picked = Answer<typeof pickParcels>['parcels'][number];

const ACCENT = [15, 107, 102] as const;

/** Picked parcels on the map: outlined at once, in their pieces with the gaps between once the verdict is in. */
export function drawPicks(
  parcels: readonly Picked[],
  verdict: ParkVerdict | undefined,
  writeWidth: (metres: number) => string,
  writeCount: (count: number) => string,
): Draw | null {
  if (parcels.length === 0) return null;
  const judged = new Set(verdict?.members.map((member) => member.id));
  const fresh = parcels.filter((parcel) => !judged.has(parcel.id));
  const rings = fresh.flatMap((parcel) => polygonsOf(parcel.geometry));
  const evidence = verdict && drawContiguity({ verdict, reading: 'normal', gap: null, writeWidth, writeCount });
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
    ...(evidence?.(deck) ?? []),
  ];
}
