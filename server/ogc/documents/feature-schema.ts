import { propertyWords, ogcWords as words } from '../../../data/words/ogc';
import type { Lang } from '../../lang';
import type { Collection } from '../collections/collection';
import { propertySchema } from './queryables';

const geometries = {
  'geometry-multipolygon': ['MultiPolygon'],
  'geometry-any': ['LineString', 'MultiLineString', 'Polygon', 'MultiPolygon'],
} as const;

/** The schema of a feature of a collection as its items are answered, codes and the words beside them, for OpenAPI 3.0. */
export function featureSchema(collection: Collection, lang: Lang): Record<string, unknown> {
  const shown = collection.properties.flatMap((property) => [
    [property.name, { ...propertySchema(property, lang), nullable: true }],
    ...(property.words
      ? [
          [
            `${property.name}Text`,
            { title: property.title[lang] + words.inWords[lang], type: 'string', nullable: true },
          ],
        ]
      : []),
  ]);
  const told = (collection.told ?? []).map((name) => [
    name,
    { title: propertyWords[name][lang], type: 'string', nullable: true },
  ]);
  return {
    type: 'object',
    required: ['type', 'id', 'geometry', 'properties'],
    properties: {
      type: { type: 'string', enum: ['Feature'] },
      id: { type: collection.keyType === 'integer' ? 'integer' : 'string' },
      geometry: {
        type: 'object',
        required: ['type', 'coordinates'],
        properties: {
          type: { type: 'string', enum: geometries[collection.geometryFormat] },
          coordinates: { type: 'array', items: {} },
        },
      },
      properties: { type: 'object', properties: Object.fromEntries([...shown, ...told]) },
    },
  };
}
