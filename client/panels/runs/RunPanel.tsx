import { Button } from 'antd';
import type { Run } from '../../../data/contract';
import { leftoverWords } from '../../../data/words/vocabulary';
import { usePageState } from '../../answers';
import { useFormat } from '../../text/format';
import { useText } from '../../text/i18n';
import { runsText } from '../../text/runs';
import { go } from '../../url';
import { HatchSwatch } from '../legend/Swatch';
import { Asking } from '../parts/Asking';
import { Facts } from '../parts/Figure';
import { Empty, Mark, Panel, Section } from '../parts/Panel';
import { RunChanges } from './RunChanges';
import { RunHistory } from './RunHistory';
import { RunProgress } from './RunProgress';
import { isUnderWay, useRun, useRunsUnderWay } from './useRuns';
import { useScopeName } from './useScopeName';
import { useStartRun } from './useStartRun';
import '../parts/lines.css';
import './runs.css';

/** One search for leftover plots in the right panel: progress or outcome, what changed, and the searches before it. `-` shows those alone. */
export function RunPanel({ id }: { id: string }) {
  const t = useText(runsText);
  if (id !== '-') return <OneRun id={id} />;
  return (
    <Panel title={t('title')} onClose={() => go({ selection: null })}>
      <RunHistory empty={t('neverPanel')} />
    </Panel>
  );
}

function OneRun({ id }: { id: string }) {
  const stored = useRun(id);
  const underWay = useRunsUnderWay().find((run) => run.id === id);
  return (
    <Asking result={stored} id={id}>
      {(run) => <Card run={underWay ?? run} />}
    </Asking>
  );
}

function Card({ run }: { run: Run }) {
  const t = useText(runsText);
  const nameOf = useScopeName();
  const { start, isPending } = useStartRun();
  const busy = useRunsUnderWay().some(({ scope }) => scope === run.scope);
  return (
    <Panel
      kicker={t('title')}
      title={nameOf(run.scope)}
      marks={<Mark tone={run.phase === 'failed' ? 'warn' : 'plain'}>{t(`phase_${run.phase}`)}</Mark>}
      actions={
        <Button disabled={busy} loading={isPending} onClick={() => start(run.scope)}>
          {t('again')}
        </Button>
      }
      onClose={() => go({ selection: null })}
    >
      {isUnderWay(run) && <RunProgress run={run} />}
      {run.phase === 'failed' && <p className="mend">{run.error ?? t('noError')}</p>}
      <RunFacts run={run} />
      <Section title={t('outcome')}>
        <Outcome run={run} />
      </Section>
      {run.outcome && <RunChanges run={run} outcome={run.outcome} />}
      <Section
        title={t('history')}
        aside={
          <button type="button" className="link" onClick={() => go({ selection: { kind: 'run', id: '-' } })}>
            {t('allScopes')}
          </button>
        }
      >
        <RunHistory scope={run.scope} current={run.id} />
      </Section>
    </Panel>
  );
}

function RunFacts({ run }: { run: Run }) {
  const t = useText(runsText);
  const format = useFormat();
  const ruleset = usePageState().data?.ruleset;
  const { parksDone, parksOf } = run.progress;
  return (
    <div className="run-facts">
      <Facts
        rows={[
          [t('started_at'), `${format.time(run.startedAt ?? run.at)} · ${run.actor}`],
          [t('finished_at'), run.finishedAt && format.time(run.finishedAt)],
          [t('duration'), run.outcome && t('seconds', { seconds: format.number(run.outcome.milliseconds / 1000, 1) })],
          [t('searched'), `${format.number(parksDone)} / ${format.number(parksOf)}`],
          [t('ruleset'), ruleset?.id === run.ruleset ? format.name(ruleset.title) : run.ruleset],
        ]}
      />
    </div>
  );
}

function Outcome({ run }: { run: Run }) {
  const t = useText(runsText);
  const format = useFormat();
  if (!run.outcome) return <p className="hint">{t(isUnderWay(run) ? 'outcomeNotYet' : 'outcomePart')}</p>;
  const { byKind } = run.outcome;
  if (byKind.length === 0) return <Empty>{t('outcomeNone')}</Empty>;
  const total = byKind.reduce((sum, { count, areaMu }) => ({ count: sum.count + count, areaMu: sum.areaMu + areaMu }), {
    count: 0,
    areaMu: 0,
  });
  return (
    <table className="run-kinds">
      <tbody>
        {byKind.map(({ kind, count, areaMu }) => (
          <tr key={kind}>
            <th scope="row">
              <span className="leftover-title">
                <HatchSwatch kind={kind} /> {format.name(leftoverWords[kind])}
              </span>
            </th>
            <td>{t('plots', { n: format.number(count) })}</td>
            <td>{format.mu(areaMu)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t('sum')}</th>
          <td>{t('plots', { n: format.number(total.count) })}</td>
          <td>{format.mu(total.areaMu)}</td>
        </tr>
      </tfoot>
    </table>
  );
}
