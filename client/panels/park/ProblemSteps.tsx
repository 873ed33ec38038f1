import { DownOutlined, UpOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { type ReactNode, useEffect, useRef } from 'react';
import { useText } from '../../text/i18n';
import { problemsText } from '../../text/problems';
import { scrollWithin } from '../parts/scrollWithin';
import type { Problems } from './useProblems';

/** Steps through the problems one by one, tells how many are left, and shows the one that is looked at. */
export function ProblemSteps({ problems, children }: { problems: Problems; children: ReactNode }) {
  const t = useText(problemsText);
  const count = problems.problems.length;
  const { place, left, looked, step } = problems;
  const box = useRef<HTMLElement>(null);
  const key = looked?.key;
  useEffect(() => {
    if (key || left !== null) scrollWithin(box.current, 'nearest');
  }, [key, left]);
  return (
    <section className="steps" ref={box} aria-label={t('title')}>
      <div className="row">
        <b>
          {t('title')} <small>{place === null ? t('count', { count }) : t('place', { place: place + 1, count })}</small>
        </b>
        <span>
          <Step label={t('previous')} icon={<UpOutlined />} disabled={count === 0} onClick={() => step(-1)} />
          <Step label={t('next')} icon={<DownOutlined />} disabled={count === 0} onClick={() => step(1)} />
        </span>
      </div>
      <p className="steps-left" role="status">
        {left !== null && (left === 0 ? t('leftNone') : t('left', { count: left }))}
      </p>
      {looked ? children : <p className="hint">{t(count === 0 ? 'none' : 'start')}</p>}
    </section>
  );
}

interface StepProps {
  label: string;
  icon: ReactNode;
  disabled: boolean;
  onClick: () => void;
}

const Step = ({ label, ...rest }: StepProps) => <Button size="small" title={label} aria-label={label} {...rest} />;
