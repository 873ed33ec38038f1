import { leftoverKind, listRulings, type ParkCard } from '../../../data/contract';
import { leftoverWords } from '../../../data/words/vocabulary';
import { useAnswer } from '../../answers';
import { useFormat } from '../../text/format';
import { useText } from '../../text/i18n';
import { parkText } from '../../text/park';
import { plotsText } from '../../text/plots';
import { go } from '../../url';
import { CapLine } from '../leftover/CapLine';
import { Explained } from '../parts/Explained';
import { Facts } from '../parts/Figure';
import { Section } from '../parts/Panel';
import { useSuspected } from '../parts/useSuspected';

interface Props {
  park: ParkCard;
}
interface AheadProps extends Props {
  /** How many specialized SMEs the title asks for; null while not known. */
  limit: number | null;
}

/** Days on which a grade that counts today runs out, and how many firms are left then. */
export function Ahead({ park, limit }: AheadProps) {
  const t = useText(parkText);
  const format = useFormat();
  return (
    <Section title={t('ahead')}>
      {park.ahead.length === 0 && <p className="hint">{t('noAhead')}</p>}
      <ul className="plain">
        {park.ahead.map((day) => (
          <li key={day.date}>
            {t('aheadLine', { date: format.date(day.date), count: day.firms.length, left: day.specializedLeft })}
            {limit !== null && day.specializedLeft < limit && (
              <span className="mend"> {t('aheadShort', { limit })}</span>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** When and by what document the title was awarded or withdrawn, and the four-batches entry. */
export function TitleRecord({ park: { titleRecord, fourBatches } }: Props) {
  const t = useText(parkText);
  const format = useFormat();
  return (
    <Section title={t('record')}>
      {titleRecord ? (
        <Facts
          rows={[
            [t('awardedOn', { date: format.date(titleRecord.awardedOn) }), titleRecord.document],
            ...(titleRecord.withdrawnOn
              ? [[t('withdrawnOn', { date: titleRecord.withdrawnOn }), titleRecord.withdrawnDocument ?? '—'] as const]
              : []),
          ]}
        />
      ) : (
        <p className="hint">{t('noRecord')}</p>
      )}
      {fourBatches && <p>{t('fourBatches', fourBatches)}</p>}
    </Section>
  );
}

/** The stages of the park's platform chain; a stage without a platform says so. */
export function Platform({ park }: Props) {
  const t = useText(parkText);
  return (
    <Section title={t('platform')}>
      {park.platform.length === 0 && <p className="hint">{t('noPlatform')}</p>}
      <Facts rows={park.platform.map((stage) => [stage.stage, stage.name ?? t('platformNone')] as const)} />
    </Section>
  );
}

/** Leftover plots beside the park, ruled or suspected, each a way to its own card; their sum against the cap; the way through them. */
export function Leftover({ park }: Props) {
  const t = useText(parkText);
  const p = useText(plotsText);
  const format = useFormat();
  const nameKind = useSuspected();
  const rulings = useAnswer(listRulings, { query: { park: park.id } }, { layers: ['rulings'], keep: true }).data?.rows;
  const ruled = new Set(rulings?.map((ruling) => (ruling.subject === 'plot' ? ruling.parcel : null)));
  const next = park.leftover.find(({ parcel }) => !ruled.has(parcel)) ?? park.leftover[0];
  const begin = () =>
    go({
      list: 'leftover',
      filter: { park: park.id, view: 'all' },
      folded: false,
      ...(next ? { selection: { kind: 'leftover', id: next.parcel } } : {}),
    });
  return (
    <Section
      title={t('leftover')}
      aside={
        next && (
          <button type="button" className="link" onClick={begin}>
            {p('roundGo')}
          </button>
        )
      }
    >
      {!next && <p className="hint">{t('leftoverNone')}</p>}
      {next && <CapLine park={park.id} />}
      <ul className="links">
        {park.leftover.map((plot) => (
          <li key={plot.parcel}>
            <button type="button" onClick={() => go({ selection: { kind: 'leftover', id: plot.parcel } })}>
              {plot.number}
            </button>
            <span className="hint">
              {ruled.has(plot.parcel) ? p('rowRuled', { kind: nameOf(plot.kind) }) : nameKind(plot.kind)} ·{' '}
              <Explained about={{ formula: 'area' }}>{format.mu(plot.areaMu)}</Explained>
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );

  function nameOf(kind: string): string {
    const known = leftoverKind.safeParse(kind);
    return known.success ? format.name(leftoverWords[known.data]) : kind;
  }
}
