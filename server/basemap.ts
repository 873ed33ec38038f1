/** A basemap as the page and the content policy need it; all empty when none is set. */
export interface Basemap {
  readonly styleUrl: string | null;
  readonly attribution: string | null;
  /** Origins that the page may fetch from. */
  readonly origins: string[];
  /** A style that we serve ourselves because the publisher offers tiles only. */
  readonly style: object | null;
}

/** Where our own style of the basemap is served. */
export const basemapPath = '/basemap/style.json';

const hosts = Array.from({ length: 8 }, (_, i) => `https://t${i}.tianditu.gov.cn`);
/** Tianditu's vector picture and its Chinese labels, in Web Mercator (its datum is CGCS2000). */
const pictures = ['vec', 'cva'] as const;

/**
 * Reads the one setting of the basemap: `tianditu:KEY` with the owner's key, or the URL of any MapLibre style, with
 * the further origins that style fetches from after commas. Null if it is neither.
 */
export function readBasemap(setting: string | undefined): Basemap | null {
  if (!setting) return { styleUrl: null, attribution: null, origins: [], style: null };
  const key = /^tianditu:([\w-]+)$/.exec(setting)?.[1];
  if (key) return { styleUrl: basemapPath, attribution: '天地图 Tianditu', origins: hosts, style: tiandituStyle(key) };
  const [style, ...origins] = setting.split(',').map((part) => part.trim());
  if (!style || ![style, ...origins].every((url) => /^https?:\/\//.test(url) && URL.canParse(url))) return null;
  return {
    styleUrl: style,
    attribution: new URL(style).host,
    origins: [...new Set([style, ...origins].map((url) => new URL(url).origin))],
    style: null,
  };
}

function tiandituStyle(key: string): object {
  const source = (picture: string) => ({
    type: 'raster',
    tileSize: 256,
    maxzoom: 18,
    attribution: '天地图 Tianditu',
    tiles: hosts.map(
      (host) =>
        `${host}/${picture}_w/wmts?SERVICE=WMTS&REQUEST=GetTile&VERSION=1.0.0&LAYER=${picture}&STYLE=default` +
        `&TILEMATRIXSET=w&FORMAT=tiles&TILEMATRIX={z}&TILEROW={y}&TILECOL={x}&tk=${key}`,
    ),
  });
  return {
    version: 8,
    sources: Object.fromEntries(pictures.map((picture) => [`tianditu-${picture}`, source(picture)])),
    layers: pictures.map((picture) => ({
      id: `tianditu-${picture}`,
      type: 'raster',
      source: `tianditu-${picture}`,
    })),
  };
}
