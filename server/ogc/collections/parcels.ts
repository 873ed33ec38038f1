import { unitBasisWords } from '../../../data/words/exports';
import { collectionWords } from '../../../data/words/ogc';
import { leftoverWords, statusWords, tenureWords, useWords } from '../../../data/words/vocabulary';
import { type Collection, muSql, property, sourceTitle, timestamp, unitName } from './collection';

const PARK = `(select %s from park_member m join park k on k.id = m.park where m.parcel = p.id
               order by k.kind = 'official' desc, k.id limit 1)`;
/** Asked of all parcels, a park is joined as a set: looked up row by row it would take seconds. */
const PARKS = `left join (select distinct on (m.parcel) m.parcel, k.id, k.name
                            from park_member m join park k on k.id = m.park
                           order by m.parcel, k.kind = 'official' desc, k.id) k on k.parcel = p.id`;

/** All parcels. Prices stay out, as do firms with all that is theirs. */
export const parcels: Collection = {
  id: 'parcels',
  ...collectionWords.parcels,
  from: () => 'parcel p',
  key: 'p.id',
  keyType: 'integer',
  ground: 'p.geom',
  geometryFormat: 'geometry-multipolygon',
  time: 'changedAt',
  properties: [
    property('number', 'string', 'p.number'),
    property('name', 'string', 'p.name'),
    property('unit', 'string', 'p.unit'),
    unitName('p'),
    property('unitBasis', 'string', 'p.unit_basis', { words: unitBasisWords }),
    property('use', 'string', 'p.use_group', { words: useWords }),
    property('useCode', 'string', 'p.use_code'),
    property('status', 'string', 'p.status', { words: statusWords }),
    property('tenure', 'string', 'p.tenure', { words: tenureWords }),
    property('areaMu', 'number', muSql('p.area_square_metres')),
    property('areaSquareMetres', 'number', 'p.area_square_metres'),
    property('declaredAreaSquareMetres', 'number', 'p.declared_area_square_metres'),
    property('plotRatio', 'number', 'p.plot_ratio::float8'),
    property('buildingDensity', 'number', 'p.building_density::float8'),
    property('heightLimitMetres', 'number', 'p.height_limit_metres::float8'),
    property('greenShare', 'number', 'p.green_share::float8'),
    property('farmland', 'boolean', 'p.farmland'),
    property('park', 'string', PARK.replace('%s', 'k.id::text'), { asked: { join: PARKS, sql: 'k.id::text' } }),
    property('parkName', 'string', PARK.replace('%s', 'k.name'), { asked: { join: PARKS, sql: 'k.name' } }),
    property('leftover', 'string', '(select f.kind from leading_leftover f where f.parcel = p.id)', {
      asked: { join: 'left join leading_leftover f on f.parcel = p.id', sql: 'f.kind' },
      words: leftoverWords,
    }),
    property('source', 'string', 'p.source'),
    sourceTitle('p'),
    property('sample', 'boolean', 'p.sample'),
    timestamp('changedAt', 'p.changed_at'),
  ],
  layer: 'parcels',
  alsoFrom: ['zones', 'rulings'],
  sourceTable: 'parcel',
  hasSample: true,
};
