/** Tile coordinates run from 0 to EXTENT in x (east) and y (south); a margin of BUFFER is drawn beyond each edge. */
export const EXTENT = 4096;
export const BUFFER = 64;
export const MIN_ZOOM = 5;
export const MAX_ZOOM = 18;

const EDGE_METRES = 20_037_508.342789244;

/** Where a tile lies: its corner and scale in EPSG:3857, and the window it draws with its margin. */
export interface TileFrame {
  zoom: number;
  west: number;
  north: number;
  /** Tile units per metre of EPSG:3857. */
  unitsPerMetre: number;
  /** West, south, east, north in EPSG:3857, margin included. */
  window: readonly [number, number, number, number];
}

/** The frame of a tile; null where there is no such tile or the zoom is not served. */
export function tileFrame(zoom: number, x: number, y: number): TileFrame | null {
  const across = 2 ** zoom;
  const whole = [zoom, x, y].every((value) => Number.isInteger(value) && value >= 0);
  if (!whole || zoom < MIN_ZOOM || zoom > MAX_ZOOM || x >= across || y >= across) return null;
  const side = (2 * EDGE_METRES) / across;
  const margin = (side * BUFFER) / EXTENT;
  const west = -EDGE_METRES + x * side;
  const north = EDGE_METRES - y * side;
  return {
    zoom,
    west,
    north,
    unitsPerMetre: EXTENT / side,
    window: [west - margin, north - side - margin, west + side + margin, north + margin],
  };
}
