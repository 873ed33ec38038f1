import { App } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { EXPORT_PATH } from '../../../data/contract';
import { ApiError } from '../../api';
import { actorNow, askActor } from '../../shell/actor';
import { exportText } from '../../text/export';
import { useLanguage, useText } from '../../text/i18n';
import { saveBlob } from '../list/saveFile';
import type { ExportAsked } from './asked';
import { type ExportChoice, keepChoice } from './choice';
import { fetchFile } from './fetchFile';

type Work = { phase: 'idle' } | { phase: 'busy'; bytes: number } | { phase: 'failed'; why: string };

/** One export at a time: starts it, tells its bytes, stops it, and hands the file to the browser. */
export function useExport(onDone: () => void) {
  const t = useText(exportText);
  const lang = useLanguage();
  const { message } = App.useApp();
  const [work, setWork] = useState<Work>({ phase: 'idle' });
  const under = useRef<AbortController | null>(null);
  useEffect(() => () => under.current?.abort(), []);

  const start = async (asked: ExportAsked, choice: ExportChoice, crs: string | null) => {
    if (!choice.public && !actorNow() && (await askActor()) === null) return;
    keepChoice(choice);
    const giveUp = new AbortController();
    under.current = giveUp;
    setWork({ phase: 'busy', bytes: 0 });
    try {
      const path = pathTo({ ...asked, ...choice, crs, lang });
      const { name, blob, count } = await fetchFile(path, giveUp.signal, (bytes) => setWork({ phase: 'busy', bytes }));
      saveBlob(name, blob);
      setWork({ phase: 'idle' });
      message.success(t('saved', { name, count }));
      onDone();
    } catch (reason) {
      if (giveUp.signal.aborted) return setWork({ phase: 'idle' });
      setWork({ phase: 'failed', why: whyOf(reason) });
    }
  };
  const whyOf = (reason: unknown): string => {
    if (!(reason instanceof ApiError)) return t('broken');
    if (reason.code === 'unreachable' || reason.code === 'broken') return t(reason.code);
    return reason.message;
  };
  return { work, start, stop: () => under.current?.abort() };
}

function pathTo(query: Record<string, unknown>): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query))
    if (value !== undefined && value !== null && value !== '') search.set(name, String(value));
  return `${EXPORT_PATH}?${search}`;
}
