const megabyte = 1024 * 1024;

/** What an archive may be at most; judged from its directory before a byte is unpacked, and again while unpacking. */
export interface ArchiveLimits {
  unpackedBytes: number;
  /** Bytes out for each byte in; a real shapefile stays under 20, a bomb goes to 1,000. */
  ratio: number;
  files: number;
}

/** What a reader takes on at most; each stands for what it would cost to go on. */
export interface ReadingLimits {
  archive: ArchiveLimits;
  /** Held in memory whole, as text and as objects: about eight times as much memory. Line-wise formats have no such limit. */
  wholeFileBytes: number;
  /** One line or feature of a line-wise format: longer is no line, and would be held whole. */
  lineBytes: number;
  /** No GeoJSON needs more: collection, features, feature, geometry, three rings of arrays, and properties of its own. */
  jsonDepth: number;
  /** Folders in folders of a KML; a bureau's go to five or six. */
  xmlDepth: number;
  /** Vertices that a table may list when its rows are drawn: they are gathered by plot before the first can be told. */
  tableVertices: number;
  tableColumns: number;
  /** GDAL's thread is ended after this long. */
  gdalMs: number;
}

export const readingLimits: ReadingLimits = {
  archive: { unpackedBytes: 1024 * megabyte, ratio: 200, files: 1000 },
  wholeFileBytes: 256 * megabyte,
  lineBytes: 64 * megabyte,
  jsonDepth: 64,
  xmlDepth: 64,
  tableVertices: 5_000_000,
  tableColumns: 1000,
  gdalMs: 10 * 60_000,
};
