import { Alert, Button, Drawer, Modal, Progress } from 'antd';
import { type ReactNode, type RefObject, useEffect, useRef, useState } from 'react';
import { type Answer, planExport } from '../../../data/contract';
import { exportFormats, exportWhatWords } from '../../../data/words/exports';
import { useAnswer } from '../../answers';
import { useNarrow } from '../../shell/useNarrow';
import { exportText } from '../../text/export';
import { useFormat } from '../../text/format';
import { useText } from '../../text/i18n';
import type { ExportAsked } from './asked';
import { type ExportChoice, lastChoice } from './choice';
import { ExportForm } from './ExportForm';
import { useBytes } from './useBytes';
import { useExport } from './useExport';
import './export.css';

interface Props {
  /** What may be written, the usual choice first. */
  offers: readonly [ExportAsked, ...ExportAsked[]];
  /** The park or unit that all of it belongs to; without one it is what a list shows. */
  of?: string | undefined;
  /** Takes the focus once the dialog is closed. */
  opener: RefObject<HTMLElement | null>;
  onClose: () => void;
}

/** Writes the rows of a list, or of one park or unit, into a file: what, format, system, encoding and audience, with size, progress and a way to stop. */
export function ExportDialog({ offers, of, opener, onClose }: Props) {
  const t = useText(exportText);
  const format = useFormat();
  const bytes = useBytes();
  const [content, setContent] = useState(offers[0].what);
  const [choice, setChoice] = useState<ExportChoice>(lastChoice);
  const asked = offers.find(({ what }) => what === content) ?? offers[0];
  const plan = useAnswer(
    planExport,
    { query: asked },
    { layers: ['parcels', 'parks', 'leftover', 'rulings'], keep: true },
  );
  const { work, start, stop } = useExport(onClose);
  const fit = asked.what === 'firms' && choice.format === 'txt' ? { ...choice, format: 'xlsx' as const } : choice;
  const crs = crsOf(fit, plan.data);
  const busy = work.phase === 'busy';
  const refused = refusalOf(plan.data, t, format.number);
  const counted = plan.data && format.number(plan.data.count);
  const status = counted ? (of ? t('rowsOf', { n: counted, of }) : t('rows', { n: counted })) : t('counting');
  const what = format.name(exportWhatWords[asked.what]);
  const failure = work.phase === 'failed' ? work.why : plan.error ? plan.error.message || t('unreachable') : refused;
  useEffect(() => () => opener.current?.focus(), [opener]);
  return (
    <Frame
      title={of ? t('titleOf', { what, of }) : t('title', { what })}
      onClose={busy ? stop : onClose}
      footer={
        <div className="export-foot">
          {busy ? (
            <>
              <span className="export-progress" role="status">
                <Progress
                  percent={percentOf(work.bytes, plan.data?.bytes[fit.format])}
                  showInfo={false}
                  size="small"
                  aria-label={t('making')}
                  status="active"
                />
                {work.bytes === 0 ? t('making') : t('receiving', { size: bytes(work.bytes) })}
              </span>
              <Button onClick={stop}>{t('stop')}</Button>
            </>
          ) : (
            <>
              <span className="quiet" role="status">
                {status}
              </span>
              <Button onClick={onClose}>{t('cancel')}</Button>
              <Button
                type="primary"
                disabled={!plan.data || refused !== null}
                onClick={() => void start(asked, fit, crs)}
              >
                {t('save')}
              </Button>
            </>
          )}
        </div>
      }
    >
      <div inert={busy}>
        {failure && <Alert className="export-failure" type="error" showIcon title={failure} />}
        <ExportForm
          offers={offers}
          ofList={!of}
          asked={asked}
          plan={plan.data}
          choice={fit}
          crs={crs}
          onContent={setContent}
          onChange={(change) => setChoice((now) => ({ ...now, ...change }))}
        />
      </div>
    </Frame>
  );
}

function Frame({
  title,
  onClose,
  footer,
  children,
}: {
  title: string;
  onClose: () => void;
  footer: ReactNode;
  children: ReactNode;
}) {
  const narrow = useNarrow();
  const fields = useRef<HTMLDivElement>(null);
  // What is on by then is the first field that a key can change.
  const start = (open: boolean) => {
    if (open) fields.current?.querySelector<HTMLElement>('input:checked')?.focus();
  };
  return narrow ? (
    <Drawer
      open
      title={title}
      placement="bottom"
      size="92%"
      onClose={onClose}
      afterOpenChange={start}
      footer={footer}
      rootClassName="export"
    >
      <div ref={fields}>{children}</div>
    </Drawer>
  ) : (
    <Modal
      open
      style={{ top: 40 }}
      title={title}
      width={760}
      onCancel={onClose}
      afterOpenChange={start}
      footer={footer}
      rootClassName="export"
      mask={{ closable: false }}
    >
      <div ref={fields}>{children}</div>
    </Modal>
  );
}

type Plan = Answer<typeof planExport>;

function refusalOf(
  plan: Plan | undefined,
  t: ReturnType<typeof useText<'nothing' | 'tooMany'>>,
  say: (n: number) => string,
) {
  if (!plan) return null;
  if (plan.count === 0) return t('nothing');
  return plan.count > plan.rowLimit ? t('tooMany', { n: say(plan.count), limit: say(plan.rowLimit) }) : null;
}

/** The system of the choice where the format takes it; else where the ground lies, else degrees. */
function crsOf({ format, crs }: ExportChoice, plan: Plan | undefined): string | null {
  const { crs: allowed } = exportFormats[format];
  if (allowed === 'degrees' || !plan) return null;
  const chosen = plan.systems.find(({ id }) => id === crs);
  if (chosen && (allowed === 'any' || (chosen.projected && chosen.id !== '3857'))) return chosen.id;
  return allowed === 'projected' ? plan.ownZone : '4490';
}

/** Never quite full before the end: the size is an estimate. */
const percentOf = (bytes: number, estimate = 0): number =>
  Math.min(97, Math.round((bytes / Math.max(estimate, 1)) * 100));
