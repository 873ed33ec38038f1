import type { ParcelCard } from '../../../data/contract';
import { leftoverWords } from '../../../data/words/vocabulary';
import { useFormat } from '../../text/format';
import { useText } from '../../text/i18n';
import { plotsText } from '../../text/plots';
import { go } from '../../url';
import { HatchSwatch } from '../legend/Swatch';
import { Section } from '../parts/Panel';
import { isClass } from '../rulings/claims';
import { RulingCard } from '../rulings/RulingCard';
import { writeLine } from './line';
import type { Measure } from './measures';
import { WhyEvidence } from './WhyEvidence';

interface Props {
  parcel: ParcelCard;
  finding: ParcelCard['findings'][number];
  drawn: boolean;
  kept: Measure | null;
}

/** What was found of a plot beside one park, what was ruled on it, and why it was found. */
export function Beside({ parcel, finding, drawn, kept }: Props) {
  const t = useText(plotsText);
  const format = useFormat();
  const { park, kind, wouldBe, because, missing, ruling } = finding;
  return (
    <Section
      title={t('besidePark')}
      aside={
        <button type="button" className="link" onClick={() => go({ selection: { kind: 'park', id: park.id } })}>
          {park.name}
        </button>
      }
    >
      <p className="leftover-title">
        <HatchSwatch kind={kind} />
        <b>{t(isClass(kind) ? 'suspectedTitle' : 'openTitle', { kind: format.name(leftoverWords[kind]) })}</b>
      </p>
      {wouldBe && <p className="hint">{t('wouldBe', { kind: format.name(leftoverWords[wouldBe]) })}</p>}
      <RulingCard
        ruling={ruling}
        subject={{ park: park.id, number: parcel.number }}
        foundNow={kind}
        onRule={() => go({ line: writeLine('rule', park.id) })}
      />
      <Lines title={t('because')} lines={because} />
      <Lines title={t('missing')} lines={missing} />
      <WhyEvidence park={park.id} parcel={parcel.id} listed={kind} drawn={drawn} kept={kept} />
    </Section>
  );
}

function Lines({ title, lines }: { title: string; lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return (
    <>
      <h4 className="lines-title">{title}</h4>
      <ul className="lines">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </>
  );
}
