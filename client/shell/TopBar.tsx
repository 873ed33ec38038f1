import {
  BulbOutlined,
  ExperimentOutlined,
  HistoryOutlined,
  ImportOutlined,
  MoonOutlined,
  QuestionCircleOutlined,
} from '@ant-design/icons';
import { Button, Segmented, Tooltip } from 'antd';
import { lazy, Suspense } from 'react';
import { showKeyList } from '../keys/KeyList';
import { useJobFeed } from '../panels/import/useRunningJobs';
import { useRunFeed } from '../panels/runs/useRunFeed';
import { SearchBox } from '../search/SearchBox';
import { useText } from '../text/i18n';
import { shellText } from '../text/shell';
import { type Face, useAddress } from '../url';
import { ActorName } from './ActorName';
import { MoreMenu } from './MoreMenu';
import { ScopeChoice } from './ScopeChoice';
import { useNarrow } from './useNarrow';
import { useToFace } from './useToFace';

const JobNotices = lazy(async () => ({ default: (await import('../panels/import/JobNotices')).JobNotices }));
const faces: readonly Face[] = ['workbench', 'pitch', 'overview'];

/** Name, search, scope, faces, and the few things that belong to the whole page. */
export function TopBar() {
  const t = useText(shellText);
  const narrow = useNarrow();
  const jobs = useJobFeed();
  const runs = useRunFeed();
  const toFace = useToFace();
  const [address, go] = useAddress();
  const { language, theme, face } = address;
  return (
    <header className="top-bar">
      <h1 className="top-name">{t('name')}</h1>
      <div className="top-search">
        <SearchBox />
      </div>
      {!narrow && <ScopeChoice />}
      <Segmented<Face>
        value={face}
        aria-label={t('faces')}
        onChange={toFace}
        options={faces.map((value) => ({ value, label: t(`face_${value}`) }))}
      />
      <div className="top-gap" />
      <div className="top-actions">
        {jobs.length + runs.length > 0 && (
          <Suspense fallback={null}>
            <JobNotices jobs={jobs} runs={runs} />
          </Suspense>
        )}
        {!narrow && (
          <>
            <IconButton
              label={t('importParcels')}
              icon={<ImportOutlined />}
              onClick={() => go({ selection: { kind: 'import', id: 'new' } })}
            />
            <IconButton
              label={t('whatIf')}
              icon={<ExperimentOutlined />}
              onClick={() => go({ selection: { kind: 'rules', id: '-' } })}
            />
            <IconButton
              label={t('history')}
              icon={<HistoryOutlined />}
              onClick={() => go({ selection: { kind: 'history', id: '-' } })}
            />
          </>
        )}
        <Tooltip title={t('languageTip')}>
          <Button type="text" onClick={() => go({ language: language === 'zh' ? 'en' : 'zh' }, { replace: true })}>
            {t('language')}
          </Button>
        </Tooltip>
        {!narrow && (
          <IconButton
            label={theme === 'light' ? t('themeDark') : t('themeLight')}
            icon={theme === 'light' ? <MoonOutlined /> : <BulbOutlined />}
            onClick={() => go({ theme: theme === 'light' ? 'dark' : 'light' }, { replace: true })}
          />
        )}
        {!narrow && <IconButton label={t('help')} icon={<QuestionCircleOutlined />} onClick={showKeyList} />}
        {narrow ? <MoreMenu /> : <ActorName />}
      </div>
    </header>
  );
}

function IconButton({ label, icon, onClick }: { label: string; icon: React.ReactNode; onClick: () => void }) {
  return (
    <Tooltip title={label}>
      <Button type="text" icon={icon} aria-label={label} onClick={onClick} />
    </Tooltip>
  );
}
