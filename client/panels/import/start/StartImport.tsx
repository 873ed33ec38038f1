import { Alert, Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { createImport } from '../../../../data/contract';
import { usePageState } from '../../../answers';
import { signFirst } from '../../../api';
import { askActor, useActor } from '../../../shell/actor';
import { useText } from '../../../text/i18n';
import { importText } from '../../../text/import';
import { writeBytes } from '../writeBytes';
import { DropZone } from './DropZone';
import { Formats } from './Formats';
import { type Gathered, gatherFiles } from './gatherFiles';
import { Queue } from './Queue';
import { Recent } from './Recent';
import { useUploads } from './useUploads';
import './start.css';

/** The empty import: a place to drop files, those on their way, the formats that are read, and the imports before. */
export function StartImport() {
  const t = useText(importText);
  const limit = usePageState().data?.uploadLimitBytes;
  const [refused, setRefused] = useState<string[]>([]);
  const queue = useUploads();
  const unsigned = useUnsigned(queue.send);
  const take = async (files: readonly File[]) => {
    const gathered = gatherFiles(files);
    if (gathered.length === 0) return setRefused([t('noFiles')]);
    const faults = gathered.map(({ byteLength, alone, packs }) => {
      if (alone) return t('partAlone', { names: alone.join(' ') });
      if (limit === undefined || byteLength <= limit) return null;
      return t(packs ? 'folderTooLarge' : 'tooLarge', { size: writeBytes(byteLength), limit: writeBytes(limit) });
    });
    setRefused(gathered.flatMap(({ name }, index) => (faults[index] ? [`${name}：${faults[index]}`] : [])));
    const good = gathered.filter((_, index) => !faults[index]);
    if (good.length === 0) return;
    // a name put off sends nothing, so the server has nothing to refuse
    if (await signFirst(createImport)) queue.send(good);
    else unsigned.keep(good);
  };
  return (
    <>
      {unsigned.files.length > 0 && (
        <Alert
          type="warning"
          showIcon
          className="import-alert"
          title={t('needsName')}
          description={unsigned.files.map(({ name }) => name).join(' · ')}
          action={
            <Button size="small" onClick={() => void askActor()}>
              {t('giveName')}
            </Button>
          }
          closable={{ onClose: unsigned.drop, 'aria-label': t('dismiss') }}
        />
      )}
      <DropZone limitBytes={limit} onFiles={(files) => void take(files)} />
      {refused.map((sentence) => (
        <Alert key={sentence} type="error" showIcon title={sentence} className="import-alert" />
      ))}
      <Queue queue={queue} />
      <Formats />
      <Recent />
    </>
  );
}

/** Files handed over while the reader put off giving a name; they go on their way as soon as there is one. */
function useUnsigned(send: (files: readonly Gathered<File>[]) => void) {
  const [files, setFiles] = useState<readonly Gathered<File>[]>([]);
  const actor = useActor();
  const latest = useRef(send);
  latest.current = send;
  useEffect(() => {
    if (actor === null || files.length === 0) return;
    latest.current(files);
    setFiles([]);
  }, [actor, files]);
  return {
    files,
    keep: (more: readonly Gathered<File>[]) => setFiles((now) => [...now, ...more]),
    drop: () => setFiles([]),
  };
}
