import { leftoverWords, surroundingWords } from '../../../data/words/vocabulary';
import { useFormat } from '../../text/format';
import { useText } from '../../text/i18n';
import { rulingsText } from '../../text/rulings';
import { HatchSwatch } from '../legend/Swatch';
import type { RulingAbout } from './about';
import { isClass } from './claims';

/** What the machine found, shown beside the ruling that is being written, and kept. */
export function Found({ about }: { about: RulingAbout }) {
  const t = useText(rulingsText);
  const format = useFormat();
  return (
    <section className="ruling-found" aria-label={t('found')}>
      <small>{t('found')}</small>
      {about.subject === 'plot' ? (
        <>
          <b className="leftover-title">
            <HatchSwatch kind={about.found} />
            {t(isClass(about.found) ? 'foundPlot' : 'foundOpen', { kind: format.name(leftoverWords[about.found]) })}
          </b>
          {about.because.map((line) => (
            <small key={line}>{line}</small>
          ))}
        </>
      ) : (
        <b>{t('foundGap', { width: format.metres(about.widthMetres), kinds: kindsOf(about.found) })}</b>
      )}
      <small>{t('foundKept')}</small>
    </section>
  );

  function kindsOf(found: Extract<RulingAbout, { subject: 'gap' }>['found']): string {
    if (found === null) return t('gapUnknown');
    if (found.length === 0) return t('holdsNothing');
    return format.list([...new Set(found)].map((kind) => format.name(surroundingWords[kind])));
  }
}
