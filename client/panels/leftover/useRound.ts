import { useMapHand } from '../../map/hand';
import { go, useAddress } from '../../url';
import { useRoundRows } from '../list/useLeftoverRows';
import { writeLine } from './line';
import { countRuled, stepNotRuled } from './round';
import { showPlot } from './showPlot';

/**
 * A round of rulings through the list as it is filtered, wherever the map looks: how many are ruled on, and the way to
 * the next or previous that is not. `open` keeps the ruling open in the card of the next plot.
 */
export function useRound() {
  const hand = useMapHand();
  const [{ selection }] = useAddress();
  const known = useRoundRows();
  const rows = known ?? [];
  const shown = selection?.kind === 'leftover' ? selection.id : null;
  const step = (by: 1 | -1, open: 'rule' | null = null): boolean => {
    const next = stepNotRuled(rows, shown, by);
    if (!next) return false;
    go({ selection: { kind: 'leftover', id: next.parcel.id }, line: open && writeLine(open, next.park.id) });
    showPlot(hand, next.parcel.bbox);
    return true;
  };
  return {
    step,
    done: countRuled(rows),
    of: rows.length,
    hasNext: stepNotRuled(rows, shown, 1) !== null,
    isKnown: known !== null,
  };
}
