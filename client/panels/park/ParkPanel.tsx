import { type ParkCard, type ParkVerdict, readPark, readParkVerdict } from '../../../data/contract';
import { useAnswer } from '../../answers';
import { useGoThere } from '../../map/useGoThere';
import { useText } from '../../text/i18n';
import { parkText } from '../../text/park';
import { go, useAddress } from '../../url';
import { formOf, useOpenForm } from '../form/useOpenForm';
import { JoinSection } from '../join/JoinSection';
import { Asking } from '../parts/Asking';
import { Mark, Panel, SampleMark, Section } from '../parts/Panel';
import { Ahead, Leftover, Platform, TitleRecord } from './Background';
import { FirmsByGrade } from './FirmsByGrade';
import { Lead } from './Lead';
import { Members } from './Members';
import { Parameters } from './Parameters';
import { ParkActions } from './ParkActions';
import { ParkFacts } from './ParkFacts';
import { TitleTests } from './TitleTests';
import '../parts/lines.css';
import './park.css';

const JUDGED_BY = ['parks', 'parcels', 'corridors', 'rulings'] as const;

/** A park in the right panel: facts, the three title tests with their evidence, and what stands around it. */
export const ParkPanel = ({ id }: { id: string }) => <OnePark key={id} id={id} />;

function OnePark({ id }: { id: string }) {
  const t = useText(parkText);
  const [address] = useAddress();
  const park = useAnswer(readPark, { params: { id }, query: {} }, { layers: JUDGED_BY, keep: true });
  const gap = address.gapMetres === null ? {} : { maxGapMetres: address.gapMetres };
  const verdict = useAnswer(
    readParkVerdict,
    { params: { id }, query: gap },
    { layers: JUDGED_BY, keep: true, enabled: park.isSuccess },
  );
  const judged = verdict.data;
  useGoThere(park.data?.bbox);
  const openForm = useOpenForm();
  const take = (card: ParkCard, plots: readonly string[]) =>
    openForm(formOf(card), [...card.members.map((member) => member.id), ...plots]);
  return (
    <Asking result={park} id={id}>
      {(card) => (
        <Panel
          kicker={t('what')}
          title={card.name}
          marks={
            <>
              <Mark>{t(card.kind)}</Mark>
              {card.awarded && <Mark>{t('awarded')}</Mark>}
              {card.sample && <SampleMark />}
            </>
          }
          actions={<ParkActions park={card} verdict={judged} />}
          onClose={() => go({ selection: null })}
        >
          <Lead verdict={judged} stale={verdict.isPlaceholderData} park={card} />
          <ParkFacts park={card} />
          <Section title={t('tests')}>
            <Asking result={verdict} id={id}>
              {(answer) => <TitleTests park={card} verdict={answer} stale={verdict.isPlaceholderData} />}
            </Asking>
          </Section>
          <JoinSection of={{ park: card.id }} verdict={judged} takes="toDraft" onTake={(plots) => take(card, plots)} />
          <FirmsByGrade park={card} />
          <Ahead park={card} limit={limitOf(judged)} />
          <TitleRecord park={card} />
          <Platform park={card} />
          <Leftover park={card} />
          <Members park={card} />
          <Parameters parameters={judged?.title.parameters ?? {}} ruleset={card.ruleset.title} />
        </Panel>
      )}
    </Asking>
  );
}

function limitOf(verdict: ParkVerdict | undefined): number | null {
  const limit = verdict?.title.tests.find((test) => test.id === 'specialized-count')?.limit;
  return typeof limit === 'number' ? limit : null;
}
