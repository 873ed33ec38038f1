import { Spin } from 'antd';
import type { ParkVerdict } from '../../../data/contract';
import type { useAnswer } from '../../answers';
import { formText } from '../../text/form';
import { useFormat } from '../../text/format';
import { useText } from '../../text/i18n';
import { parkText } from '../../text/park';
import { readLimit } from '../park/readLimit';
import { TEST_WORDS } from '../park/testWords';
import { Failed } from '../parts/Asking';
import { ClauseLine } from '../parts/ClauseLine';
import { Section } from '../parts/Panel';
import { VerdictMark } from '../parts/VerdictMark';

type Result = Pick<ReturnType<typeof useAnswer>, 'error' | 'refetch' | 'isFetching'>;

interface Props {
  result: Result;
  verdict: ParkVerdict | undefined;
  /** False while the figures belong to the picks before. */
  rests: boolean;
}

/** The title tests over what is picked, while it is being picked. */
export function LiveVerdict({ result, verdict, rests }: Props) {
  const t = useText(formText);
  const words = useText(parkText);
  const format = useFormat();
  const contiguity = verdict?.contiguity;
  const firms = (count: number) => words('firmsValue', { count });
  const { tests = [] } = verdict?.title ?? {};
  const shared = (tests[0]?.notes ?? []).filter((note) => tests.every((test) => test.notes.includes(note)));
  return (
    <Section title={t('verdict')} aside={!rests && result.isFetching ? <Spin size="small" /> : words('suspected')}>
      {result.error && <Failed error={result.error} onRetry={() => void result.refetch()} />}
      {!verdict && !result.error && <p className="hint">{t(result.isFetching ? 'working' : 'verdictWaits')}</p>}
      {verdict && contiguity && (
        <div className="form-verdict" data-stale={!rests} aria-live="polite">
          <VerdictMark verdict={rests ? verdict.title.verdict : 'stale'} />
          <ul className="plain">
            {tests.map((test) => (
              <li key={test.id}>
                <VerdictMark verdict={test.verdict} bare /> {words(TEST_WORDS[test.id])}{' '}
                <b>{readLimit(test, format, firms).value ?? words('notKnown')}</b>
                {test.id === 'contiguity' && (
                  <small> {t('loose', { count: contiguity.readings.normal.pieces.length })}</small>
                )}
                {test.notes
                  .filter((note) => !shared.includes(note))
                  .map((note) => (
                    <small key={note} className="form-why">
                      {note}
                    </small>
                  ))}
                {test.missing.length > 0 && (
                  <small className="form-why mend">
                    {words('missing')}: {test.missing.join(' ')}
                  </small>
                )}
                <ClauseLine clause={test.clause} origin={test.origin} />
              </li>
            ))}
          </ul>
          {shared.map((note) => (
            <p key={note} className="hint">
              {note}
            </p>
          ))}
        </div>
      )}
    </Section>
  );
}
