import type { Layer } from '@deck.gl/core';
import { PolygonLayer } from '@deck.gl/layers';
import type { Answer, ParkVerdict, Position, pickParcels } from '../../../data/contract';
import { drawContiguity } from '../park/drawContiguity';
import { polygonsOf } from '../park/pieceOf';

type Picked = Answer<typeof pickParcels>['parcels'][number];

const ACCENT = [15, 107, 102] as const;

/** Picked parcels on the map: outlined at once, in their pieces with the gaps between once the verdict is in. */
export function drawPicks(
  parcels: readonly Picked[],
  verdict: ParkVerdict | undefined,
  writeWidth: (metres: number) => string,
): Layer[] {
  const judged = new Set(verdict?.members.map((member) => member.id));
  const fresh = parcels.filter((parcel) => !judged.has(parcel.id));
  const rings = fresh.flatMap((parcel) => polygonsOf(parcel.geometry));
  const outline = new PolygonLayer<(typeof rings)[number]>({
    id: 'form-picks',
    data: rings,
    getPolygon: (part) => part as Position[][] as never,
    getFillColor: [...ACCENT, 90],
    getLineColor: [...ACCENT, 255],
    getLineWidth: 2,
    lineWidthUnits: 'pixels',
    stroked: true,
  });
  return verdict ? [outline, ...drawContiguity({ verdict, reading: 'normal', gap: null, writeWidth })] : [outline];
}
