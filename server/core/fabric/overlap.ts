import { boxOfCorners, commonThickness, TOUCH_METRES } from './common-corners';
import { commonBox, groundOfTwoWithin } from './ground';
import { boxesMeet, type Shape } from './shape';
import { holdsCircle } from './thickness';

/** From where common ground is a fault of the data rather than a digitising sliver. */
export interface OverlapSettings {
  readonly overlapSquareMetres: number;
  readonly overlapThicknessMetres: number;
}

/** Ground that two shapes have in common. */
export interface CommonGround {
  readonly squareMetres: number;
  /** True if it is larger and thicker than the settings allow for a sliver. */
  readonly isOverlap: boolean;
}

const none: CommonGround = { squareMetres: 0, isOverlap: false };

/**
 * Common ground of two shapes: planar m², and whether it is an overlap: more than `overlapSquareMetres` and
 * thicker than `overlapThicknessMetres` (a circle of that diameter fits in). Identical and nested shapes overlap.
 */
export function measureOverlap(a: Shape, b: Shape, settings: OverlapSettings): CommonGround {
  if (!boxesMeet(a.box, b.box)) return none;
  const common = commonBox(a.box, b.box);
  const thicknessMetres = commonThickness(a, b, common);
  if (thicknessMetres < TOUCH_METRES) return none;
  const squareMetres = groundOfTwoWithin(a, b, thicknessMetres === Infinity ? common : boxOfCorners());
  const isOverlap =
    squareMetres > settings.overlapSquareMetres &&
    thicknessMetres > settings.overlapThicknessMetres &&
    holdsCircle(a, b, settings.overlapThicknessMetres / 2);
  return { squareMetres, isOverlap };
}
