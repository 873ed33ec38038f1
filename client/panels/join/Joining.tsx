import { useEffect, useMemo, useState } from 'react';
import type { JoinParkAnswer, ParkVerdict } from '../../../data/contract';
import { useText } from '../../text/i18n';
import { joinText } from '../../text/join';
import { useAddress } from '../../url';
import { Asking } from '../parts/Asking';
import { Empty } from '../parts/Panel';
import { JoinChoices } from './JoinChoices';
import { JoinSet, type Painted } from './JoinSet';
import type { JoinOf } from './joinQuestion';
import { joinQuestion } from './joinQuestion';
import { NoSet } from './NoSet';
import { Refused } from './Refused';
import { useJoining } from './useJoining';
import { useJoinPicture } from './useJoinPicture';

interface Props {
  of: JoinOf;
  verdict: ParkVerdict;
  onTake: (plots: readonly string[]) => void;
  takes: 'toDraft' | 'toPicks';
  /** Called once the first answer is on the page. */
  onAnswered: () => void;
}

/** The search itself: what is asked, what was refused, and the answer in each of its states. */
export function Joining({ of, verdict, onTake, takes, onAnswered }: Props) {
  const t = useText(joinText);
  const [address] = useAddress();
  const question = useMemo(() => joinQuestion(of, address), [of, address]);
  const result = useJoining(question);
  const answered = result.data !== undefined;
  useEffect(() => {
    if (answered) onAnswered();
  }, [answered, onAnswered]);
  const [pointed, setPointed] = useState<string | null>(null);
  const [painted, setPainted] = useState<Painted>('today');
  const plots = result.data?.plots ?? NONE;
  useJoinPicture({ plots, verdict, pointed, joined: painted === 'joined' && plots.length > 0 });
  return (
    <div className="join-body">
      <JoinChoices />
      <Refused ids={address.refused} />
      <div className="join-answer" aria-busy={result.isPlaceholderData} aria-live="polite">
        <Asking result={result}>
          {(answer) => {
            if (answer.alreadyContiguous) return <Empty>{t('already')}</Empty>;
            if (!answer.possible) return <NoSet answer={answer} verdict={verdict} />;
            return (
              <JoinSet
                answer={answer}
                question={question}
                rests={!result.isPlaceholderData}
                pointed={pointed}
                onPoint={setPointed}
                painted={painted}
                onPaint={setPainted}
                onTake={onTake}
                takes={takes}
              />
            );
          }}
        </Asking>
      </div>
    </div>
  );
}

const NONE: JoinParkAnswer['plots'] = [];
