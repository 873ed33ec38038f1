import { useUnits } from '../../map/useCity';
import { useFormat } from '../../text/format';
import { useText } from '../../text/i18n';
import { unitsText } from '../../text/units';
import { go } from '../../url';
import { Empty, Section } from '../parts/Panel';

/** The unit's segments by direction, each with its weak links and gaps. */
export function Segments({ ids }: { ids: readonly string[] }) {
  const t = useText(unitsText);
  const format = useFormat();
  const answer = useUnits().data;
  const mine = answer?.segments.filter((segment) => ids.includes(segment.id)) ?? [];
  const directions = answer?.directions.filter((each) => mine.some((segment) => segment.direction === each.id)) ?? [];
  return (
    <Section title={t('segments')}>
      {ids.length === 0 && <Empty>{t('segmentsNone')}</Empty>}
      {directions.map((direction) => (
        <div key={direction.id} className="segment-group">
          <h4>{format.name(direction.name)}</h4>
          <ul>
            {mine
              .filter((segment) => segment.direction === direction.id)
              .map((segment) => (
                <li key={segment.id}>
                  <button
                    type="button"
                    className="link"
                    onClick={() => go({ selection: { kind: 'segment', id: segment.id } })}
                  >
                    {format.name(segment.name)}
                  </button>
                  <Links label={t('weak')} words={segment.weak} sign="▽" />
                  <Links label={t('gaps')} words={segment.gaps} sign="○" />
                </li>
              ))}
          </ul>
        </div>
      ))}
    </Section>
  );
}

/** Links of a chain as the plan names them, with what they are and a sign of their own. */
export function Links({ label, words, sign }: { label: string; words: readonly string[]; sign: string }) {
  const format = useFormat();
  if (words.length === 0) return null;
  return (
    <p className="chain-links">
      <span>
        {sign} {label}
      </span>
      <span lang="zh-CN">{format.list(words)}</span>
    </p>
  );
}
