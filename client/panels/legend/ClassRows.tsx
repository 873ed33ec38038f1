import type { ReactNode } from 'react';
import type { LegendLayer } from '../../../data/contract/state';
import { useFormat } from '../../text/format';
import { useText } from '../../text/i18n';
import { mapText } from '../../text/map';
import { useAddress } from '../../url';
import type { ClassCount } from './useLegend';

interface ClassRowsProps {
  layer: LegendLayer;
  /** Null until the counts are here. */
  classes: readonly ClassCount[] | null;
  /** Classes in the order of the palette. */
  order: readonly string[];
  nameOf: (key: string) => string;
  swatchOf: (key: string) => ReactNode;
}

/** The classes in view with count and mu; a click shows or hides a class. */
export function ClassRows({ layer, classes, order, nameOf, swatchOf }: ClassRowsProps) {
  const t = useText(mapText);
  const format = useFormat();
  const [{ classesOff }, go] = useAddress();
  if (!classes) return null;
  const place = (key: string) => (order.includes(key) ? order.indexOf(key) : order.length);
  const shown = [...classes].sort((a, b) => place(a.class) - place(b.class));
  if (shown.length === 0) return <p className="layer-note">{t('noneInView')}</p>;
  return (
    <ul className="legend-rows">
      {shown.map((row) => {
        const token = `${layer}:${row.class}`;
        const on = !classesOff.includes(token);
        const toggle = () =>
          go(
            { classesOff: on ? [...classesOff, token] : classesOff.filter((each) => each !== token) },
            { replace: true },
          );
        return (
          <li key={row.class}>
            <button type="button" className="legend-row" aria-pressed={on} title={t('toggleClass')} onClick={toggle}>
              {swatchOf(row.class)}
              <span className="legend-name">{nameOf(row.class)}</span>
              <span className="legend-figure">
                {format.number(row.count)} · {format.mu(row.areaMu)}
              </span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
