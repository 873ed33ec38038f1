import { readLeftoverCap } from '../../../data/contract';
import { leftoverWords } from '../../../data/words/vocabulary';
import { useAnswer } from '../../answers';
import { useFormat } from '../../text/format';
import { useText } from '../../text/i18n';
import { plotsText } from '../../text/plots';
import { Explained } from '../parts/Explained';
import { VerdictMark } from '../parts/VerdictMark';
import { useRules } from './useRules';
import './round.css';

/** The sum of a park's leftover plots against its cap, by the classes that hold, with the kinds counted and the denominator. */
export function CapLine({ park }: { park: string }) {
  const t = useText(plotsText);
  const format = useFormat();
  const { ruleOf, documents } = useRules();
  const cap = useAnswer(
    readLeftoverCap,
    { params: { park } },
    { layers: ['leftover', 'rulings', 'parks', 'parcels'], keep: true },
  ).data;
  if (!cap) return null;
  const clause = ruleOf('leftover.capShare')?.clause;
  const document = clause && documents[clause.document];
  const counted = format.list(cap.counted.map((kind) => format.name(leftoverWords[kind])));
  const denominator = cap.denominator === 'park' ? t('capOf_park') : t('capOf_park-and-leftover');
  return (
    <section className="cap-line" aria-label={t('capTitle')}>
      <span>{t('capTitle')}</span>
      <VerdictMark verdict={cap.verdict} />
      <Explained
        about={{
          formula: 'leftoverCap',
          ...(clause && document ? { clause: { ...clause, document: format.name(document) } } : {}),
        }}
      >
        {t('capLine', {
          leftover: format.mu(cap.leftoverMu),
          project: format.mu(cap.projectMu),
          share: format.share(cap.share, cap.limit),
          limit: format.share(cap.limit),
        })}
      </Explained>
      <small>
        {t('capKinds', { kinds: counted })} · {denominator}
      </small>
    </section>
  );
}
