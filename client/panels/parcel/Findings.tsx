import { listRulings } from '../../../data/contract';
import type { ParcelCard } from '../../../data/contract/parcels';
import { leftoverWords } from '../../../data/words/vocabulary';
import { useAnswer } from '../../answers';
import { useFormat } from '../../text/format';
import { useText } from '../../text/i18n';
import { plotsText } from '../../text/plots';
import { go } from '../../url';
import { HatchSwatch } from '../legend/Swatch';
import { Empty, Section } from '../parts/Panel';
import { isClass } from '../rulings/claims';
import { standingKind, useClaimWords } from '../rulings/claimWords';

/** What the machine found of a parcel beside each park, suspected until a person has ruled; then what was ruled. */
export function Findings({ findings, id }: { findings: ParcelCard['findings']; id: string }) {
  const t = useText(plotsText);
  const format = useFormat();
  const claimWords = useClaimWords();
  const rulings = useAnswer(
    listRulings,
    { query: { parcel: id } },
    { layers: ['leftover'], enabled: findings.length > 0, keep: true },
  ).data?.rows;
  return (
    <Section title={t('findings')}>
      {findings.length === 0 && <Empty>{t('findingsNone')}</Empty>}
      <ul className="entries">
        {findings.map(({ park, kind }) => {
          const ruling = rulings?.find((one) => one.park === park.id && one.subject === 'plot');
          const words = t(isClass(kind) ? 'suspectedTitle' : 'openTitle', { kind: format.name(leftoverWords[kind]) });
          return (
            <li key={park.id}>
              <HatchSwatch kind={(ruling ? standingKind(ruling, kind) : kind) ?? 'too-large'} />
              <button type="button" className="link" onClick={() => go({ selection: { kind: 'leftover', id } })}>
                {ruling ? claimWords(ruling) : words}
              </button>
              <span className="entry-end">{park.name}</span>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
