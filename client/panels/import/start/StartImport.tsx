import { Alert, App } from 'antd';
import { useState } from 'react';
import { createImport } from '../../../../data/contract';
import { usePageState } from '../../../answers';
import { signFirst } from '../../../api';
import { useText } from '../../../text/i18n';
import { importText } from '../../../text/import';
import { writeBytes } from '../writeBytes';
import { DropZone } from './DropZone';
import { Formats } from './Formats';
import { gatherFiles } from './gatherFiles';
import { Queue } from './Queue';
import { Recent } from './Recent';
import { useUploads } from './useUploads';
import './start.css';

/** The empty import: a place to drop files, those on their way, the formats that are read, and the imports before. */
export function StartImport() {
  const t = useText(importText);
  const { message } = App.useApp();
  const limit = usePageState().data?.uploadLimitBytes;
  const [refused, setRefused] = useState<string[]>([]);
  const queue = useUploads();
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
    else void message.warning(t('needsName'));
  };
  return (
    <>
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
