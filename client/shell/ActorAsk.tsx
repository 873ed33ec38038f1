import { Modal } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useText } from '../text/i18n';
import { shellText } from '../text/shell';
import { ActorForm } from './ActorName';
import { answerActor, onAskActor } from './actor';

/** Asks for a name the first time something is written without one; the write goes on with the answer. */
export function ActorAsk() {
  const t = useText(shellText);
  const [open, setOpen] = useState(false);
  useEffect(() => onAskActor(() => setOpen(true)), []);
  const form = useRef<HTMLDivElement>(null);
  const done = (name: string | null) => {
    setOpen(false);
    answerActor(name);
  };
  return (
    <Modal
      open={open}
      title={t('actorAsk')}
      footer={null}
      width={360}
      onCancel={() => done(null)}
      afterOpenChange={(shown) => shown && form.current?.querySelector('input')?.focus()}
      destroyOnHidden
    >
      <div ref={form}>
        <ActorForm onDone={done} />
      </div>
    </Modal>
  );
}
