import { collectionWords } from '../../../data/words/ogc';
import { contiguityWords, verdictWords } from '../../../data/words/vocabulary';
import { type Collection, muSql, property, timeSql } from './collection';

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
    property('kind', 'string', 'k.kind'),
    property('unit', 'string', 'k.unit'),
    property('unitName', 'named', '(select u.name from unit u where u.id = k.unit)'),
    property('theme', 'string', 'k.theme'),
    property('memberCount', 'integer', '(select count(*)::int from park_member m where m.park = k.id)'),
    property('areaMu', 'number', muSql('k.area_square_metres')),
    property('title', 'string', 'v.title', { words: verdictWords }),
    property('contiguity', 'string', 'v.contiguity', { words: contiguityWords }),
    property('source', 'string', 'k.source'),
    property('sample', 'boolean', 'k.sample'),
    property('changedAt', 'timestamp', timeSql('k.changed_at'), { asked: { join: '', sql: 'k.changed_at' } }),
  ],
  layer: 'parks',
  alsoFrom: [],
  sourceTable: 'park',
  hasSample: true,
};
