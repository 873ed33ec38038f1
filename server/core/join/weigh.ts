import { ellipsoidalArea, muOf } from '../fabric/area';
import type { Part } from '../fabric/fabric';
import { commonGround } from '../fabric/ground';
import { boxesMeet } from '../fabric/shape';
import { toEllipsoid } from '../fabric/union-area';

/** What a set of candidates is weighed by. */
export type Weighing = 'area' | 'count' | 'price';

/** The weight of one candidate (mu, plots or price), or null where its price is not known. */
export function weightOf(
  parts: readonly Part[],
  price: number | null,
  park: readonly Part[],
  weigh: Weighing,
): number | null {
  switch (weigh) {
    case 'count':
      return 1;
    case 'price':
      return price !== null && Number.isFinite(price) && price >= 0 ? price : null;
    case 'area':
      return muOf(Math.max(0, areaBeyond(parts, park)));
  }
}

/** Area on the ellipsoid in m² of a candidate without the ground it shares with the park. */
function areaBeyond(parts: readonly Part[], park: readonly Part[]): number {
  let area = 0;
  for (const part of parts) {
    const near = park.filter(({ box }) => boxesMeet(box, part.box));
    area += ellipsoidalArea(part) - (near.length > 0 ? toEllipsoid(commonGround([part], near), part) : 0);
  }
  return area;
}
