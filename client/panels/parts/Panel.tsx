import { CloseOutlined } from '@ant-design/icons';
import { Button, Tooltip } from 'antd';
import { type ReactNode, useId } from 'react';
import { useText } from '../../text/i18n';
import { partsText } from '../../text/parts';
import './panel.css';

interface PanelProps {
  title: ReactNode;
  /** What kind of thing this is, above the title. */
  kicker?: ReactNode;
  /** Marks beside the title: sample, schematic, draft. */
  marks?: ReactNode;
  /** Buttons under the title. */
  actions?: ReactNode;
  onClose?: () => void;
  children: ReactNode;
}

/** The frame of everything the right panel shows: kicker, title, marks, actions, body. */
export function Panel({ title, kicker, marks, actions, onClose, children }: PanelProps) {
  const t = useText(partsText);
  const id = useId();
  return (
    <section className="panel" aria-labelledby={id}>
      <header className="panel-head">
        <div className="panel-title">
          {kicker && <p className="panel-kicker">{kicker}</p>}
          <h2 id={id}>{title}</h2>
          {marks && <p className="panel-marks">{marks}</p>}
        </div>
        {onClose && (
          <Tooltip title={t('close')} placement="left">
            <Button type="text" icon={<CloseOutlined />} aria-label={t('close')} onClick={onClose} />
          </Tooltip>
        )}
      </header>
      {actions && <div className="panel-actions">{actions}</div>}
      <div className="panel-body">{children}</div>
    </section>
  );
}

/** A part of a panel under its own heading; `aside` stands at the right of the heading. */
export function Section({ title, aside, children }: { title: ReactNode; aside?: ReactNode; children: ReactNode }) {
  const id = useId();
  return (
    <section className="panel-section" aria-labelledby={id}>
      <header>
        <h3 id={id}>{title}</h3>
        {aside && <span className="panel-aside">{aside}</span>}
      </header>
      {children}
    </section>
  );
}

/** A part of a panel that is folded until the reader opens it. */
export function Folded({ title, aside, children }: { title: ReactNode; aside?: ReactNode; children: ReactNode }) {
  return (
    <details className="panel-section panel-folded">
      <summary>
        <h3>{title}</h3>
        {aside && <span className="panel-aside">{aside}</span>}
      </summary>
      {children}
    </details>
  );
}

/** A small boxed word such as sample or schematic, explained in its tip. */
export function Mark({
  children,
  tip,
  tone = 'plain',
}: {
  children: ReactNode;
  tip?: string;
  tone?: 'plain' | 'warn';
}) {
  const mark = <span className={`mark mark-${tone}`}>{children}</span>;
  return tip ? <Tooltip title={tip}>{mark}</Tooltip> : mark;
}

/** The mark that every sample record carries. */
export function SampleMark() {
  const t = useText(partsText);
  return (
    <Mark tip={t('sampleTip')} tone="warn">
      {t('sample')}
    </Mark>
  );
}

/** What a panel says when there is nothing yet: what it is for and the one thing to do. */
export function Empty({ children, action }: { children: ReactNode; action?: ReactNode }) {
  return (
    <div className="panel-empty">
      <p>{children}</p>
      {action}
    </div>
  );
}
