import { LinkOutlined, UndoOutlined } from '@ant-design/icons';
import { App, Button } from 'antd';
import { useEffect, useState } from 'react';
import { type Answer, askWhatIf, readRules } from '../../../data/contract';
import { useAnswer } from '../../answers';
import { useUnits } from '../../map/useCity';
import { useFormat } from '../../text/format';
import { useText } from '../../text/i18n';
import { rulesText } from '../../text/rules';
import { go, useAddress } from '../../url';
import { Asking } from '../parts/Asking';
import { Empty, Mark, Panel, Section } from '../parts/Panel';
import { useUnitNames } from '../parts/useUnitNames';
import { FlipSentence } from './FlipSentence';
import { Proposals } from './Proposals';
import { Results } from './Results';
import { RuleControl } from './RuleControl';
import { type Group, RuleGroups } from './RuleGroups';
import { SaveProposal } from './SaveProposal';
import { useMoves } from './useMoves';
import '../parts/lines.css';
import './rules.css';

/** Moves thresholds of the ruleset in force and shows what would flip; nothing is adopted here. */
export function RulesPanel() {
  const rules = useAnswer(readRules, {});
  return <Asking result={rules}>{(answer) => <Moving rules={answer} />}</Asking>;
}

function Moving({ rules }: { rules: Answer<typeof readRules> }) {
  const t = useText(rulesText);
  const format = useFormat();
  const { message } = App.useApp();
  const [{ scope, line }] = useAddress();
  const scopeName = useScopeName(scope);
  const moves = useMoves(rules.rules);
  const [open, setOpen] = useState<readonly string[]>(line ? [line] : []);
  const result = useAnswer(
    askWhatIf,
    { body: { changes: moves.changes, scope } },
    { layers: ['parks', 'parcels', 'corridors'], keep: true },
  );
  const count = Object.keys(moves.changes).length;
  const fold = (group: Group, isOpen: boolean) =>
    setOpen((now) => [...now.filter((one) => one !== group), ...(isOpen ? [group] : [])]);
  const begin = () => {
    fold('title', true);
    showGroup('title');
  };
  // A link that names a group leads to it.
  useEffect(() => {
    if (line) showGroup(line);
  }, [line]);
  const copy = () =>
    navigator.clipboard.writeText(window.location.href).then(
      () => message.success(t('copied')),
      () => message.info(t('copyFailed')),
    );
  return (
    <Panel
      kicker={t('what')}
      title={t('title')}
      marks={
        <Mark tone="warn" tip={t('notAdoptedTip')}>
          {t('notAdopted')}
        </Mark>
      }
      actions={
        <>
          <FlipSentence result={result} moved={count > 0} />
          {count > 0 && (
            <>
              <Button size="small" icon={<UndoOutlined />} onClick={() => moves.load({})}>
                {t('resetAll')}
              </Button>
              <Button size="small" icon={<LinkOutlined />} onClick={copy}>
                {t('copyLink')}
              </Button>
            </>
          )}
        </>
      }
      onClose={() => go({ selection: null, rules: {} })}
    >
      {count === 0 ? (
        <Empty
          action={
            <Button size="small" onClick={begin}>
              {t('emptyDo')}
            </Button>
          }
        >
          {t('intro', { scope: scopeName, ruleset: format.name(rules.title) })}
        </Empty>
      ) : (
        <p className="rule-notice">{t('notice')}</p>
      )}
      {moves.dropped > 0 && <p className="mend">{t('dropped', { count: moves.dropped })}</p>}
      {moves.moved.length > 0 && (
        <Section title={t('moved')} aside={t('groupMoved', { count: moves.moved.length })}>
          {moves.moved.map((row) => (
            <RuleControl key={row.rule} row={row} moves={moves} />
          ))}
        </Section>
      )}
      <Asking result={result}>{(answer) => <Results answer={answer} stale={result.isPlaceholderData} />}</Asking>
      <Section title={t('allRules')}>
        <RuleGroups rules={rules} moves={moves} open={open} onFold={fold} />
      </Section>
      {count > 0 && <SaveProposal changes={moves.changes} />}
      <Proposals base={rules.id} onLoad={moves.load} />
    </Panel>
  );
}

/** Brings a group to the top of the panel once its fold has been drawn. */
function showGroup(group: string): void {
  requestAnimationFrame(() => document.getElementById(`rules-${group}`)?.scrollIntoView({ block: 'start' }));
}

function useScopeName(scope: string): string {
  const t = useText(rulesText);
  const format = useFormat();
  const unitName = useUnitNames();
  const belts = useUnits().data?.belts ?? [];
  const [kind, id = ''] = scope.split('/');
  if (kind === 'city') return t('scopeCity');
  const belt = belts.find((one) => one.id === id);
  return kind === 'belt' && belt ? format.name(belt.name) : unitName(id);
}
