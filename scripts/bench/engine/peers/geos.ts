import initGeosJs from 'geos-wasm';
import { eachPairWithin, indexOf } from '../../../../server/core/fabric/fabric';
import { Groups } from '../../../../server/core/fabric/groups';
import { Contacts, type PieceCounts } from './answers';
import { type PeerPlot, parkRanges, wkbOf } from './peer-ground';

type Geos = Awaited<ReturnType<typeof initGeosJs>>;
type Shape = ReturnType<Geos['GEOSWKBReader_read']>;

/** GEOS in WebAssembly with the plots read into it; pairs come from the same index of boxes as ours. */
export interface GeosPeer {
  pieces(metres: number): PieceCounts;
  /** Length of the exact intersection of boundaries. */
  contacts(metres: number): Contacts;
  close(): void;
}

/** Opens GEOS and reads the plots. */
export async function openGeos(plots: readonly PeerPlot[]): Promise<GeosPeer> {
  const geos = await initGeosJs();
  const reader = geos.GEOSWKBReader_create();
  const shapes = plots.map((plot) => readShape(geos, reader, wkbOf(plot)));
  const length = geos.Module._malloc(8);
  const eachPair = (metres: number, visit: (a: number, b: number, from: number) => void): void => {
    for (const { from, to } of parkRanges(plots)) {
      const parts = plots.slice(from, to).map(({ part }) => part);
      eachPairWithin(parts, indexOf(parts), metres, (i, j) => visit(from + i, from + j, from));
    }
  };
  const shapeAt = (place: number): Shape => shapes[place] as Shape;
  return {
    pieces: (metres) => {
      const groups = new Groups(plots.length);
      eachPair(metres, (a, b) => {
        if (!groups.same(a, b) && geos.GEOSDistanceWithin(shapeAt(a), shapeAt(b), metres) === 1) groups.join(a, b);
      });
      return parkRanges(plots).map(({ from, to }) => {
        const roots = Array.from({ length: to - from }, (_, i) => groups.find(from + i));
        return new Set(roots).size;
      });
    },
    contacts: (metres) => {
      const contacts = new Contacts(plots.length);
      const boundaries = shapes.map((shape) => geos.GEOSBoundary(shape));
      eachPair(metres, (a, b) => {
        const common = geos.GEOSIntersection(boundaries[a] as Shape, boundaries[b] as Shape);
        geos.GEOSLength(common, length);
        const found = geos.Module.getValue(length, 'double');
        geos.GEOSGeom_destroy(common);
        if (found > 0) contacts.add(a, b, found);
      });
      for (const boundary of boundaries) geos.GEOSGeom_destroy(boundary);
      return contacts;
    },
    close: () => {
      for (const shape of shapes) geos.GEOSGeom_destroy(shape);
      geos.GEOSWKBReader_destroy(reader);
      geos.Module._free(length);
    },
  };
}

function readShape(geos: Geos, reader: ReturnType<Geos['GEOSWKBReader_create']>, wkb: Buffer): Shape {
  const at = geos.Module._malloc(wkb.length);
  geos.Module.HEAPU8.set(wkb, Number(at));
  const shape = geos.GEOSWKBReader_read(reader, at, wkb.length);
  geos.Module._free(at);
  return shape;
}
