import { ogcWords } from '../../../data/words/ogc';
import { type Document, mediaTypes, ownLinks, type Reader } from './document';

const SPEC = 'http://www.opengis.net/spec/';
/** Only classes that hold, each shown by test/routes/ogc*.test.ts; what is near to holding is named in docs/ogc.md. */
export const conformsTo: readonly string[] = [
  'ogcapi-common-1/1.0/conf/core',
  'ogcapi-common-2/1.0/conf/collections',
  'ogcapi-features-1/1.0/conf/core',
  'ogcapi-features-1/1.0/conf/oas30',
  'ogcapi-features-1/1.0/conf/geojson',
  'ogcapi-features-1/1.0/conf/html',
  'ogcapi-features-2/1.0/conf/crs',
  'ogcapi-features-3/1.0/conf/queryables',
  'ogcapi-features-3/1.0/conf/queryables-query-parameters',
  'ogcapi-features-3/1.0/conf/filter',
  'ogcapi-features-3/1.0/conf/features-filter',
  'cql2/1.0/conf/cql2-text',
  'cql2/1.0/conf/basic-cql2',
  'cql2/1.0/conf/advanced-comparison-operators',
  'cql2/1.0/conf/case-insensitive-comparison',
  'cql2/1.0/conf/basic-spatial-functions',
  'cql2/1.0/conf/basic-spatial-functions-plus',
  'cql2/1.0/conf/spatial-functions',
  'ogcapi-tiles-1/1.0/conf/core',
  'ogcapi-tiles-1/1.0/conf/tileset',
  'ogcapi-tiles-1/1.0/conf/tilesets-list',
  'ogcapi-tiles-1/1.0/conf/geodata-tilesets',
  'ogcapi-tiles-1/1.0/conf/mvt',
].map((name) => SPEC + name);

/** What the service conforms to. */
export function conformanceDocument(reader: Reader): Document {
  const links = ownLinks(reader, mediaTypes.json, ogcWords);
  return {
    title: ogcWords.conformance[reader.lang],
    lines: [],
    json: { conformsTo, links },
    table: { head: ['URI'], rows: conformsTo.map((uri) => [uri]) },
  };
}
