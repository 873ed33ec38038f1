import { App, Button, Form, Input } from 'antd';
import { changePark, createPark, type ParkCard } from '../../../data/contract';
import { useWrite } from '../../answers';
import { formText } from '../../text/form';
import { useText } from '../../text/i18n';
import { useUndoToast } from '../history/useUndoToast';
import { Section } from '../parts/Panel';

interface Props {
  picks: readonly string[];
  /** The draft whose parcels are being changed; null for a new park. */
  draft: ParkCard | null;
  onSaved: (park: string) => void;
}
interface Fields {
  name: string;
  theme?: string;
}

/** Saves what is picked: as a new draft with a name, or as the new parcels of a draft. Offers to undo. */
export function SaveDraft({ picks, draft, onSaved }: Props) {
  const t = useText(formText);
  const { message } = App.useApp();
  const create = useWrite(createPark);
  const change = useWrite(changePark);
  const offerUndo = useUndoToast();
  const parcels = [...picks];
  const changes = draft?.kind === 'draft' ? draft : null;
  const done = (sentence: string) => (saved: { id: string; event: string }) => {
    onSaved(saved.id);
    offerUndo(sentence, saved.event);
  };
  const fail = (error: Error) => message.error(error.message);
  if (changes)
    return (
      <Section title={t('saveChange')}>
        <Button
          type="primary"
          block
          disabled={picks.length === 0}
          loading={change.isPending}
          onClick={() =>
            change
              .mutateAsync({ params: { id: changes.id }, body: { version: changes.version, parcels } })
              .then(done(t('changed', { name: changes.name })), fail)
          }
        >
          {t('saveChange')}
        </Button>
      </Section>
    );
  return (
    <Section title={t('save')}>
      {draft && <p className="hint">{t('official', { name: draft.name })}</p>}
      <Form<Fields>
        layout="vertical"
        requiredMark={false}
        onFinish={({ name, theme }) =>
          void create
            .mutateAsync({ body: { name, parcels, theme: theme?.trim() || null } })
            .then(done(t('saved', { name })), fail)
        }
      >
        <Form.Item
          name="name"
          label={t('name')}
          rules={[{ required: true, whitespace: true, message: t('nameNeeded') }]}
        >
          <Input maxLength={80} placeholder={t('namePlaceholder')} />
        </Form.Item>
        <Form.Item name="theme" label={t('theme')}>
          <Input maxLength={80} />
        </Form.Item>
        <Button type="primary" htmlType="submit" block disabled={picks.length === 0} loading={create.isPending}>
          {t('save')}
        </Button>
      </Form>
    </Section>
  );
}
