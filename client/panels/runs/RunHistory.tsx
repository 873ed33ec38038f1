import { Button } from 'antd';
import { useState } from 'react';
import type { Run } from '../../../data/contract';
import { useFormat } from '../../text/format';
import { useText } from '../../text/i18n';
import { runsText } from '../../text/runs';
import { go } from '../../url';
import { Asking } from '../parts/Asking';
import { Empty } from '../parts/Panel';
import { OutcomeLine } from './OutcomeLine';
import { useRunHistory } from './useRuns';
import { useScopeName } from './useScopeName';

const FEW = 10;
const MANY = 100;

interface Props {
  /** Searches of this scope alone; all of them without it. */
  scope?: string;
  /** The search that is shown already. */
  current?: string;
  empty?: string;
}

/** The searches before: who, when, how long, what changed; each leads to its own card. */
export function RunHistory({ scope, current, empty }: Props) {
  const t = useText(runsText);
  const [limit, setLimit] = useState(FEW);
  const result = useRunHistory(scope, limit);
  return (
    <Asking result={result}>
      {({ rows }) => (
        <>
          {rows.length === 0 && empty && <Empty>{empty}</Empty>}
          <ol className="plain run-history">
            {rows.map((run) => (
              <RunLine key={run.id} run={run} named={scope === undefined} current={run.id === current} />
            ))}
          </ol>
          {rows.length === limit && limit < MANY && (
            <Button size="small" onClick={() => setLimit(MANY)}>
              {t('more')}
            </Button>
          )}
        </>
      )}
    </Asking>
  );
}

function RunLine({ run, named, current }: { run: Run; named: boolean; current: boolean }) {
  const t = useText(runsText);
  const format = useFormat();
  const nameOf = useScopeName();
  const seconds = run.outcome && format.number(run.outcome.milliseconds / 1000, 1);
  return (
    <li aria-current={current}>
      <button type="button" className="link" onClick={() => go({ selection: { kind: 'run', id: run.id } })}>
        {format.time(run.at)}
        {named && ` · ${nameOf(run.scope)}`}
      </button>
      <small>{[run.actor, seconds && t('took', { seconds })].filter(Boolean).join(' · ')}</small>
      <small className="run-line-outcome">
        <OutcomeLine run={run} />
      </small>
    </li>
  );
}
