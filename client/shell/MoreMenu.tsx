import { MoreOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import { lazy, Suspense, useRef, useState } from 'react';
import { showKeyList } from '../keys/KeyList';
import { askedOf } from '../panels/export/asked';
import { showExport } from '../panels/export/showExport';
import { useText } from '../text/i18n';
import { shellText } from '../text/shell';
import { type Selection, useAddress } from '../url';
import { askActor, useActor } from './actor';

const ExportOpen = lazy(async () => ({ default: (await import('../panels/export/ExportOpen')).ExportOpen }));

/** On a narrow window, what the top bar has no room for. */
export function MoreMenu() {
  const t = useText(shellText);
  const actor = useActor();
  const [{ theme, face, selection }, go] = useAddress();
  const more = useRef<HTMLButtonElement>(null);
  const [exported, setExported] = useState<Selection | null>(null);
  /** The list must be on the page for its rows to be exported; from the layers the parcels are. */
  const exportList = () => {
    go((now) => ({ selection: null, list: now.list === 'layers' ? 'parcels' : now.list }));
    showExport();
  };
  const [open] = askedOf(selection);
  const exportOpen = open && {
    key: 'export-open',
    label: t(open.park ? 'export_park' : 'export_unit'),
    run: () => setExported(selection),
  };
  const items = [
    { key: 'form', label: t('formPark'), run: () => go({ selection: { kind: 'form', id: '-' } }) },
    { key: 'import', label: t('importParcels'), run: () => go({ selection: { kind: 'import', id: 'new' } }) },
    ...(exportOpen ? [exportOpen] : []),
    // Only the workbench has lists.
    ...(face === 'workbench' ? [{ key: 'export', label: t('export'), run: exportList }] : []),
    { key: 'rules', label: t('whatIf'), run: () => go({ selection: { kind: 'rules', id: '-' } }) },
    { key: 'history', label: t('history'), run: () => go({ selection: { kind: 'history', id: '-' } }) },
    {
      key: 'theme',
      label: theme === 'light' ? t('themeDark') : t('themeLight'),
      run: () => go({ theme: theme === 'light' ? 'dark' : 'light' }, { replace: true }),
    },
    { key: 'actor', label: `${t('actor')} ${actor ?? t('actorNone')}`, run: () => void askActor() },
    { key: 'help', label: t('help'), run: showKeyList },
  ];
  return (
    <>
      <Dropdown
        trigger={['click']}
        menu={{
          items: items.map(({ key, label }) => ({ key, label })),
          onClick: ({ key }) => items.find((item) => item.key === key)?.run(),
        }}
      >
        <Button ref={more} type="text" icon={<MoreOutlined />} aria-label={t('more')} />
      </Dropdown>
      {exported && (
        <Suspense fallback={null}>
          <ExportOpen selection={exported} opener={more} onClose={() => setExported(null)} />
        </Suspense>
      )}
    </>
  );
}
