import type { Bbox } from '../../../data/contract';
import { ogcWords as words } from '../../../data/words/ogc';
import { type Document, linkTo, mediaTypes, ownLinks, type Reader } from './document';

/** Name of the one tile matrix set that is served (OGC 17-083r4, annex D.1). */
export const QUAD = 'WebMercatorQuad';
export const matrixSetUri = `http://www.opengis.net/def/tilematrixset/OGC/1.0/${QUAD}`;
export const WEB_MERCATOR = 'http://www.opengis.net/def/crs/EPSG/0/3857';

const EDGE_METRES = 20_037_508.342789244;
const TILE_PIXELS = 256;
/** A pixel of the standardised screen (OGC 17-083r4, 6.2.2). */
const PIXEL_METRES = 0.000_28;
const DEEPEST = 24;

/** The list of tile matrix sets, which is one. */
export function tileMatrixSetsDocument(reader: Reader): Document {
  const link = linkTo(reader, 'self', `/tileMatrixSets/${QUAD}`, mediaTypes.json, words.tilingScheme);
  return {
    title: words.tilingSchemes[reader.lang],
    lines: [],
    json: {
      links: [...ownLinks(reader, mediaTypes.json, words), { ...link, rel: 'item' }],
      tileMatrixSets: [{ id: QUAD, title: QUAD, uri: matrixSetUri, crs: WEB_MERCATOR, links: [link] }],
    },
  };
}

/** The tile matrix set itself. */
export function tileMatrixSetDocument(reader: Reader): Document {
  const tileMatrices = Array.from({ length: DEEPEST + 1 }, (_, zoom) => {
    const cellSize = (2 * EDGE_METRES) / TILE_PIXELS / 2 ** zoom;
    return {
      id: String(zoom),
      scaleDenominator: cellSize / PIXEL_METRES,
      cellSize,
      cornerOfOrigin: 'topLeft',
      pointOfOrigin: [-EDGE_METRES, EDGE_METRES],
      matrixWidth: 2 ** zoom,
      matrixHeight: 2 ** zoom,
      tileWidth: TILE_PIXELS,
      tileHeight: TILE_PIXELS,
    };
  });
  return {
    title: QUAD,
    lines: [matrixSetUri],
    json: {
      id: QUAD,
      title: QUAD,
      uri: matrixSetUri,
      crs: WEB_MERCATOR,
      orderedAxes: ['X', 'Y'],
      wellKnownScaleSet: 'http://www.opengis.net/def/wkss/OGC/1.0/GoogleMapsCompatible',
      tileMatrices,
      links: ownLinks(reader, mediaTypes.json, words),
    },
  };
}

/** The tiles that a box in degrees touches, zoom by zoom. */
export function tilesOver([west, south, east, north]: Bbox, from: number, until: number): object[] {
  return Array.from({ length: until - from + 1 }, (_, n) => {
    const zoom = from + n;
    return {
      tileMatrix: String(zoom),
      minTileRow: rowAt(north, zoom),
      maxTileRow: rowAt(south, zoom),
      minTileCol: columnAt(west, zoom),
      maxTileCol: columnAt(east, zoom),
    };
  });
}

function columnAt(longitude: number, zoom: number): number {
  return within(((longitude + 180) / 360) * 2 ** zoom, zoom);
}

function rowAt(latitude: number, zoom: number): number {
  const radians = (latitude * Math.PI) / 180;
  return within(((1 - Math.asinh(Math.tan(radians)) / Math.PI) / 2) * 2 ** zoom, zoom);
}

function within(place: number, zoom: number): number {
  return Math.min(Math.max(Math.floor(place), 0), 2 ** zoom - 1);
}
