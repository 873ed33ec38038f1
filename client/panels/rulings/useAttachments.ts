import { useRef, useState } from 'react';
import { ATTACHMENT_BYTES, ATTACHMENTS_EACH, type Attachment, storeAttachment } from '../../../data/contract';
import { ApiError, signFirst } from '../../api';
import { useText } from '../../text/i18n';
import { rulingsText } from '../../text/rulings';
import { writeBytes } from '../import/writeBytes';
import { attachmentFault } from './attachmentFault';
import { sendAttachment } from './sendAttachment';

/** A file on its way, arrived, or refused with the reason in words. */
export interface Attached {
  readonly key: string;
  readonly name: string;
  readonly byteLength: number;
  readonly state: 'sending' | 'stored' | 'refused';
  readonly stored: Attachment | null;
  readonly fault: string | null;
  /** The file itself while it can be sent again. */
  readonly file: File | null;
}

/** The attachments of a ruling that is being written: each is sent as soon as it is chosen. */
export function useAttachments(before: readonly Attachment[]) {
  const t = useText(rulingsText);
  const [list, setList] = useState<readonly Attached[]>(() => before.map(arrived));
  const held = useRef(list);
  const count = useRef(0);
  // several files dropped at once are added before the page is drawn again
  const change = (how: (now: readonly Attached[]) => readonly Attached[]) => {
    held.current = how(held.current);
    setList(held.current);
  };
  const put = (key: string, now: Partial<Attached>) =>
    change((all) => all.map((one) => (one.key === key ? { ...one, ...now } : one)));
  const send = async (key: string, file: File) => {
    put(key, { state: 'sending', fault: null });
    if (!(await signFirst(storeAttachment))) return put(key, { state: 'refused', fault: t('needsName') });
    await sendAttachment(file).then(
      (stored) => put(key, { state: 'stored', stored, file: null }),
      (error: unknown) =>
        put(key, { state: 'refused', fault: t('attachFailed', { name: file.name, message: messageOf(error) }) }),
    );
  };
  const messageOf = (error: unknown) =>
    error instanceof ApiError && error.code !== 'unreachable' ? error.message : t('attachLost');
  const add = (file: File) => {
    const fault = attachmentFault(file, held.current.filter(({ state }) => state !== 'refused').length);
    const key = `${file.name}-${count.current++}`;
    const named = { name: file.name, size: writeBytes(file.size), limit: writeBytes(ATTACHMENT_BYTES) };
    const words = fault && t(fault, { ...named, count: ATTACHMENTS_EACH });
    const entry = { key, name: file.name, byteLength: file.size, stored: null, fault: words };
    change((all) => [...all, { ...entry, state: fault ? 'refused' : 'sending', file: fault ? null : file }]);
    if (!fault) void send(key, file);
  };
  return {
    list,
    add,
    remove: (key: string) => change((all) => all.filter((one) => one.key !== key)),
    again: (one: Attached) => one.file && void send(one.key, one.file),
    isSending: list.some(({ state }) => state === 'sending'),
    /** Those that arrived, as a ruling takes them. */
    stored: list.flatMap(({ stored }) => (stored ? [{ sha256: stored.sha256, name: stored.name }] : [])),
  };
}

const arrived = (stored: Attachment): Attached => ({
  key: stored.sha256,
  name: stored.name,
  byteLength: stored.byteLength,
  state: 'stored',
  stored,
  fault: null,
  file: null,
});
