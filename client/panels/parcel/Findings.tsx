import type { ParcelCard } from '../../../data/contract/parcels';
import { leftoverWords } from '../../../data/words/vocabulary';
import { useFormat } from '../../text/format';
import { useText } from '../../text/i18n';
import { plotsText } from '../../text/plots';
import { go } from '../../url';
import { HatchSwatch } from '../legend/Swatch';
import { Empty, Section } from '../parts/Panel';
import { isClass } from '../rulings/claims';
import { useClaimWords } from '../rulings/claimWords';

/** What the machine found of a parcel beside each park, suspected until a person has ruled; then what was ruled. */
export function Findings({ findings, id }: { findings: ParcelCard['findings']; id: string }) {
  const t = useText(plotsText);
  const format = useFormat();
  const claimWords = useClaimWords();
  return (
    <Section title={t('findings')}>
      {findings.length === 0 && <Empty>{t('findingsNone')}</Empty>}
      <ul className="entries">
        {findings.map(({ park, kind, ruling, standing }) => {
          const words = t(isClass(kind) ? 'suspectedTitle' : 'openTitle', { kind: format.name(leftoverWords[kind]) });
          return (
            <li key={park.id}>
              <HatchSwatch kind={standing ?? 'too-large'} />
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
