import { z } from 'zod';
import { bbox, point } from '../../../data/contract';
import { escapeLike } from '../conditions';
import type { Queryable, Statement } from '../pool';
import { bboxSql } from '../row-types';

/** What the search box can find by name or number; firms come without any figure. */
export const searchedKinds = ['unit', 'park', 'parcel', 'carrier', 'segment', 'firm'] as const;
export type SearchedKind = (typeof searchedKinds)[number];

const row = z.object({
  id: z.string(),
  title: z.string(),
  subtitle: z.string().nullable(),
  at: point.nullable(),
  bbox: bbox.nullable(),
  total: z.number(),
});
export type NameFound = z.output<typeof row>;

/** $1 is the reader's language, $2 a pattern that contains the words, $3 one that begins with them, $4 the limit. */
const unitName = `u.name ->> $1`;
const begins = (column: string): string => `${column} ilike $3 desc`;
const at = (geometry: string): string => `st_asgeojson(${geometry}, 7)::jsonb as at`;
const nowhere = 'null::jsonb as at, null::float8[] as bbox';

const texts: Record<SearchedKind, string> = {
  unit: `
    select u.id, ${unitName} as title, (select b.name ->> $1 from belt b where b.id = u.belt) as subtitle,
           ${at('u.label_at')}, ${bboxSql('u.geom')} as bbox, count(*) over ()::int as total
    from unit u where u.name ->> 'zh' ilike $2 or u.name ->> 'en' ilike $2 or u.id ilike $3
    order by ${begins(`u.name ->> 'zh'`)}, u.position limit $4`,
  park: `
    select k.id::text as id, k.name as title, nullif(concat_ws(' · ', ${unitName}, s.name ->> $1), '') as subtitle,
           ${at('st_pointonsurface(k.geom)')}, ${bboxSql('k.geom')} as bbox, count(*) over ()::int as total
    from park k left join unit u on u.id = k.unit left join segment s on s.id = k.theme
    where k.name ilike $2 or s.name ->> 'zh' ilike $2 or s.name ->> 'en' ilike $2
       or exists (select from unnest(s.alias) word where word ilike $2)
    order by ${begins('k.name')}, k.name ilike $2 desc, k.name, k.id limit $4`,
  carrier: `
    select c.id, c.name as title, ${unitName} as subtitle, ${at('c.geom')}, null::float8[] as bbox,
           count(*) over ()::int as total
    from carrier c join unit u on u.id = c.unit where c.name ilike $2
    order by ${begins('c.name')}, c.name limit $4`,
  segment: `
    select s.id, s.name ->> $1 as title, nullif(concat_ws(' · ', d.name ->> $1,
             (select word from unnest(s.alias || s.weak || s.gaps || s.wanted || s.leaders) word where word ilike $2 limit 1)), '')
             as subtitle,
           ${nowhere}, count(*) over ()::int as total
    from segment s join direction d on d.id = s.direction
    where s.name ->> 'zh' ilike $2 or s.name ->> 'en' ilike $2
       or exists (select from unnest(s.alias || s.weak || s.gaps || s.wanted || s.leaders) word where word ilike $2)
    order by ${begins(`s.name ->> 'zh'`)}, s.position limit $4`,
  firm: `
    select f.id::text as id, f.name as title, concat_ws(' · ', f.uscc, ${unitName}) as subtitle,
           ${at('coalesce(f.geom, (select st_pointonsurface(p.geom) from parcel p where p.id = f.parcel))')},
           null::float8[] as bbox, count(*) over ()::int as total
    from firm f left join unit u on u.id = f.unit where f.name ilike $2 or f.uscc ilike $3
    order by ${begins('f.name')}, f.name limit $4`,
  // Numbers that begin with the words come from the index; only where they are too few are all numbers read through.
  parcel: `
    with beginning as (select id, number from parcel where number like $3 order by number, id limit $4),
         holding as (select id, number from parcel
                      where (select count(*) from beginning) < $4 and number ilike $2 and number not like $3
                      order by number, id limit $4),
         hit as (select id, 0 as rank from beginning union all select id, 1 from holding)
    select p.id::text as id, p.number as title, concat_ws(' · ', ${unitName}, p.name) as subtitle,
           ${at('st_pointonsurface(p.geom)')}, ${bboxSql('p.geom')} as bbox,
           (case when (select count(*) from beginning) < $4 then
             (select count(*) from parcel where number ilike $2)
            else (select count(*) from parcel where number like $3) end)::int as total
    from hit join parcel p using (id) left join unit u on u.id = p.unit
    order by hit.rank, p.number, p.id limit $4`,
};

/** Finds records of one kind whose name, number, alias or link contains the words; parks by their theme too. */
export function findNamesQuery(kind: SearchedKind, words: string, lang: 'zh' | 'en', limit: number): Statement {
  const escaped = escapeLike(words);
  return { text: texts[kind], values: [lang, `%${escaped}%`, `${escaped}%`, limit] };
}

/** The best hits of one kind, those that begin with the words first. */
export async function findNames(
  db: Queryable,
  kind: SearchedKind,
  words: string,
  lang: 'zh' | 'en',
  limit: number,
): Promise<NameFound[]> {
  return db.query(findNamesQuery(kind, words, lang, limit), row);
}
