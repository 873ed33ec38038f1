import type { Named } from '../../../data/contract';
import type { Lang } from '../../lang';

/** For whom a document is written: the service's address, the language, and the address asked for. */
export interface Reader {
  readonly base: string;
  readonly lang: Lang;
  /** Path and parameters below the service's address. */
  readonly path: string;
}
export interface Link {
  readonly rel: string;
  readonly href: string;
  readonly type?: string;
  readonly title?: string;
  readonly templated?: true;
}
/** A document of the service: its JSON, and what a page shows of it beside its links. */
export interface Document {
  readonly title: string;
  readonly lines: readonly string[];
  readonly json: Readonly<Record<string, unknown>> & { readonly links?: readonly Link[] };
  readonly table?: { readonly head: readonly string[]; readonly rows: readonly (readonly unknown[])[] };
  /** Documents below this one, each with its links. */
  readonly parts?: readonly Document[];
}

export const mediaTypes = {
  json: 'application/json',
  html: 'text/html',
  geojson: 'application/geo+json',
  schema: 'application/schema+json',
  openapi: 'application/vnd.oai.openapi+json;version=3.0',
  mvt: 'application/vnd.mapbox-vector-tile',
  style: 'application/vnd.mapbox.style+json',
} as const;
const OGC_REL = 'http://www.opengis.net/def/rel/ogc/1.0/';
/** Relations that OGC names by URI. */
export const relations = {
  queryables: `${OGC_REL}queryables`,
  conformance: `${OGC_REL}conformance`,
  tilesets: `${OGC_REL}tilesets-vector`,
  tilingScheme: `${OGC_REL}tiling-scheme`,
  tilingSchemes: `${OGC_REL}tiling-schemes`,
} as const;

/** A link to an address below the service's own. */
export function linkTo(reader: Reader, rel: string, path: string, type: string, title: Named): Link {
  return { rel, href: reader.base + path, type, title: title[reader.lang] };
}

/** The address asked for with one parameter changed; null takes it out. */
export function withParameter(path: string, name: string, value: string | null): string {
  const [before = '', after = ''] = path.split('?');
  const parameters = new URLSearchParams(after);
  if (value === null) parameters.delete(name);
  else parameters.set(name, value);
  const text = parameters.toString();
  return text ? `${before}?${text}` : before;
}

/** The links of a document to itself and to its other form. */
export function ownLinks(reader: Reader, type: string, words: { self: Named; asJson: Named; asHtml: Named }): Link[] {
  const at = (format: string) => withParameter(reader.path, 'f', format);
  return [
    linkTo(reader, 'self', at('json'), type, words.self),
    linkTo(reader, 'alternate', at('html'), mediaTypes.html, words.asHtml),
  ];
}
