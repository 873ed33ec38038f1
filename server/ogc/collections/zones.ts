import { collectionWords, unitKindWords } from '../../../data/words/ogc';
import { type Collection, property, sourceTitle } from './collection';

/** The units of the plan and their neighbours. */
export const zones: Collection = {
  id: 'zones',
  ...collectionWords.zones,
  from: () => 'unit u',
  key: 'u.id',
  keyType: 'text',
  ground: 'u.geom',
  geometryFormat: 'geometry-multipolygon',
  time: null,
  properties: [
    property('name', 'named', 'u.name'),
    property('name_zh', 'string', "u.name ->> 'zh'"),
    property('name_en', 'string', "u.name ->> 'en'"),
    property('kind', 'string', 'u.kind', { words: unitKindWords }),
    property('belt', 'string', 'u.belt'),
    property('beltName', 'named', '(select b.name from belt b where b.id = u.belt)'),
    property('adcode', 'string', 'u.adcode'),
    property('schematic', 'boolean', 'u.schematic'),
    property('source', 'string', 'u.source'),
    sourceTitle('u'),
  ],
  layer: 'zones',
  alsoFrom: [],
  sourceTable: 'unit',
  hasSample: false,
};
