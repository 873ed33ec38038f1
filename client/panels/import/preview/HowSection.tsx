import { Checkbox, Input, Radio, Select } from 'antd';
import { type ImportPreview, importMode } from '../../../../data/contract';
import { useFormat } from '../../../text/format';
import { useText } from '../../../text/i18n';
import { importKindsText } from '../../../text/import-kinds';
import { importPreviewText } from '../../../text/import-preview';
import { Section } from '../../parts/Panel';
import { type Plan, senderOf } from './plan';

interface Props {
  preview: ImportPreview;
  plan: Plan;
  onPlan: (change: Partial<Plan>) => void;
}

/** How the file is written: beside what is there, over it, or in the place of an earlier import; by whom it was sent and why. */
export function HowSection({ preview, plan, onPlan }: Props) {
  const t = useText(importPreviewText);
  const say = useText(importKindsText);
  const format = useFormat();
  const { replaceable, kind } = preview;
  return (
    <Section title={t('how')}>
      <Radio.Group
        className="import-how"
        aria-label={t('how')}
        value={plan.mode}
        onChange={(event) => onPlan({ mode: event.target.value })}
      >
        {importMode.options.map((mode) => (
          <Radio key={mode} value={mode} disabled={mode === 'replace' && replaceable.length === 0}>
            {say(mode)}
            <small>{mode === 'replace' && replaceable.length === 0 ? t('replaceNone') : say(`${mode}Hint`)}</small>
          </Radio>
        ))}
      </Radio.Group>
      {plan.mode === 'replace' && (
        <Select<string>
          className="import-replaces"
          aria-label={t('replaces')}
          placeholder={t('replacesHint')}
          value={plan.replaces}
          options={replaceable.map(({ id, fileName, at, count }) => ({
            value: id,
            label: t('replaceable', { name: fileName, at: format.time(at), count: format.number(count) }),
          }))}
          onChange={(replaces) => onPlan({ replaces })}
        />
      )}
      {kind === 'corridors' && (
        <Checkbox
          className="import-complete"
          checked={plan.complete}
          onChange={(event) => onPlan({ complete: event.target.checked })}
        >
          {t('complete')}
          <small>{t('completeHint')}</small>
        </Checkbox>
      )}
      <div className="import-fields import-notes">
        <span>{t('sender')}</span>
        <Input
          maxLength={200}
          aria-label={t('sender')}
          placeholder={t('senderHint')}
          value={senderOf(preview, plan)}
          onChange={(event) => onPlan({ sender: event.target.value })}
        />
        <span>{t('reason')}</span>
        <Input
          maxLength={500}
          aria-label={t('reason')}
          value={plan.reason}
          onChange={(event) => onPlan({ reason: event.target.value })}
        />
      </div>
    </Section>
  );
}
