import { useMemo } from 'react';
import type { ParkVerdict } from '../../../data/contract';
import { useOverlay } from '../../map/useOverlay';
import { formText } from '../../text/form';
import { useFormat } from '../../text/format';
import { useText } from '../../text/i18n';
import { parkText } from '../../text/park';
import { useAddress } from '../../url';
import { drawContiguity } from '../park/drawContiguity';
import { ProblemView } from '../park/ProblemView';
import { useProblems } from '../park/useProblems';
import { Section } from '../parts/Panel';
import '../park/park.css';

interface Props {
  verdict: ParkVerdict;
  /** False while something else paints the pieces. */
  painted: boolean;
  onTakeIn: (parcel: string) => void;
}

/** What keeps the picks from being one clear piece, problem by problem; plots can be taken in, nothing be ruled on. */
export function FormProblems({ verdict, painted, onTakeIn }: Props) {
  const t = useText(formText);
  const words = useText(parkText);
  const format = useFormat();
  const [{ reading }] = useAddress();
  const problems = useProblems(verdict.contiguity);
  const looked = problems.looked?.key ?? null;
  useOverlay(
    'evidence',
    useMemo(() => {
      const writeCount = (count: number) => words('gapCount', { count });
      return painted ? drawContiguity({ verdict, reading, looked, writeWidth: format.metres, writeCount }) : null;
    }, [painted, verdict, reading, looked, format, words]),
  );
  const isQuiet = problems.problems.length === 0 && problems.left === null && verdict.contiguity.gaps.length === 0;
  if (isQuiet) return null;
  return (
    <Section title={t('problems')}>
      <div className="evidence">
        <ProblemView
          verdict={verdict}
          problems={problems}
          opensDraft={false}
          onTakeIn={(parcel) => {
            problems.mending();
            onTakeIn(parcel);
          }}
        />
      </div>
    </Section>
  );
}
