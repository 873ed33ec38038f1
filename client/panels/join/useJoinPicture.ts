import { useMemo } from 'react';
import type { JoiningPlot, ParkVerdict } from '../../../data/contract';
import { useOverlay } from '../../map/useOverlay';
import { useAddress } from '../../url';
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

/** Draws the pieces, and the set over them: it pulses once when it changes, then stays outlined. */
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
  const swell = usePulse(plots.map(({ id }) => id).join());
  useOverlay(
    'join',
    useMemo(() => drawSet(plots, theme, pointed, swell), [plots, theme, pointed, swell]),
  );
}
