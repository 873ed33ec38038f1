import { propertyWords, ogcWords as words } from '../../../data/words/ogc';
import type { Lang } from '../../lang';
import type { Collection, ItemRow } from '../collections/collection';
import { type Coordinates, crs84, type OgcCrs, turned } from '../crs';
import { type Document, type Link, linkTo, mediaTypes, ownLinks, type Reader, withParameter } from './document';

type Properties = Record<string, unknown>;

/** The properties of a feature: values, the words for them, and sentences, all in the reader's language. */
export function propertiesOf(collection: Collection, row: ItemRow, lang: Lang): Properties {
  const properties: Properties = {};
  for (const { name, type, words: values } of collection.properties) {
    const value = row[name] ?? null;
    properties[name] = type === 'named' ? ((value as Record<Lang, string> | null)?.[lang] ?? null) : value;
    if (values) properties[`${name}Text`] = values[String(value)]?.[lang] ?? null;
  }
  return { ...properties, ...collection.tell?.(row, lang) };
}

/** A feature as GeoJSON text. Geometry in CRS84 is passed on as the database wrote it. */
export function featureText(collection: Collection, row: ItemRow, crs: OgcCrs, lang: Lang, links?: Link[]): string {
  const id = collection.keyType === 'integer' ? Number(row.key) : row.key;
  const tail = links ? `,"links":${JSON.stringify(links)}` : '';
  return `{"type":"Feature","id":${JSON.stringify(id)},"geometry":${geometryText(row.geometry, crs)},"properties":${JSON.stringify(propertiesOf(collection, row, lang))}${tail}}`;
}

function geometryText(geometry: string, crs: OgcCrs): string {
  if (crs.uri === crs84.uri) return geometry;
  const { type, coordinates } = JSON.parse(geometry) as { type: string; coordinates: Coordinates };
  return JSON.stringify({ type, coordinates: turned(coordinates, crs.fromLonLat) });
}

/** A page of features with what is said of it. */
export interface Page {
  readonly collection: Collection;
  readonly rows: readonly ItemRow[];
  readonly matched: number;
  /** Where the next page begins; null on the last. */
  readonly next: string | null;
}

/** The links of a page of features. */
export function pageLinks({ collection, next }: Page, reader: Reader): Link[] {
  const own = `/collections/${collection.id}`;
  return [
    ...ownLinks(reader, mediaTypes.geojson, words),
    linkTo(reader, 'collection', own, mediaTypes.json, words.collection),
    ...(next === null
      ? []
      : [linkTo(reader, 'next', withParameter(reader.path, 'token', next), mediaTypes.geojson, words.next)]),
  ];
}

/** A page of features as GeoJSON text; an hour stands in it only as the moment of the answer. */
export function pageText(page: Page, crs: OgcCrs, reader: Reader, now: Date): string {
  const features = page.rows.map((row) => featureText(page.collection, row, crs, reader.lang));
  const head = {
    type: 'FeatureCollection',
    timeStamp: now.toISOString(),
    numberMatched: page.matched,
    numberReturned: page.rows.length,
    links: pageLinks(page, reader),
  };
  return `${JSON.stringify(head).slice(0, -1)},"features":[${features.join(',\n')}]}`;
}

/** A page of features as a table. */
export function pageTable(page: Page, reader: Reader): Document {
  const { collection, rows, matched } = page;
  const { lang } = reader;
  const all = rows.map((row) => propertiesOf(collection, row, lang));
  // A page shows the words; the values behind them are for programs.
  const columns = [
    ...collection.properties.map(({ name, title, words: values }) => ({ name: values ? `${name}Text` : name, title })),
    ...(collection.told ?? []).map((name) => ({ name, title: propertyWords[name] })),
  ];
  return {
    title: collection.title[lang],
    lines: [`${words.count[lang]} ${matched} · ${words.shown[lang]} ${rows.length}`, words.illustration[lang]],
    json: { links: pageLinks(page, reader) },
    table: {
      head: ['id', ...columns.map(({ title }) => title[lang])],
      rows: rows.map((row, n) => [row.key, ...columns.map(({ name }) => all[n]?.[name])]),
    },
  };
}
