import { LoadingOutlined } from '@ant-design/icons';
import { Button, Popover } from 'antd';
import type { Run } from '../../../data/contract';
import { useText } from '../../text/i18n';
import { importText } from '../../text/import';
import { go } from '../../url';
import { RunNotices } from '../runs/RunNotices';
import { Running } from './Running';
import { useLookAtJobs, type useRunningJobs } from './useRunningJobs';
import '../parts/lines.css';
import './import.css';

interface Props {
  jobs: ReturnType<typeof useRunningJobs>;
  runs: readonly Run[];
}

/** Imports and searches that run now behind one button of the top bar: each with its progress, the way to it, and the way to stop it. */
export function JobNotices({ jobs, runs }: Props) {
  const t = useText(importText);
  const look = useLookAtJobs();
  const list = (
    <ul className="plain job-list">
      <RunNotices runs={runs} />
      {jobs.map((job) => (
        <li key={job.id}>
          <button type="button" className="link" onClick={() => go({ selection: { kind: 'import', id: job.id } })}>
            {job.fileName}
          </button>
          <Running state={job} onStopped={look} />
        </li>
      ))}
    </ul>
  );
  return (
    <Popover trigger="click" placement="bottomRight" title={t('jobs')} content={list}>
      <Button type="text" icon={<LoadingOutlined />} aria-label={`${t('jobs')} ${jobs.length + runs.length}`}>
        {jobs.length + runs.length}
      </Button>
    </Popover>
  );
}
