import type { Bbox } from '../../../data/contract';
import { ogcWords as words } from '../../../data/words/ogc';
import { sourceTextIn } from '../../../data/words/sources';
import { MAX_ZOOM, MIN_ZOOM } from '../../tiles/address';
import { PARCELS_FROM, tileLayer } from '../../tiles/layers';
import type { Collection } from '../collections/collection';
import { crs84 } from '../crs';
import type { Surveyed } from './collection';
import { type Document, type Link, linkTo, mediaTypes, ownLinks, type Reader, relations } from './document';
import { matrixSetUri, QUAD, tilesOver, WEB_MERCATOR } from './tile-matrix-set';

/** Properties of parks' tiles that come from the core. */
const PARK_VERDICTS = ['title', 'contiguity'];

interface TileLayerTold {
  readonly id: string;
  readonly minzoom: number;
  readonly maxzoom: number;
  readonly fields: readonly string[];
}

/** The layers inside the tiles of a collection; afar parcels are melted into blocks, which are a layer of their own. */
export function layersInside(collection: Collection): TileLayerTold[] {
  const told = (zoom: number, minzoom: number, maxzoom: number): TileLayerTold => {
    const { source, tags } = tileLayer(collection.layer, zoom);
    const fields = [...Object.keys(tags), ...(collection.layer === 'parks' ? PARK_VERDICTS : [])];
    return { id: source, minzoom, maxzoom, fields };
  };
  if (collection.layer !== 'parcels') return [told(MAX_ZOOM, MIN_ZOOM, MAX_ZOOM)];
  return [told(MIN_ZOOM, MIN_ZOOM, PARCELS_FROM - 1), told(PARCELS_FROM, PARCELS_FROM, MAX_ZOOM)];
}

const tilesPath = (collection: Collection) => `/collections/${collection.id}/tiles`;

/** Template of the addresses of a collection's tiles: row before column. */
function tileTemplate(collection: Collection, reader: Reader): Link {
  const path = `${tilesPath(collection)}/${QUAD}/{tileMatrix}/{tileRow}/{tileCol}`;
  return { ...linkTo(reader, 'item', path, mediaTypes.mvt, words.tile), templated: true };
}

/** The tile set of a collection. */
export function tilesetDocument({ collection, extent }: Surveyed, reader: Reader): Document {
  const { lang } = reader;
  const own = `${tilesPath(collection)}/${QUAD}`;
  const title = `${collection.title[lang]} · ${words.tileset[lang]}`;
  const json = {
    title,
    dataType: 'vector',
    crs: WEB_MERCATOR,
    tileMatrixSetURI: matrixSetUri,
    ...(extent.bbox && {
      boundingBox: { lowerLeft: extent.bbox.slice(0, 2), upperRight: extent.bbox.slice(2), crs: crs84.uri },
      tileMatrixSetLimits: tilesOver(extent.bbox, MIN_ZOOM, MAX_ZOOM),
    }),
    layers: layersInside(collection).map(({ id, minzoom, maxzoom, fields }) => ({
      id,
      dataType: 'vector',
      minTileMatrix: String(minzoom),
      maxTileMatrix: String(maxzoom),
      propertiesSchema: { type: 'object', properties: Object.fromEntries(fields.map((name) => [name, {}])) },
    })),
    links: [
      ...ownLinks({ ...reader, path: own }, mediaTypes.json, words),
      linkTo(reader, relations.tilingScheme, `/tileMatrixSets/${QUAD}`, mediaTypes.json, words.tilingScheme),
      linkTo(reader, 'related', `${own}?f=tilejson`, mediaTypes.json, { zh: 'TileJSON', en: 'TileJSON' }),
      linkTo(reader, 'related', `/styles/${collection.id}`, mediaTypes.style, words.style),
      tileTemplate(collection, reader),
    ],
  };
  return { title, lines: [tileTemplate(collection, reader).href], json };
}

/** The list of the tile sets of a collection, which are one. */
export function tilesetsDocument(surveyed: Surveyed, reader: Reader): Document {
  const { json } = tilesetDocument(surveyed, reader);
  const { title, dataType, crs, tileMatrixSetURI, links } = json;
  return {
    title: `${surveyed.collection.title[reader.lang]} · ${words.tilesets[reader.lang]}`,
    lines: [],
    json: {
      links: [
        ...ownLinks(reader, mediaTypes.json, words),
        linkTo(reader, 'item', `${tilesPath(surveyed.collection)}/${QUAD}`, mediaTypes.json, words.tileset),
      ],
      tilesets: [{ title, dataType, crs, tileMatrixSetURI, links }],
    },
  };
}

/** The same as TileJSON 3.0, whose template names the column x and the row y. */
export function tileJson({ collection, extent, sources }: Surveyed, reader: Reader): Record<string, unknown> {
  return {
    tilejson: '3.0.0',
    name: collection.title[reader.lang],
    description: `${collection.description[reader.lang]} ${words.illustration[reader.lang]}`,
    attribution: sources.map(({ publisher }) => sourceTextIn(publisher, reader.lang).replaceAll('<', '‹')).join('; '),
    scheme: 'xyz',
    tiles: [`${reader.base}${tilesPath(collection)}/${QUAD}/{z}/{y}/{x}`],
    minzoom: MIN_ZOOM,
    maxzoom: MAX_ZOOM,
    ...(extent.bbox && { bounds: extent.bbox satisfies Bbox }),
    vector_layers: layersInside(collection).map(({ fields, ...layer }) => ({
      ...layer,
      fields: Object.fromEntries(fields.map((name) => [name, ''])),
    })),
  };
}
