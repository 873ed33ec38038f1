import { App } from 'antd';
import { useEffect, useState } from 'react';
import {
  type Call,
  type MendedRecord,
  type MendHow,
  mendRecords,
  type QuarantinedRecord,
} from '../../../../data/contract';
import { useWrite } from '../../../answers';
import { type ApiError, call } from '../../../api';
import { useText } from '../../../text/i18n';
import { importMendText } from '../../../text/import-mend';
import { useUndoToast } from '../../history/useUndoToast';
import { readAllHeld } from './useHeld';

/** As many as one request takes. */
const MOST_RECORDS = 1000;
/** What is typed is tried once the reader pauses. */
const PAUSE_MS = 500;

type Way = Omit<Call<typeof mendRecords>['body'], 'records' | 'dryRun'>;

/** Tries a way to mend a record as soon as it is settled, and writes it, for this record or for all of its reason. */
export function useMend(
  id: string,
  row: QuarantinedRecord,
  how: MendHow | null,
  /** Told the records that were mended, all held back for the reason of this one. */
  onMended: (records: readonly number[]) => void,
) {
  const t = useText(importMendText);
  const { message } = App.useApp();
  const offerUndo = useUndoToast();
  const write = useWrite(mendRecords);
  const [crs, setCrs] = useState<string | null>(null);
  const [values, setValues] = useState<Record<string, string>>({});
  const way = wayOf(how, crs, values);
  const tried = useTrial(id, row.record, way);
  const [isWriting, setWriting] = useState(false);
  const send = async (records: readonly number[]) => {
    if (!way) return;
    setWriting(true);
    const rows: MendedRecord[] = [];
    let event: string | null = null;
    try {
      for (let from = 0; from < records.length; from += MOST_RECORDS) {
        const body = { ...way, records: records.slice(from, from + MOST_RECORDS) };
        const answer = await write.mutateAsync({ params: { id }, body });
        rows.push(...answer.rows);
        event = answer.event ?? event;
      }
      const [ok, held] = [rows.filter((one) => one.ok).length, rows.filter((one) => !one.ok).length];
      const still = rows.find((one) => !one.ok)?.message ?? '';
      if (ok === 0) return void message.error(t('still', { message: still }));
      const many = held > 0 ? t('doneMany', { ok, held }) : t('doneManyAll', { ok });
      const sentence = records.length === 1 ? t('done', { record: row.record }) : many;
      if (event) offerUndo(sentence, event);
      else void message.success(sentence);
      onMended(rows.filter((one) => one.ok).map(({ record }) => record));
    } catch (error) {
      void message.error(t('failed', { message: (error as ApiError).message }));
    } finally {
      setWriting(false);
    }
  };
  return {
    ...tried,
    crs,
    setCrs,
    values,
    setValues,
    /** The way is settled, so that it can be written. */
    isReady: way !== null,
    /** Values are to be corrected and none is yet. */
    isUnchanged: how === 'values' && way === null,
    isWriting,
    one: () => void send([row.record]),
    all: () =>
      void readAllHeld(id).then(
        (rows) => send(sameReason(rows, row, how)),
        (error: Error) => void message.error(t('failed', { message: error.message })),
      ),
  };
}
export type Mend = ReturnType<typeof useMend>;

function wayOf(how: MendHow | null, crs: string | null, values: Record<string, string>): Way | null {
  if (how === null) return null;
  if (how === 'crs') return crs === null ? null : { how, crs };
  if (how === 'values') return Object.keys(values).length === 0 ? null : { how, values };
  return { how };
}

const sameReason = (rows: readonly QuarantinedRecord[], { code }: QuarantinedRecord, how: MendHow | null): number[] =>
  rows.filter((one) => one.code === code && how !== null && one.mends.includes(how)).map(({ record }) => record);

interface Trial {
  readonly outcome: MendedRecord | null;
  readonly error: ApiError | null;
  readonly isTrying: boolean;
}
const untried: Trial = { outcome: null, error: null, isTrying: false };

/** What a way would give; asked anew with each way, and only the answer to the last one counts. */
function useTrial(id: string, record: number, way: Way | null): Trial {
  const [trial, setTrial] = useState<Trial & { of: string | null }>({ ...untried, of: null });
  const asked = way && JSON.stringify(way);
  useEffect(() => {
    if (asked === null) return;
    const body = { ...(JSON.parse(asked) as Way), records: [record], dryRun: true };
    const given = new AbortController();
    const timer = setTimeout(
      () =>
        call(mendRecords, { params: { id }, body }, given.signal).then(
          ({ rows }) => setTrial({ ...untried, outcome: rows[0] ?? null, of: asked }),
          (error: ApiError) => given.signal.aborted || setTrial({ ...untried, error, of: asked }),
        ),
      body.how === 'values' ? PAUSE_MS : 0,
    );
    return () => {
      clearTimeout(timer);
      given.abort();
    };
  }, [id, record, asked]);
  if (asked === null) return untried;
  return trial.of === asked ? trial : { ...untried, isTrying: true };
}
