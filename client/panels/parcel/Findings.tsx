import type { ParcelCard } from '../../../data/contract/parcels';
import { leftoverWords } from '../../../data/words/vocabulary';
import { useFormat } from '../../text/format';
import { useText } from '../../text/i18n';
import { plotsText } from '../../text/plots';
import { go } from '../../url';
import { HatchSwatch } from '../legend/Swatch';
import { Empty, Section } from '../parts/Panel';

/** What the machine found of a parcel beside each park; always suspected. */
export function Findings({ findings, id }: { findings: ParcelCard['findings']; id: string }) {
  const t = useText(plotsText);
  const format = useFormat();
  return (
    <Section title={t('findings')}>
      {findings.length === 0 && <Empty>{t('findingsNone')}</Empty>}
      <ul className="entries">
        {findings.map((finding) => (
          <li key={finding.park.id}>
            <HatchSwatch kind={finding.kind} />
            <button type="button" className="link" onClick={() => go({ selection: { kind: 'leftover', id } })}>
              {t('suspectedTitle', { kind: format.name(leftoverWords[finding.kind]) })}
            </button>
            <span className="entry-end">{finding.park.name}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
