import { Popover } from 'antd';
import type { ReactNode } from 'react';
import type { Clause } from '../../../data/contract/vocabulary';
import { usePageState } from '../../answers';
import { explainText } from '../../text/explain';
import { useFormat } from '../../text/format';
import { type Text, useText } from '../../text/i18n';
import './explained.css';

type Keys = typeof explainText extends Text<infer K> ? K : never;
type AfterF<K> = K extends `f_${infer Name}` ? Name : never;
/** Which formula of the text, without its `f_`. */
export type Formula = AfterF<Keys>;

export interface About {
  formula: Formula;
  /** Id of the dataset; a figure drawn from several leaves it out. */
  source?: string;
  /** The day the figure stands for; the data date unless given. */
  date?: string | null;
  clause?: Clause;
  /** More about this one figure, such as square metres. */
  more?: ReactNode;
}

/** A figure that answers a click, or Enter, with its source, date, clause and formula. */
export function Explained({ about, children }: { about: About; children: ReactNode }) {
  const t = useText(explainText);
  return (
    <Popover trigger="click" title={t('how')} content={<Explanation about={about} />} destroyOnHidden>
      <button type="button" className="explained">
        {children}
      </button>
    </Popover>
  );
}

function Explanation({ about: { formula, source, date, clause, more } }: { about: About }) {
  const t = useText(explainText);
  const format = useFormat();
  const state = usePageState().data;
  const dataset = state?.sources.find((candidate) => candidate.id === source);
  const day = date ?? dataset?.retrieved ?? state?.dataDate;
  const rows: readonly (readonly [string, ReactNode])[] = [
    [t('formula'), t(`f_${formula}`)],
    [t('source'), dataset ? format.name(dataset.title) : (source ?? t('allSources'))],
    [t('date'), day ? format.date(day) : '\u2014'],
    [
      t('clause'),
      clause ? format.clause(clause) : t('noClause', { ruleset: state ? format.name(state.ruleset.title) : '' }),
    ],
  ];
  return (
    <div className="explanation">
      <dl>
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {more}
    </div>
  );
}
