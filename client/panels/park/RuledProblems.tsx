import { useMemo, useState } from 'react';
import { type Gap, type GapRulingRow, listRulings, type ParkCard, type ParkVerdict } from '../../../data/contract';
import { useAnswer } from '../../answers';
import { useText } from '../../text/i18n';
import { problemsText } from '../../text/problems';
import type { RulingAbout } from '../rulings/about';
import { RulingDialog } from '../rulings/RulingDialog';
import { ProblemView } from './ProblemView';
import { gapKey } from './problems';
import { RuledGap } from './RuledGap';
import { rulingsOnGaps } from './rulingsOnGaps';
import type { Problems } from './useProblems';

interface Props {
  park: ParkCard;
  verdict: ParkVerdict;
  problems: Problems;
  onTakeIn: (parcel: string) => void;
}

/** The problems of a saved park, whose gaps can be ruled on; rulings stand beside what was found and can be withdrawn. */
export function RuledProblems({ park, verdict, problems, onTakeIn }: Props) {
  const t = useText(problemsText);
  const [ruled, setRuled] = useState<Gap | null>(null);
  const rows = useAnswer(listRulings, { query: { park: park.id } }, { layers: ['rulings'], keep: true }).data?.rows;
  const { contiguity } = verdict;
  const { byGap, others } = useMemo(
    () =>
      rulingsOnGaps(
        (rows ?? []).filter((row): row is GapRulingRow => row.subject === 'gap'),
        contiguity,
      ),
    [rows, contiguity],
  );
  const keys = useMemo(() => new Set(byGap.keys()), [byGap]);
  return (
    <>
      <ProblemView
        verdict={verdict}
        problems={problems}
        opensDraft
        onTakeIn={onTakeIn}
        rulings={{
          keys,
          make: (gap) => {
            problems.mending();
            setRuled(gap);
          },
          on: (gap) => {
            const ruling = byGap.get(gapKey(gap));
            return ruling && <RuledGap ruling={ruling} numberOf={numberOf} />;
          },
        }}
      />
      <RulingDialog about={ruled && aboutOf(ruled)} standing={null} onClose={() => setRuled(null)} />
      {others.length > 0 && (
        <details>
          <summary>{t('otherRulings')}</summary>
          <p className="hint">{t('otherRulingsWhy')}</p>
          {others.map((ruling) => (
            <RuledGap key={ruling.id} ruling={ruling} numberOf={numberOf} />
          ))}
        </details>
      )}
    </>
  );

  function numberOf(id: string): string {
    return verdict.members.find((member) => member.id === id)?.number ?? id;
  }
  function aboutOf({ from, to, widthMetres, bridged, holds }: Gap): RulingAbout {
    const numbered = (id: string) => ({ id, number: numberOf(id) });
    return {
      subject: 'gap',
      park: { id: park.id, name: park.name },
      plots: [numbered(from), numbered(to)],
      widthMetres,
      found: bridged === null && holds.length === 0 ? null : [...new Set(holds.map(({ kind }) => kind))],
    };
  }
}
