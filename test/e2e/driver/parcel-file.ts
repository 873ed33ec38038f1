import { listParcels } from '../../../data/contract';
import type { Bbox } from '../../../data/contract/geojson';
import { ask } from './ask';

type Ring = [number, number][];
const columnsInGrid = 10;
const records = 60;
const stepDegrees = 0.0006;
const sideDegrees = 0.0005;
/** Metres in a degree of latitude and, near 25° north, of longitude: close enough to declare an area by. */
const metresOfDegree = { lat: 110_780, lon: 100_950 };
const faults = { crossing: 10, twin: 20, outside: 30, wrongArea: 40 };

/** Open ground in the city, beside a window that is built on: where no parcel lies yet. */
export async function openGroundBy([, , east, north]: Bbox): Promise<[lon: number, lat: number]> {
  const span = columnsInGrid * stepDegrees;
  for (let away = 0.004; away < 0.2; away += span) {
    const [west, south] = [east + away, north + away];
    const bbox = [west, south, west + span, south + span].join();
    if ((await ask(listParcels, { query: { bbox, limit: 1 } })).total === 0) return [west, south];
  }
  throw new Error('there is no open ground beside this window');
}

/**
 * A GeoJSON file of sixty parcels as a bureau would hand it over: columns by their pinyin initials, and four records
 * with trouble: a ring that crosses itself, a number used twice, a place outside the city, an area 10 % too large.
 */
export function writeParcelFile([west, south]: readonly [number, number]): {
  name: string;
  mimeType: string;
  buffer: Buffer;
} {
  const features = Array.from({ length: records }, (_, index) => {
    const lon = west + (index % columnsInGrid) * stepDegrees + (index === faults.outside ? 5 : 0);
    const lat = south + Math.floor(index / columnsInGrid) * stepDegrees;
    const width = sideDegrees * (0.8 + 0.2 * seeded(index));
    const areaSquareMetres = width * metresOfDegree.lon * sideDegrees * metresOfDegree.lat;
    const number = index === faults.twin ? 5 : index;
    return {
      type: 'Feature',
      properties: {
        DKBH: `E2E-${String(number).padStart(4, '0')}`,
        DKMC: `测试地块${index}`,
        DKMJ: Math.round(areaSquareMetres * (index === faults.wrongArea ? 1.1 : 1)),
      },
      geometry: { type: 'Polygon', coordinates: [ringOf(lon, lat, width, index === faults.crossing)] },
    };
  });
  const buffer = Buffer.from(JSON.stringify({ type: 'FeatureCollection', features }));
  return { name: 'bureau.geojson', mimeType: 'application/geo+json', buffer };
}

function ringOf(lon: number, lat: number, width: number, crosses: boolean): Ring {
  const low: Ring = [
    [lon, lat],
    [lon + width, lat],
  ];
  const high: Ring = [
    [lon + width, lat + sideDegrees],
    [lon, lat + sideDegrees],
  ];
  return [...low, ...(crosses ? high.reverse() : high), [lon, lat]];
}

/** A number between 0 and 1 that is the same in every run. */
const seeded = (index: number): number => ((index * 7919 + 104_729) % 1009) / 1009;
