import { collectionWords } from '../../../data/words/ogc';
import { surroundingWords } from '../../../data/words/vocabulary';
import { type Collection, property, sourceTitle } from './collection';

/** What lies between and around plots; a line stands for its width of land. */
export const corridors: Collection = {
  id: 'corridors',
  ...collectionWords.corridors,
  from: () => 'corridor c',
  key: 'c.id',
  keyType: 'integer',
  ground: 'c.geom',
  geometryFormat: 'geometry-any',
  time: null,
  properties: [
    property('name', 'string', 'c.name'),
    property('kind', 'string', 'c.kind', { words: surroundingWords }),
    property('widthMetres', 'number', 'c.width_metres'),
    property('source', 'string', 'c.source'),
    sourceTitle('c'),
    property('sample', 'boolean', 'c.sample'),
  ],
  layer: 'corridors',
  alsoFrom: [],
  sourceTable: 'corridor',
  hasSample: true,
};
