import { useEffect, useMemo, useRef } from 'react';
import type { Bbox, JoiningPlot, ParkVerdict } from '../../../data/contract';
import { boxAround } from '../../map/boxAround';
import { useMapHand, useSeenView } from '../../map/hand';
import { useOverlay } from '../../map/useOverlay';
import { useAddress } from '../../url';
import { polygonsOf } from '../park/pieceOf';
import { drawJoined, drawSet } from './drawJoin';
import { usePulse } from './usePulse';

interface Picture {
  plots: readonly JoiningPlot[];
  verdict: ParkVerdict;
  /** The plot whose pieces stand out. */
  pointed: string | null;
  /** The park painted as the one piece that it becomes. */
  joined: boolean;
}

/** Draws the pieces, and the set over them: brought into sight when it changes, it pulses once, then stays outlined. */
export function useJoinPicture({ plots, verdict, pointed, joined }: Picture): void {
  const [{ reading, theme }] = useAddress();
  const brought = plots.find(({ id }) => id === pointed)?.pieces;
  useOverlay(
    'evidence',
    useMemo(
      () => drawJoined({ verdict, reading, plots, joined, brought: brought ? new Set(brought) : undefined }),
      [verdict, reading, plots, joined, brought],
    ),
  );
  useBringIntoSight(plots, verdict);
  const swell = usePulse(plots.map(({ id }) => id).join());
  useOverlay(
    'join',
    useMemo(() => drawSet(plots, theme, pointed, swell), [plots, theme, pointed, swell]),
  );
}

/** Shows the whole park with its set where a new set would lie out of sight; otherwise the map stays as it is. */
function useBringIntoSight(plots: readonly JoiningPlot[], { members }: ParkVerdict): void {
  const hand = useMapHand();
  const seen = useRef<Bbox | undefined>(undefined);
  seen.current = useSeenView()?.bbox;
  useEffect(() => {
    if (plots.length === 0) return;
    const set = boxOf(plots);
    if (!seen.current || !isWithin(set, seen.current)) hand.fit(boxOf([...plots, ...members]));
  }, [hand, plots, members]);
}

const boxOf = (grounds: readonly Pick<JoiningPlot, 'geometry'>[]): Bbox =>
  boxAround(grounds.flatMap(({ geometry }) => polygonsOf(geometry).flat(2)));
const isWithin = (inner: Bbox, outer: Bbox): boolean =>
  inner[0] >= outer[0] && inner[1] >= outer[1] && inner[2] <= outer[2] && inner[3] <= outer[3];
