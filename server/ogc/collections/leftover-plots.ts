import { collectionWords, decisionWords } from '../../../data/words/ogc';
import { leftoverWords, statusWords, tenureWords } from '../../../data/words/vocabulary';
import { storedFinding } from '../../db/leftover/stored-finding';
import { toldFinding } from '../../findings/told-finding';
import { type Collection, muSql, property, sourceTitle, timestamp, unitName } from './collection';

/** Suspected leftover plots, each once, under what leads: a ruling, then the surest class, then the oldest park. */
export const leftoverPlots: Collection = {
  id: 'leftover-plots',
  ...collectionWords['leftover-plots'],
  from: () => `leading_leftover f join parcel p on p.id = f.parcel join park k on k.id = f.park
               join leftover_finding x on x.park = f.park and x.parcel = f.parcel`,
  key: 'p.id',
  keyType: 'integer',
  ground: 'p.geom',
  geometryFormat: 'geometry-multipolygon',
  time: 'foundAt',
  properties: [
    property('number', 'string', 'p.number'),
    property('class', 'string', 'f.kind', { words: leftoverWords }),
    property('found', 'string', 'f.found', { words: leftoverWords }),
    property('decision', 'string', 'f.decision', { words: decisionWords }),
    property('suspected', 'boolean', 'f.ruling is null'),
    property('areaMu', 'number', muSql('p.area_square_metres')),
    property('park', 'string', 'k.id::text'),
    property('parkName', 'string', 'k.name'),
    property('unit', 'string', 'p.unit'),
    unitName('p'),
    property('status', 'string', 'p.status', { words: statusWords }),
    property('tenure', 'string', 'p.tenure', { words: tenureWords }),
    property('source', 'string', 'p.source'),
    sourceTitle('p'),
    property('sample', 'boolean', 'p.sample'),
    timestamp('foundAt', 'x.at'),
  ],
  extra: { finding: 'f.finding' },
  tell: (row, lang) => {
    const { because, missing } = toldFinding(storedFinding.parse(row.finding), lang);
    return { because: because.join(' '), missing: missing.join(' ') || null };
  },
  told: ['because', 'missing'],
  layer: 'leftover',
  alsoFrom: ['zones', 'rulings'],
  sourceTable: 'parcel',
  hasSample: true,
};
