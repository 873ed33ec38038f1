import { MenuFoldOutlined, MenuUnfoldOutlined } from '@ant-design/icons';
import { Button, Segmented, Tooltip } from 'antd';
import { LayersPanel } from '../panels/LayersPanel';
import { ResultList } from '../panels/list/ResultList';
import { useText } from '../text/i18n';
import { shellText } from '../text/shell';
import { type ListTab, useAddress } from '../url';

const tabs: readonly ListTab[] = ['layers', 'units', 'parks', 'parcels', 'leftover'];

/** Layers with their legend, and the lists that mirror the map. Folds away. */
export function LeftPanel() {
  const t = useText(shellText);
  const [{ folded }, go] = useAddress();
  if (folded)
    return (
      <div style={{ position: 'relative' }}>
        <Tooltip title={t('unfold')} placement="right">
          <Button
            className="left-folded"
            icon={<MenuUnfoldOutlined />}
            aria-label={t('unfold')}
            onClick={() => go({ folded: false }, { replace: true })}
          />
        </Tooltip>
      </div>
    );
  return (
    <aside className="left-panel" aria-label={t('leftPanel')}>
      <LeftContent
        aside={
          <Tooltip title={t('fold')} placement="right">
            <Button
              type="text"
              icon={<MenuFoldOutlined />}
              aria-label={t('fold')}
              onClick={() => go({ folded: true }, { replace: true })}
            />
          </Tooltip>
        }
      />
    </aside>
  );
}

/** The tabs and what they hold, for the panel and for the sheet. */
export function LeftContent({ aside }: { aside?: React.ReactNode }) {
  const t = useText(shellText);
  const [{ list }, go] = useAddress();
  return (
    <>
      <h2 className="visually-hidden">{t('leftPanel')}</h2>
      <div className="left-tabs">
        <Segmented<ListTab>
          block
          value={list}
          aria-label={t('leftPanel')}
          onChange={(value) => go({ list: value }, { replace: true })}
          options={tabs.map((value) => ({ value, label: t(`tab_${value}`) }))}
        />
        {aside}
      </div>
      <div className="left-body">{list === 'layers' ? <LayersPanel /> : <ResultList tab={list} />}</div>
    </>
  );
}
