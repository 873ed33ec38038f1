import { type ReactNode, useMemo } from 'react';
import type { Gap, ParkVerdict } from '../../../data/contract';
import { useAddress } from '../../url';
import { FaultCard } from './FaultCard';
import { GapCard } from './GapCard';
import { GapList } from './GapList';
import { ProblemSteps } from './ProblemSteps';
import { gapStates } from './problems';
import { useHeldPlots } from './useHeldPlots';
import type { Problems } from './useProblems';
import './problems.css';

interface Props {
  verdict: ParkVerdict;
  problems: Problems;
  /** Taking in a plot opens a draft; otherwise it adds to the picks. */
  opensDraft: boolean;
  onTakeIn: (parcel: string) => void;
  /** Absent while the park is not saved: nothing can be ruled on then. */
  rulings?: {
    readonly on: (gap: Gap) => ReactNode;
    readonly keys: ReadonlySet<string>;
    readonly make: (gap: Gap) => void;
  };
}

/** The stepper with the problem that is looked at, and every gap in a list under it. */
export function ProblemView({ verdict, problems, opensDraft, onTakeIn, rulings }: Props) {
  const { contiguity, members } = verdict;
  const [{ reading }] = useAddress();
  const states = useMemo(() => gapStates(contiguity), [contiguity]);
  const numbers = useMemo(() => new Map(members.map(({ id, number }) => [id, number])), [members]);
  const numberOf = (id: string) => numbers.get(id) ?? id;
  const held = useHeldPlots(contiguity);
  const { looked } = problems;
  const limit = (name: string) => Number(contiguity.parameters[name]?.value ?? 0);
  return (
    <>
      <ProblemSteps problems={problems}>
        {looked?.kind === 'gap' && (
          <>
            <GapCard
              key={looked.key}
              gap={looked.gap}
              state={states.get(looked.key) ?? 'open'}
              pieces={piecesBeside(looked.gap)}
              maxGapMetres={limit('maxGapMetres')}
              numberOf={numberOf}
              held={held}
              ruled={rulings?.keys.has(looked.key) ?? false}
              onRule={rulings && (() => rulings.make(looked.gap))}
              onTakeIn={onTakeIn}
              opensDraft={opensDraft}
            />
            {rulings?.on(looked.gap)}
          </>
        )}
        {looked?.kind === 'fault' && (
          <FaultCard
            key={looked.key}
            fault={looked.fault}
            members={members}
            leastSquareMetres={limit('overlapSquareMetres')}
            numberOf={numberOf}
          />
        )}
      </ProblemSteps>
      <GapList
        gaps={contiguity.gaps}
        states={states}
        ruled={rulings?.keys ?? NONE}
        numberOf={numberOf}
        looked={looked?.key ?? null}
        onLook={problems.look}
      />
    </>
  );

  function piecesBeside({ from, to }: Gap): number[] {
    const { pieces } = contiguity.readings[reading];
    const found = [from, to].map((plot) => pieces.findIndex(({ plots }) => plots.includes(plot)));
    return [...new Set(found.filter((index) => index >= 0))];
  }
}

const NONE: ReadonlySet<string> = new Set();
