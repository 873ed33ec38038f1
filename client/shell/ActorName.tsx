import { UserOutlined } from '@ant-design/icons';
import { Button, Input, Popover } from 'antd';
import { useState } from 'react';
import { useText } from '../text/i18n';
import { shellText } from '../text/shell';
import { actorNow, setActor, useActor } from './actor';

/** The name under which this browser writes: asked once, shown here, changed here. */
export function ActorName() {
  const t = useText(shellText);
  const actor = useActor();
  const [open, setOpen] = useState(false);
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      trigger="click"
      placement="bottomRight"
      destroyOnHidden
      title={t('actorAsk')}
      content={<ActorForm onDone={() => setOpen(false)} />}
    >
      <Button type="text" icon={<UserOutlined />} aria-label={`${t('actor')} ${actor ?? t('actorNone')}`}>
        {actor ?? t('actorNone')}
      </Button>
    </Popover>
  );
}

/** Asks for the name kindly, and says what it is for. `onDone` comes after keeping or putting off. */
export function ActorForm({ onDone }: { onDone: (name: string | null) => void }) {
  const t = useText(shellText);
  const [name, setName] = useState(actorNow() ?? '');
  const keep = () => {
    setActor(name);
    onDone(actorNow());
  };
  return (
    <form
      className="actor-form"
      style={{ width: 280 }}
      onSubmit={(event) => {
        event.preventDefault();
        keep();
      }}
    >
      <p className="quiet">{t('actorWhy')}</p>
      <Input
        value={name}
        maxLength={60}
        aria-label={t('actorField')}
        placeholder={t('actorField')}
        onChange={(event) => setName(event.target.value)}
      />
      <div style={{ display: 'flex', gap: 8, marginTop: 12 }}>
        <Button type="primary" htmlType="submit" disabled={name.trim() === ''}>
          {t('actorKeep')}
        </Button>
        <Button type="text" onClick={() => onDone(null)}>
          {t('actorLater')}
        </Button>
      </div>
    </form>
  );
}
