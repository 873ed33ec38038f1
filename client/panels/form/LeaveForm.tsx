import { Button, Modal } from 'antd';
import { formText } from '../../text/form';
import { useText } from '../../text/i18n';
import { go } from '../../url';

/** Asks before picks that are not saved are left: they can be kept in the address, dropped, or gone on with. */
export function LeaveForm({ count, onStay }: { count: number; onStay: () => void }) {
  const t = useText(formText);
  return (
    <Modal
      open
      title={t('leaveTitle', { count })}
      onCancel={onStay}
      footer={[
        <Button key="drop" danger onClick={() => go({ selection: null, picks: [] })}>
          {t('leaveDrop')}
        </Button>,
        <Button key="stay" onClick={onStay}>
          {t('stay')}
        </Button>,
        <Button key="keep" type="primary" onClick={() => go({ selection: null })}>
          {t('leaveKeep')}
        </Button>,
      ]}
    >
      {t('leaveWhy')}
    </Modal>
  );
}
