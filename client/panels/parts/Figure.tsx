import { Tooltip } from 'antd';
import type { ReactNode } from 'react';
import { useFormat } from '../../text/format';

/** One headline figure with its label; the tip gives the unrounded or explained value. */
export function Figure({
  label,
  value,
  note,
  tip,
}: {
  label: ReactNode;
  value: ReactNode;
  note?: ReactNode;
  tip?: string;
}) {
  return (
    <div className="figure">
      <dt>{label}</dt>
      <dd>
        {tip ? (
          <Tooltip title={tip}>
            <span>{value}</span>
          </Tooltip>
        ) : (
          value
        )}
        {note && <small>{note}</small>}
      </dd>
    </div>
  );
}

/** An area as mu with hectares beneath, square metres on demand. */
export function AreaFigure({ label, areaMu }: { label: ReactNode; areaMu: number }) {
  const format = useFormat();
  return (
    <Figure
      label={label}
      value={format.mu(areaMu)}
      note={format.hectares(areaMu)}
      tip={format.squareMetres((areaMu * 2000) / 3)}
    />
  );
}

/** A row of headline figures. */
export const Figures = ({ children }: { children: ReactNode }) => <dl className="figures">{children}</dl>;

/** Plain facts as label and value; pairs with an empty value are left out. */
export function Facts({ rows }: { rows: readonly (readonly [label: ReactNode, value: ReactNode])[] }) {
  const shown = rows.filter(([, value]) => value !== null && value !== undefined && value !== '');
  return (
    <dl className="facts">
      {shown.map(([label, value]) => (
        <FactPair key={String(label)} label={label} value={value} />
      ))}
    </dl>
  );
}

const FactPair = ({ label, value }: { label: ReactNode; value: ReactNode }) => (
  <>
    <dt>{label}</dt>
    <dd>{value}</dd>
  </>
);
