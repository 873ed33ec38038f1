import type { ReactNode } from 'react';
import { useText } from '../../text/i18n';
import { rulesText } from '../../text/rules';

interface Props {
  title: string;
  /** What was counted. */
  note: string;
  head: string;
  /** False while nothing is moved: the counts in force stand alone. */
  isMoved: boolean;
  rows: readonly { readonly key: string; readonly label: ReactNode; readonly before: number; readonly after: number }[];
}

/** Counts in force beside counts under the moved thresholds. */
export function Tally({ title, note, head, isMoved, rows }: Props) {
  const t = useText(rulesText);
  return (
    <table className="rule-tally">
      <caption>
        <b>{title}</b> <span className="quiet">{note}</span>
      </caption>
      <thead>
        <tr>
          <th scope="col">{head}</th>
          <th scope="col">{t('colBefore')}</th>
          {isMoved && (
            <>
              <th scope="col">{t('colAfter')}</th>
              <th scope="col">{t('colChange')}</th>
            </>
          )}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, label, before, after }) => (
          <tr key={key} data-same={before === after}>
            <th scope="row">{label}</th>
            <td>{before}</td>
            {isMoved && (
              <>
                <td>
                  <b>{after}</b>
                </td>
                <td>{before === after ? t('same') : signed(after - before)}</td>
              </>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** A difference with its sign, the minus as wide as the plus. */
const signed = (difference: number): string => (difference > 0 ? `+${difference}` : `−${-difference}`);
