import { usePageState } from '../answers';
import { useMapHand } from '../map/hand';
import { addressNow, type Face, go } from '../url';

/**
 * Turns the page to a face. The overview is of the city: coming to it from work on a single record or plot, the map
 * goes back to the city, while a link to the overview keeps the view that it names.
 */
export function useToFace(): (face: Face) => void {
  const hand = useMapHand();
  const extent = usePageState().data?.extent;
  return (face) => {
    const comes = face === 'overview' && addressNow().face !== face;
    go({ face });
    // Once the sheet of a narrow window has its new height.
    if (comes && extent) requestAnimationFrame(() => hand.fit(extent));
  };
}
