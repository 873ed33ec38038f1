import { Button } from 'antd';
import { useText } from '../../text/i18n';
import { missingText } from '../../text/missing';
import { type Address, go, type SelectionKind } from '../../url';
import { Empty, Panel } from './Panel';

/** Where the things of a kind are listed, so that the reader can choose a living one. */
const ways: Record<SelectionKind, Partial<Address>> = {
  unit: { list: 'units', filter: {}, folded: false },
  carrier: { list: 'units', filter: {}, folded: false },
  segment: { list: 'units', filter: {}, folded: false },
  park: { list: 'parks', filter: { view: 'all' }, folded: false },
  form: { list: 'parks', filter: { view: 'all' }, folded: false },
  parcel: { list: 'parcels', filter: { view: 'all' }, folded: false },
  leftover: { list: 'leftover', filter: { view: 'all' }, folded: false },
  import: {},
  history: {},
  run: { list: 'leftover', folded: false },
  rules: {},
};

/** Says by kind which thing is not there, whether its number is broken or unknown, and leads back. */
export function Missing({ kind, id, malformed }: { kind: SelectionKind; id: string; malformed: boolean }) {
  const t = useText(missingText);
  const leave = () =>
    go({
      face: 'workbench',
      ...ways[kind],
      selection: kind === 'import' ? { kind: 'import', id: 'new' } : null,
    });
  return (
    <Panel title={t(`no_${kind}`)} onClose={() => go({ selection: null })}>
      <Empty action={<Button onClick={leave}>{t(`way_${kind}`)}</Button>}>
        {t(malformed ? 'malformed' : 'unknown', { id })}
      </Empty>
    </Panel>
  );
}
