import { Modal } from 'antd';
import { useEffect, useState } from 'react';
import { useText } from '../text/i18n';
import { keysText } from '../text/keys';
import { SHORTCUTS, type Shortcut } from './table';
import { useEntryKeys } from './useEntryKeys';
import { isHeard, useKey } from './useKey';
import './keys.css';

const asked = 'yuantu:keys';
const GROUPS = ['go', 'work', 'map'] as const;

/** Opens the list of shortcuts, for a button elsewhere. */
export const showKeyList = (): void => {
  window.dispatchEvent(new Event(asked));
};

/** The list of shortcuts, made from the table that the listener reads; those with nothing to do just now are pale. */
export function KeyList() {
  const t = useText(keysText);
  const [open, setOpen] = useState(false);
  useEntryKeys();
  useKey('help', () => {
    setOpen(true);
    return true;
  });
  useEffect(() => {
    const show = () => setOpen(true);
    window.addEventListener(asked, show);
    return () => window.removeEventListener(asked, show);
  }, []);
  return (
    <Modal open={open} title={t('title')} footer={null} onCancel={() => setOpen(false)} destroyOnHidden>
      {GROUPS.map((group) => (
        <section key={group} className="keys" aria-label={t(group)}>
          <h2>{t(group)}</h2>
          <dl>
            {SHORTCUTS.filter((shortcut) => shortcut.group === group).map((shortcut) => (
              <KeyLine key={shortcut.id} shortcut={shortcut} />
            ))}
          </dl>
        </section>
      ))}
      <p className="hint">
        {t('inactive')} {t('note')}
      </p>
    </Modal>
  );
}

function KeyLine({ shortcut }: { shortcut: Shortcut }) {
  const t = useText(keysText);
  const works = shortcut.key === undefined || isHeard(shortcut.id);
  return (
    <div data-works={works}>
      <dt>
        {shortcut.shown.map((key) => (
          <kbd key={key}>{key}</kbd>
        ))}
      </dt>
      <dd>{t(shortcut.id)}</dd>
    </div>
  );
}
