import type { ParcelCard } from '../../../data/contract/parcels';
import { controlKind } from '../../../data/contract/vocabulary';
import { controlWords } from '../../../data/words/vocabulary';
import { useFormat } from '../../text/format';
import { useText } from '../../text/i18n';
import { plotsText } from '../../text/plots';
import { Explained } from '../parts/Explained';
import { Facts } from '../parts/Figure';
import { Empty, Section } from '../parts/Panel';

/** Planning figures, price, and the control lines that the parcel overlaps. */
export function PlanningFigures({ card }: { card: ParcelCard }) {
  const t = useText(plotsText);
  const format = useFormat();
  const nameOf = (kind: string) => {
    const known = controlKind.safeParse(kind);
    return known.success ? format.name(controlWords[known.data]) : kind;
  };
  const or = (value: number | null, write: (value: number) => string) =>
    value === null ? (
      t('notInHand')
    ) : (
      <Explained about={{ formula: 'given', source: card.source }}>{write(value)}</Explained>
    );
  return (
    <>
      <Section title={t('planning')}>
        <Facts
          rows={[
            [t('plotRatio'), or(card.plotRatio, (value) => format.number(value, 2))],
            [t('density'), or(card.buildingDensity, format.share)],
            [t('height'), or(card.heightLimitMetres, format.metres)],
            [t('green'), or(card.greenShare, format.share)],
            [t('price'), or(card.priceCny, format.money)],
          ]}
        />
      </Section>
      <Section title={t('controls')}>
        {card.controls.length === 0 && <Empty>{t('controlsNone')}</Empty>}
        <ul className="entries">
          {card.controls.map((control) => (
            <li key={`${control.kind}-${control.name}-${control.level}`}>
              <span>
                {nameOf(control.kind)}
                {control.level !== null && ` · ${t('level', { n: control.level })}`}
                {control.name && ` · ${control.name}`}
              </span>
              <span className="entry-end">
                <Explained about={{ formula: 'control' }}>{format.mu(control.areaMu)}</Explained>
              </span>
            </li>
          ))}
        </ul>
      </Section>
    </>
  );
}
