import { AimOutlined } from '@ant-design/icons';
import type { WhyAnswer } from '../../../data/contract';
import { type Format, useFormat } from '../../text/format';
import { useText } from '../../text/i18n';
import { plotsText } from '../../text/plots';
import { Explained } from '../parts/Explained';
import { figureOf, MEASURES, type Measure } from './measures';
import { Threshold } from './Threshold';
import { useRules } from './useRules';

interface Props {
  why: WhyAnswer;
  /** The measure that is kept on the map. */
  kept: Measure | null;
  onPoint: (measure: Measure | null) => void;
  onKeep: (measure: Measure) => void;
}

/** Each measure with its value, what it is held against and who says so; pointing at one draws it, a click keeps it drawn. */
export function MeasureRows({ why, kept, onPoint, onKeep }: Props) {
  const t = useText(plotsText);
  const rules = useRules();
  const format = useFormat();
  return (
    <ul className="measures" onMouseLeave={() => onPoint(null)}>
      {MEASURES.map(({ name, rules: limits, unit }) => {
        const value = figureOf(why.finding.measures, name);
        const clause = limits[0] && rules.ruleOf(`leftover.${limits[0]}`)?.clause;
        return (
          <li key={name} data-kept={kept === name} onMouseEnter={() => onPoint(name)}>
            <button
              type="button"
              className="measure-draw"
              aria-pressed={kept === name}
              title={t('drawOn', { name: t(`m_${name}`) })}
              onFocus={() => onPoint(name)}
              onBlur={() => onPoint(null)}
              onClick={() => onKeep(name)}
            >
              <AimOutlined aria-hidden /> {t(`m_${name}`)}
            </button>
            <Explained
              about={{
                formula: `m_${name}`,
                ...(clause ? { clause: named(clause) } : {}),
              }}
            >
              {write(format, value, unit)}
            </Explained>
            {limits.map((rule) => (
              <Threshold key={rule} rule={rule} value={value} unit={unit} why={why} rules={rules} />
            ))}
            {limits.length === 0 && <small>{t('noLimit')}</small>}
          </li>
        );
      })}
    </ul>
  );

  function named(clause: { document: string; article: string }) {
    const document = rules.documents[clause.document];
    return { ...clause, document: document ? format.name(document) : clause.document };
  }
}

/** A measure in its unit; beside a limit with as many digits as it takes to differ. */
export function write(format: Format, value: number, unit: (typeof MEASURES)[number]['unit'], limit?: number): string {
  if (unit === 'share') return format.share(value, limit);
  if (unit === 'metres') return format.metres(value);
  return format.number(value, unit === 'count' ? 0 : 2);
}
