import type { ReactNode } from 'react';

interface Props {
  title: ReactNode;
  subtitle: ReactNode;
  /** Marks at the right of the title. */
  mark?: ReactNode;
  /** Figure at the right of the subtitle. */
  figure?: ReactNode;
}

/** Two lines of a list: name and mark, what it is and how large. */
export const Row = ({ title, subtitle, mark, figure }: Props) => (
  <span className="list-row">
    <b>{title}</b>
    <span>{mark}</span>
    <small>{subtitle}</small>
    <small>{figure}</small>
  </span>
);

/** Height of such a row. */
export const ROW_PIXELS = 52;
