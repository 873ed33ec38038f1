import { collectionWords, parkKindWords } from '../../../data/words/ogc';
import { contiguityWords, verdictWords } from '../../../data/words/vocabulary';
import { type Collection, muSql, property, sourceTitle, timestamp, unitName } from './collection';

/** A theme that is no segment of the plan is a name already. */
const THEME_NAME = `coalesce((select s.name from segment s where s.id = k.theme),
                             case when k.theme is not null then jsonb_build_object('zh', k.theme, 'en', k.theme) end)`;

/** All parks. The verdicts come from the core: they are bound as a table, so that they can be asked like a column. */
export const parks: Collection = {
  id: 'parks',
  ...collectionWords.parks,
  from: (bind, { verdicts }) =>
    `park k left join unnest(${bind(verdicts.map(({ id }) => id))}::bigint[],
                             ${bind(verdicts.map(({ title }) => title))}::text[],
                             ${bind(verdicts.map(({ contiguity }) => contiguity))}::text[])
                      as v(id, title, contiguity) on v.id = k.id`,
  key: 'k.id',
  keyType: 'integer',
  ground: 'k.geom',
  geometryFormat: 'geometry-multipolygon',
  time: 'changedAt',
  properties: [
    property('name', 'string', 'k.name'),
    property('kind', 'string', 'k.kind', { words: parkKindWords }),
    property('unit', 'string', 'k.unit'),
    unitName('k'),
    property('theme', 'string', 'k.theme'),
    property('themeName', 'named', THEME_NAME),
    property('memberCount', 'integer', '(select count(*)::int from park_member m where m.park = k.id)'),
    property('areaMu', 'number', muSql('k.area_square_metres')),
    property('title', 'string', 'v.title', { words: verdictWords }),
    property('contiguity', 'string', 'v.contiguity', { words: contiguityWords }),
    property('source', 'string', 'k.source'),
    sourceTitle('k'),
    property('sample', 'boolean', 'k.sample'),
    timestamp('changedAt', 'k.changed_at'),
  ],
  layer: 'parks',
  alsoFrom: [],
  sourceTable: 'park',
  hasSample: true,
};
