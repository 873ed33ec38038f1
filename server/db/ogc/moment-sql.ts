import type { Comparison, TemporalFunction } from '../../ogc/cql2/expression';
import type { Moment } from '../../ogc/moment';

type Bind = (value: unknown) => string;

/** SQL of how an instant lies to a stretch of time whose ends belong to it; an open end is never passed. */
export function momentSql(by: TemporalFunction, instant: string, { from, until }: Moment, bind: Bind): string {
  const against = (sign: string, end: string | null, open: string) =>
    end === null ? open : `${instant} ${sign} ${bind(end)}::timestamptz`;
  switch (by) {
    case 't_after':
      return `(${against('>', until, 'false')})`;
    case 't_before':
      return `(${against('<', from, 'false')})`;
    case 't_intersects':
      return `(${against('>=', from, 'true')} and ${against('<=', until, 'true')})`;
    case 't_disjoint':
      return `(${against('<', from, 'false')} or ${against('>', until, 'false')})`;
    case 't_during':
      return `(${against('>', from, 'true')} and ${against('<', until, 'true')})`;
    case 't_equals':
      return `(${from !== null && from === until ? against('=', from, 'false') : 'false'})`;
  }
}

/** SQL of an instant compared with a moment; a day is equal to every instant in it. */
export function compareMoments(by: Comparison, instant: string, moment: Moment, bind: Bind): string {
  const bounds = { '<': ['<', 'from'], '<=': ['<=', 'until'], '>': ['>', 'until'], '>=': ['>=', 'from'] } as const;
  if (by === '=') return momentSql('t_intersects', instant, moment, bind);
  if (by === '<>') return momentSql('t_disjoint', instant, moment, bind);
  const [sign, end] = bounds[by];
  return `(${instant} ${sign} ${bind(moment[end])}::timestamptz)`;
}
