import { propertyWords, ogcWords as words } from '../../../data/words/ogc';
import { GEOMETRY } from '../../db/ogc/compile-filter';
import type { Collection, Property } from '../collections/collection';
import type { Document, Reader } from './document';

const jsonTypes: Record<Property['type'], object> = {
  string: { type: 'string' },
  named: { type: 'string' },
  number: { type: 'number' },
  integer: { type: 'integer' },
  boolean: { type: 'boolean' },
  timestamp: { type: 'string', format: 'date-time' },
};

/** The JSON schema of one property as it is asked for: the codes, and in the description what each of them means. */
export function propertySchema(property: Property, lang: Reader['lang']): Record<string, unknown> {
  return {
    title: property.title[lang],
    ...(property.words && { description: valuesOf(property, lang) }),
    ...jsonTypes[property.type],
    ...(property.words && { enum: Object.keys(property.words) }),
  };
}

/** The values that a property may take, each with its word. */
function valuesOf({ words: values }: Property, lang: Reader['lang']): string {
  return Object.entries(values ?? {})
    .map(([value, word]) => `${value} ${word[lang]}`)
    .join(' · ');
}

/** What can be asked of a collection, as a JSON schema. */
export function queryablesDocument(collection: Collection, reader: Reader): Document {
  const asked = collection.properties.filter((property) => property.asked !== null);
  const geometry = {
    title: propertyWords.geometry[reader.lang],
    'x-ogc-role': 'primary-geometry',
    format: collection.geometryFormat,
  };
  const title = `${collection.title[reader.lang]} · ${words.queryables[reader.lang]}`;
  const json = {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: `${reader.base}/collections/${collection.id}/queryables`,
    type: 'object',
    title,
    properties: {
      ...Object.fromEntries(asked.map((property) => [property.name, propertySchema(property, reader.lang)])),
      [GEOMETRY]: geometry,
    },
    additionalProperties: false,
  };
  const rows = asked.map((property) => [
    property.name,
    property.title[reader.lang],
    property.type,
    valuesOf(property, reader.lang),
  ]);
  return {
    title,
    lines: [],
    json,
    table: { head: [words.field, words.meaning, words.type, words.values].map((word) => word[reader.lang]), rows },
  };
}
