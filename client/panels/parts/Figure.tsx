import type { ReactNode } from 'react';
import { useFormat } from '../../text/format';
import { type About, Explained } from './Explained';

interface FigureProps {
  label: ReactNode;
  value: ReactNode;
  note?: ReactNode;
  /** What a click on the figure tells. */
  about?: About;
}

/** One headline figure with its label. */
export function Figure({ label, value, note, about }: FigureProps) {
  return (
    <div className="figure">
      <dt>{label}</dt>
      <dd>
        {about ? <Explained about={about}>{value}</Explained> : value}
        {note && <small>{note}</small>}
      </dd>
    </div>
  );
}

/** An area as mu with hectares beneath, square metres on demand. */
export function AreaFigure({ label, areaMu, about }: { label: ReactNode; areaMu: number; about: About }) {
  const format = useFormat();
  return (
    <Figure
      label={label}
      value={format.mu(areaMu)}
      note={format.hectares(areaMu)}
      about={{ ...about, more: format.squareMetres((areaMu * 2000) / 3) }}
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
