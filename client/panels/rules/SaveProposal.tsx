import { App, Button, Form, Input } from 'antd';
import { type RuleChanges, saveDraftRuleset } from '../../../data/contract';
import { useWrite } from '../../answers';
import { useText } from '../../text/i18n';
import { rulesText } from '../../text/rules';
import { useUndoToast } from '../history/useUndoToast';
import { Section } from '../parts/Panel';

interface Fields {
  name: string;
  reason?: string;
}

/** Keeps the moved thresholds under a name and a reason; nothing is adopted by it. */
export function SaveProposal({ changes }: { changes: RuleChanges }) {
  const t = useText(rulesText);
  const { message } = App.useApp();
  const [form] = Form.useForm<Fields>();
  const save = useWrite(saveDraftRuleset);
  const offerUndo = useUndoToast();
  const keep = ({ name, reason }: Fields) =>
    save.mutate(
      { body: { name, changes, ...(reason?.trim() ? { reason } : {}) } },
      {
        onSuccess: ({ event }) => {
          form.resetFields();
          offerUndo(t('saved', { name }), event);
        },
        onError: (error) => message.error(error.body.issues?.[0]?.message ?? error.message),
      },
    );
  return (
    <Section title={t('save')}>
      <p className="hint">{t('saveWhy')}</p>
      <Form form={form} layout="vertical" requiredMark={false} onFinish={keep} className="rule-save">
        <Form.Item
          name="name"
          label={t('name')}
          rules={[{ required: true, whitespace: true, message: t('nameNeeded') }]}
        >
          <Input maxLength={80} placeholder={t('namePlaceholder')} />
        </Form.Item>
        <Form.Item name="reason" label={t('reason')}>
          <Input.TextArea maxLength={500} autoSize={{ minRows: 1, maxRows: 4 }} />
        </Form.Item>
        <Button htmlType="submit" block loading={save.isPending}>
          {t('save')}
        </Button>
      </Form>
    </Section>
  );
}
