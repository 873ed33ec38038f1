import { Button } from 'antd';
import { useCallback, useEffect, useRef } from 'react';
import type { ParkVerdict } from '../../../data/contract';
import { useKey } from '../../keys/useKey';
import { useText } from '../../text/i18n';
import { joinText } from '../../text/join';
import { go, useAddress } from '../../url';
import { Section } from '../parts/Panel';
import { scrollWithin } from '../parts/scrollWithin';
import { Joining } from './Joining';
import type { JoinOf } from './joinQuestion';
import './join.css';

interface Props {
  of: JoinOf;
  /** The verdict on the park as it is, for its pieces; absent until it is known. */
  verdict: ParkVerdict | undefined;
  /** What happens to the set that is taken: see the label of its button. */
  onTake: (plots: readonly string[]) => void;
  takes: 'toDraft' | 'toPicks';
}

/** “Which plots make it whole”, opened and left by J or its button; the address says that it is open. */
export function JoinSection({ of, verdict, onTake, takes }: Props) {
  const t = useText(joinText);
  const [{ line }] = useAddress();
  const open = line === 'join';
  const box = useRef<HTMLDivElement>(null);
  const toggle = () => {
    go((now) => ({ line: now.line === 'join' ? null : 'join' }));
    return true;
  };
  useKey('join', toggle);
  // What stands above and below grows as answers come: it is led into sight when it opens, and when it is there.
  const show = useCallback(() => scrollWithin(box.current, 'start'), []);
  useEffect(() => {
    if (open) show();
  }, [open, show]);
  return (
    <div ref={box} className="join">
      <Section
        title={t('title')}
        aside={
          <Button size="small" aria-expanded={open} onClick={toggle}>
            {t(open ? 'close' : 'open')}
          </Button>
        }
      >
        {!open && <p className="hint">{verdict?.title.whatIf.joinSkipped ?? t('intro')}</p>}
        {open && !verdict && <p className="hint">{t('waits')}</p>}
        {open && verdict && <Joining of={of} verdict={verdict} onTake={onTake} takes={takes} onAnswered={show} />}
      </Section>
    </div>
  );
}
