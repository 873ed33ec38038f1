import { App, Input, Modal } from 'antd';
import { useId, useMemo, useState } from 'react';
import { type Answer, pickParcels } from '../../../data/contract';
import { useWrite } from '../../answers';
import { formText } from '../../text/form';
import { useFormat } from '../../text/format';
import { useText } from '../../text/i18n';
import { readNumbers } from './readNumbers';

const NAMED = 20;

/** Picks parcels by a pasted list of numbers; unknown numbers and those that several parcels carry are named. */
export function PasteNumbers({ onAdd, onDone }: { onAdd: (ids: readonly string[]) => void; onDone: () => void }) {
  const t = useText(formText);
  const { message } = App.useApp();
  const id = useId();
  const [text, setText] = useState('');
  const [found, setFound] = useState<Answer<typeof pickParcels> | null>(null);
  const numbers = useMemo(() => readNumbers(text), [text]);
  const format = useFormat();
  const nameSome = (named: readonly string[]) =>
    format.list(named.slice(0, NAMED)) + (named.length > NAMED ? ' …' : '');
  const pick = useWrite(pickParcels);
  const add = () =>
    pick.mutate(
      { body: { numbers } },
      {
        onSuccess: (answer) => {
          const clear = answer.parcels.filter((parcel) => !answer.ambiguous.includes(parcel.number));
          onAdd(clear.map((parcel) => parcel.id));
          message.success(t('numbersAdded', { count: clear.length }));
          if (answer.unknown.length + answer.ambiguous.length === 0) onDone();
          else setFound(answer);
        },
        onError: (error) => message.error(error.message),
      },
    );
  return (
    <Modal
      open
      title={t('numbers')}
      okText={t('numbersAdd')}
      okButtonProps={{ disabled: numbers.length === 0, loading: pick.isPending }}
      onOk={add}
      onCancel={onDone}
    >
      <label htmlFor={id} className="hint">
        {t('numbersHint')}
      </label>
      <Input.TextArea id={id} rows={8} value={text} autoFocus onChange={(event) => setText(event.target.value)} />
      <p className="hint" aria-live="polite">
        {t('numbersRead', { count: numbers.length })}
      </p>
      {found && found.unknown.length > 0 && (
        <p role="alert">{t('numbersUnknown', { count: found.unknown.length, list: nameSome(found.unknown) })}</p>
      )}
      {found && found.ambiguous.length > 0 && (
        <p role="alert">{t('numbersAmbiguous', { count: found.ambiguous.length, list: nameSome(found.ambiguous) })}</p>
      )}
    </Modal>
  );
}
