import { DeleteOutlined, DownloadOutlined } from '@ant-design/icons';
import { useIsMutating } from '@tanstack/react-query';
import { App, Button, Tooltip } from 'antd';
import { useEffect } from 'react';
import {
  type DraftRuleset,
  listDraftRulesets,
  type RuleChanges,
  readDraftRulesetFile,
  removeDraftRuleset,
} from '../../../data/contract';
import { useAnswer, useWrite } from '../../answers';
import { pathOf } from '../../api';
import { useFormat } from '../../text/format';
import { useText } from '../../text/i18n';
import { rulesText } from '../../text/rules';
import { useUndoToast } from '../history/useUndoToast';
import { Asking } from '../parts/Asking';
import { Mark, Section } from '../parts/Panel';

interface Props {
  /** The ruleset in force. */
  base: string;
  onLoad: (changes: RuleChanges) => void;
}

/** Proposed rulesets, newest first: to load, download or delete. */
export function Proposals({ base, onLoad }: Props) {
  const t = useText(rulesText);
  const drafts = useAnswer(listDraftRulesets, {});
  const { refetch } = drafts;
  // Whatever was written on this page, a proposal or an undo of one, the list is asked again.
  const writes = useIsMutating();
  useEffect(() => {
    if (writes === 0) void refetch();
  }, [writes, refetch]);
  return (
    <Section title={t('proposals')}>
      <Asking result={drafts}>
        {({ rows }) =>
          rows.length === 0 ? (
            <p className="hint">{t('noProposals')}</p>
          ) : (
            <ul className="rule-drafts">
              {rows.map((draft) => (
                <Proposal key={draft.id} draft={draft} base={base} onLoad={onLoad} />
              ))}
            </ul>
          )
        }
      </Asking>
    </Section>
  );
}

function Proposal({ draft, base, onLoad }: Props & { draft: DraftRuleset }) {
  const t = useText(rulesText);
  const format = useFormat();
  const { message, modal } = App.useApp();
  const remove = useWrite(removeDraftRuleset);
  const offerUndo = useUndoToast();
  const { id, name, changes, actor, at, reason } = draft;
  const dismiss = () =>
    remove.mutate(
      { params: { id } },
      {
        onSuccess: ({ event }) => offerUndo(t('removed', { name }), event),
        onError: (error) => message.error(error.message),
      },
    );
  const ask = () =>
    modal.confirm({
      title: t('removeAsk', { name }),
      content: t('removeWhy'),
      okText: t('remove'),
      cancelText: t('keepIt'),
      okButtonProps: { danger: true },
      onOk: dismiss,
    });
  return (
    <li>
      <div>
        <b>{name}</b> {draft.base !== base && <Mark tip={t('oldBaseTip', { base: draft.base })}>{t('oldBase')}</Mark>}
        <small>
          {actor} · {format.time(at)} · {t('rulesMoved', { count: Object.keys(changes).length })}
        </small>
        {reason && <small>{reason}</small>}
      </div>
      <span className="rule-draft-ways">
        <Button size="small" aria-label={t('loadOf', { name })} onClick={() => onLoad(changes)}>
          {t('load')}
        </Button>
        <Tooltip title={t('downloadTip')}>
          <Button
            size="small"
            icon={<DownloadOutlined />}
            aria-label={t('downloadOf', { name })}
            href={pathOf(readDraftRulesetFile, { params: { id } })}
            download
          />
        </Tooltip>
        <Button
          size="small"
          icon={<DeleteOutlined />}
          aria-label={t('removeOf', { name })}
          loading={remove.isPending}
          onClick={ask}
        />
      </span>
    </li>
  );
}
