import { ogcWords as words } from '../../../data/words/ogc';
import { sourceTextIn } from '../../../data/words/sources';
import type { SourceOf } from '../../db/ogc/list-sources-of';
import type { CollectionExtent } from '../../db/ogc/measure-extent';
import { collections } from '../collections/all';
import type { Collection } from '../collections/collection';
import { crs84, ogcSystems, STORAGE_CRS } from '../crs';
import { type Document, linkTo, mediaTypes, ownLinks, type Reader, relations } from './document';

/** A collection with what is known of it now. */
export interface Surveyed {
  readonly collection: Collection;
  readonly extent: CollectionExtent;
  readonly sources: readonly SourceOf[];
}

/** One collection: title, licence, sources, extent, systems and where its features and tiles lie. */
export function collectionDocument(surveyed: Surveyed, reader: Reader): Document {
  const { collection, extent, sources } = surveyed;
  const { lang } = reader;
  const own = `/collections/${collection.id}`;
  const title = collection.title[lang];
  const marks = [words.illustration[lang], ...(extent.sample ? [words.sampleMark[lang]] : [])];
  const told = sources.map((source) => ({
    id: source.id,
    title: source.title[lang],
    publisher: sourceTextIn(source.publisher, lang),
    licence: sourceTextIn(source.licence, lang),
    sample: source.sample,
    schematic: source.schematic,
  }));
  const attribution = told.map((source) => `${source.title} (${source.publisher})`).join('; ');
  const json = {
    id: collection.id,
    title,
    description: [collection.description[lang], ...marks].join(' '),
    attribution,
    license: [...new Set(told.map(({ licence }) => licence))].join('; '),
    sources: told,
    sample: extent.sample,
    itemType: 'feature',
    extent: {
      ...(extent.bbox && { spatial: { bbox: [extent.bbox], crs: crs84.uri } }),
      temporal: { interval: [[extent.from, extent.until]], trs: 'http://www.opengis.net/def/uom/ISO-8601/0/Gregorian' },
    },
    crs: ogcSystems.map(({ uri }) => uri),
    storageCrs: STORAGE_CRS,
    links: [
      ...ownLinks({ ...reader, path: own }, mediaTypes.json, words),
      linkTo(reader, 'items', `${own}/items`, mediaTypes.geojson, words.items),
      linkTo(reader, 'items', `${own}/items?f=html`, mediaTypes.html, words.items),
      linkTo(reader, relations.queryables, `${own}/queryables`, mediaTypes.schema, words.queryables),
      linkTo(reader, relations.tilesets, `${own}/tiles`, mediaTypes.json, words.tilesets),
      linkTo(reader, 'related', `/styles/${collection.id}`, mediaTypes.style, words.style),
    ],
  };
  const { bbox } = extent;
  const facts = [
    `${words.sources[lang]}: ${attribution}`,
    `${words.licence[lang]}: ${json.license}`,
    ...(bbox ? [`${words.extent[lang]}: ${bbox.map((side) => side.toFixed(4)).join(', ')}`] : []),
  ];
  return { title, lines: [json.description, ...facts], json };
}

/** All collections. */
export function collectionsDocument(all: readonly Surveyed[], reader: Reader): Document {
  const parts = all.map((surveyed) => collectionDocument(surveyed, reader));
  const links = ownLinks(reader, mediaTypes.json, words);
  const crs = ogcSystems.map(({ uri }) => uri);
  return {
    title: words.collections[reader.lang],
    lines: [],
    json: { links, collections: parts.map(({ json }) => json), crs },
    parts,
  };
}

/** The collection of a name. */
export function collectionOf(id: string): Collection | null {
  return collections.find((collection) => collection.id === id) ?? null;
}
