import { useEffect, useRef } from 'react';
import type { ParkCard, ParkVerdict, TitleTest } from '../../../data/contract';
import { useMapHand } from '../../map/hand';
import { useFormat } from '../../text/format';
import { useText } from '../../text/i18n';
import { parkText } from '../../text/park';
import { go, useAddress } from '../../url';
import { ClauseLine } from '../parts/ClauseLine';
import { Explained } from '../parts/Explained';
import { scrollWithin } from '../parts/scrollWithin';
import { VerdictMark } from '../parts/VerdictMark';
import { ContiguityEvidence } from './ContiguityEvidence';
import { FirmsEvidence } from './FirmsEvidence';
import { OutputEvidence } from './OutputEvidence';
import { readLimit } from './readLimit';
import { TEST_WORDS } from './testWords';

interface Props {
  park: ParkCard;
  verdict: ParkVerdict;
  /** The figures belong to the question before; the new answer is on its way. */
  stale: boolean;
}

/** The three tests of the title as a list; an opened test shows its evidence below them, so that all stay in sight, and on the map. */
export function TitleTests({ park, verdict, stale }: Props) {
  const t = useText(parkText);
  const [address] = useAddress();
  const hand = useMapHand();
  const { tests } = verdict.title;
  const shared = (tests[0]?.notes ?? []).filter((note) => tests.every((test) => test.notes.includes(note)));
  const opened = tests.find((test) => test.id === address.line);
  const open = (test: TitleTest) => {
    const closes = address.line === test.id;
    if (!closes) hand.fit(park.bbox);
    go({ line: closes ? null : test.id, gapMetres: null });
  };
  return (
    <>
      <ul className="tests" aria-busy={stale}>
        {tests.map((test) => (
          <TestLine
            key={test.id}
            test={test}
            notes={test.notes.filter((note) => !shared.includes(note))}
            asOf={verdict.asOf}
            open={address.line === test.id}
            onToggle={() => open(test)}
          />
        ))}
      </ul>
      {opened && (
        <section className="opened" aria-label={t(TEST_WORDS[opened.id])}>
          <h4>{t(TEST_WORDS[opened.id])}</h4>
          <Evidence park={park} verdict={verdict} test={opened} />
        </section>
      )}
      {shared.map((note) => (
        <p key={note} className="hint">
          {note}
        </p>
      ))}
    </>
  );
}

interface LineProps {
  test: TitleTest;
  /** Notes of this test alone. */
  notes: readonly string[];
  /** The day that the verdict speaks of. */
  asOf: string;
  open: boolean;
  onToggle: () => void;
}

function TestLine({ test, notes, asOf, open, onToggle }: LineProps) {
  const t = useText(parkText);
  const format = useFormat();
  const { value, limit } = readLimit(test, format, (count) => t('firmsValue', { count }));
  const line = useRef<HTMLLIElement>(null);
  // A link that names a test leads to it; a click is already there.
  const named = useRef(open);
  useEffect(() => {
    if (named.current) scrollWithin(line.current?.parentElement ?? null, 'start');
  }, []);
  return (
    <li className="test" ref={line}>
      <button
        type="button"
        className="test-head"
        aria-expanded={open}
        title={t(open ? 'hideEvidence' : 'showEvidence')}
        onClick={onToggle}
      >
        <b>{t(TEST_WORDS[test.id])}</b>
        <VerdictMark verdict={test.verdict} />
        <span className="measure">
          {t('measured')} <b>{value ?? t('notKnown')}</b>
          <small>
            {' · '}
            {t('limit')} {limit && test.id !== 'contiguity' ? t('atLeast', { value: limit }) : limit}
          </small>
        </span>
        {test.missing.length > 0 && (
          <small className="measure mend">
            {t('missing')}: {test.missing.join(' ')}
          </small>
        )}
      </button>
      <div className="test-body">
        {notes.length > 0 && (
          <ul className="test-notes">
            {notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        )}
        <p className="hint">
          <Explained about={{ formula: TEST_WORDS[test.id], clause: test.clause, date: asOf }}>
            {t('howMeasured', { value: value ?? t('notKnown') })}
          </Explained>
        </p>
        <ClauseLine clause={test.clause} origin={test.origin} />
      </div>
    </li>
  );
}

function Evidence({ park, verdict, test }: { park: ParkCard; verdict: ParkVerdict; test: TitleTest }) {
  const { whatIf } = verdict.title;
  if (test.id === 'specialized-count') return <FirmsEvidence firms={park.firms} short={whatIf.specializedFirmsShort} />;
  if (test.id === 'output-share') return <OutputEvidence firms={park.firms} test={test} verdict={verdict} />;
  return <ContiguityEvidence park={park} verdict={verdict} />;
}
