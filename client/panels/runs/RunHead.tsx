import { SearchOutlined } from '@ant-design/icons';
import { Button, Select, Tooltip } from 'antd';
import { useState } from 'react';
import type { Run } from '../../../data/contract';
import { useUnits } from '../../map/useCity';
import { useFormat } from '../../text/format';
import { useText } from '../../text/i18n';
import { runsText } from '../../text/runs';
import { go, useAddress } from '../../url';
import '../parts/lines.css';
import { OutcomeLine } from './OutcomeLine';
import { RunProgress } from './RunProgress';
import { parkAtHand, scopeAtHand } from './scopeAtHand';
import './runs.css';
import { useRunHistory, useRunsUnderWay } from './useRuns';
import { useScopeName } from './useScopeName';
import { useStartRun } from './useStartRun';

/** Above the list of leftover plots: where to search, the button, and how the search of that scope stands. */
export function RunHead() {
  const t = useText(runsText);
  const [address] = useAddress();
  const [chosen, setChosen] = useState<string | null>(null);
  const scope = chosen ?? scopeAtHand(address);
  const { start, isPending } = useStartRun();
  const underWay = useRunsUnderWay().find((run) => run.scope === scope);
  const last = useRunHistory(scope, 1).data?.rows[0];
  return (
    <section className="run-head" aria-label={t('title')}>
      <ScopeSelect scope={scope} parkAtHand={parkAtHand(address)} onChoose={setChosen} />
      <Tooltip title={t('findTip')} placement="right">
        <Button
          type="primary"
          size="small"
          icon={<SearchOutlined />}
          loading={isPending}
          disabled={underWay !== undefined}
          onClick={() => start(scope)}
        >
          {t(last ? 'findAgain' : 'find')}
        </Button>
      </Tooltip>
      {underWay ? <RunProgress run={underWay} /> : <LastRun run={last?.scope === scope ? last : undefined} />}
    </section>
  );
}

function LastRun({ run }: { run: Run | undefined }) {
  const t = useText(runsText);
  const format = useFormat();
  if (!run) return <p className="hint">{t('never')}</p>;
  const at = format.time(run.finishedAt ?? run.at);
  const open = (
    <button type="button" className="link" onClick={() => go({ selection: { kind: 'run', id: run.id } })}>
      {t('open')}
    </button>
  );
  if (run.phase === 'failed')
    return (
      <p className="hint mend">
        {t('lastFailed', { at, error: run.error ?? t('noError') })} {open}
      </p>
    );
  if (run.phase === 'cancelled')
    return (
      <p className="hint">
        {t('lastCancelled', { at, actor: run.actor })} {open}
      </p>
    );
  return (
    <p className="hint">
      {t('last', { at, actor: run.actor })} · <OutcomeLine run={run} /> · {open}
    </p>
  );
}

interface ScopeProps {
  scope: string;
  parkAtHand: string | null;
  onChoose: (scope: string) => void;
}

function ScopeSelect({ scope, parkAtHand, onChoose }: ScopeProps) {
  const t = useText(runsText);
  const nameOf = useScopeName();
  const units = useUnits().data?.units.filter((unit) => unit.kind !== 'context') ?? [];
  const parks = [...new Set([parkAtHand && `park/${parkAtHand}`, scope.startsWith('park/') ? scope : null])];
  const option = (value: string) => ({ value, label: nameOf(value) });
  return (
    <Select
      size="small"
      showSearch={{ optionFilterProp: 'label' }}
      aria-label={t('scope')}
      value={scope}
      popupMatchSelectWidth={false}
      onChange={onChoose}
      options={[
        option('city'),
        {
          label: t('thisPark'),
          options: parks.filter((one) => one !== null && one !== '').map((one) => option(String(one))),
        },
        { label: t('unit'), options: units.map((unit) => option(`unit/${unit.id}`)) },
      ].filter((one) => !('options' in one) || one.options.length > 0)}
    />
  );
}
