import { Alert, Button, Drawer, Modal, Progress } from 'antd';
import { type ReactNode, useState } from 'react';
import { type Answer, planExport } from '../../../data/contract';
import { exportFormats, exportWhatWords } from '../../../data/words/exports';
import { useAnswer } from '../../answers';
import { useNarrow } from '../../shell/useNarrow';
import { exportText } from '../../text/export';
import { useFormat } from '../../text/format';
import { useText } from '../../text/i18n';
import { type ExportAsked, firmsOf } from './asked';
import { type ExportChoice, lastChoice } from './choice';
import { ExportForm } from './ExportForm';
import { useBytes } from './useBytes';
import { useExport } from './useExport';
import './export.css';

interface Props {
  /** The rows that the list shows. */
  listed: ExportAsked;
  onClose: () => void;
}

/** Writes the rows of a list into a file: what, format, system, encoding and audience, with size, progress and a way to stop. */
export function ExportDialog({ listed, onClose }: Props) {
  const t = useText(exportText);
  const format = useFormat();
  const bytes = useBytes();
  const [firms, setFirms] = useState(false);
  const [choice, setChoice] = useState<ExportChoice>(lastChoice);
  const asked = firms ? firmsOf(listed) : listed;
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
  const status = plan.data ? t('rows', { n: format.number(plan.data.count) }) : t('counting');
  const failure = work.phase === 'failed' ? work.why : plan.error ? plan.error.message || t('unreachable') : refused;
  return (
    <Frame
      title={t('title', { what: format.name(exportWhatWords[asked.what]) })}
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
          listed={listed}
          asked={asked}
          plan={plan.data}
          choice={fit}
          crs={crs}
          onContent={setFirms}
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
  return narrow ? (
    <Drawer open title={title} placement="bottom" size="92%" onClose={onClose} footer={footer} rootClassName="export">
      {children}
    </Drawer>
  ) : (
    <Modal
      open
      style={{ top: 40 }}
      title={title}
      width={760}
      onCancel={onClose}
      footer={footer}
      rootClassName="export"
      mask={{ closable: false }}
    >
      {children}
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
