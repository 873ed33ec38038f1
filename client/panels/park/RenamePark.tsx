import { App, Form, Input, Modal } from 'antd';
import { changePark, type ParkCard } from '../../../data/contract';
import { useWrite } from '../../answers';
import { useText } from '../../text/i18n';
import { parkText } from '../../text/park';
import { useUndoToast } from '../history/useUndoToast';

interface Fields {
  name: string;
  theme: string;
}

/** Asks for a draft's new name and theme, and saves them against the version that was read. */
export function RenamePark({ park, onDone }: { park: ParkCard; onDone: () => void }) {
  const t = useText(parkText);
  const { message } = App.useApp();
  const [form] = Form.useForm<Fields>();
  const change = useWrite(changePark);
  const offerUndo = useUndoToast();
  const save = ({ name, theme }: Fields) =>
    change.mutate(
      { params: { id: park.id }, body: { version: park.version, name, theme: theme?.trim() || null } },
      {
        onSuccess: ({ event }) => {
          onDone();
          offerUndo(t('renamed'), event);
        },
        onError: (error) => message.error(error.message),
      },
    );
  return (
    <Modal
      open
      title={t('rename')}
      okText={t('save')}
      cancelText={t('cancel')}
      confirmLoading={change.isPending}
      onOk={form.submit}
      onCancel={onDone}
    >
      <Form
        form={form}
        layout="vertical"
        initialValues={{ name: park.name, theme: park.theme ?? '' }}
        onFinish={save}
        requiredMark={false}
      >
        <Form.Item
          name="name"
          label={t('name')}
          rules={[{ required: true, whitespace: true, message: t('nameNeeded') }]}
        >
          <Input maxLength={80} autoFocus />
        </Form.Item>
        <Form.Item name="theme" label={t('theme')}>
          <Input maxLength={80} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
