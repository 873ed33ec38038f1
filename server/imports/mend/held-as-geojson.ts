import { z } from 'zod';
import type { HeldRecord } from '../../db/imports/list-quarantine';
import type { Lang } from '../../lang';
import { sayHeld } from '../say-import';
import { columnsOf, headsOf } from './held-heads';

const shape = z.object({ crs: z.string().nullish(), type: z.string(), coordinates: z.unknown() });
const bare = z.object({ crs: z.string().nullish(), geometry: z.unknown() });
const crsHead: Record<Lang, string> = { zh: '坐标系', en: 'crs' };

/**
 * Records held back as GeoJSON for the sender: coordinates and properties as they came, why each is held back, and the CRS in
 * which its coordinates were read, since they need not be degrees.
 */
export function heldAsGeoJson(rows: readonly HeldRecord[], lang: Lang): string {
  const columns = new Set(columnsOf(rows));
  const free = (head: string): string => (columns.has(head) ? free(`${head}*`) : head);
  const { record, code, reason, remedy } = headsOf(lang);
  const features = rows.map((row) => {
    const said = sayHeld(row, lang);
    const { crs, geometry } = asCame(row.original ?? row.sound);
    return {
      type: 'Feature',
      id: row.record,
      geometry,
      properties: {
        ...row.raw,
        [free(record)]: row.record,
        [free(code)]: row.code,
        [free(reason)]: said.message,
        [free(remedy)]: said.remedy,
        [free(crsHead[lang])]: crs,
      },
    };
  });
  return JSON.stringify({ type: 'FeatureCollection', features });
}

function asCame(original: unknown): { crs: string | null; geometry: unknown } {
  const drawn = shape.safeParse(original).data;
  if (drawn) return { crs: nameOf(drawn.crs), geometry: { type: drawn.type, coordinates: drawn.coordinates } };
  const other = bare.safeParse(original).data;
  return { crs: nameOf(other?.crs), geometry: other?.geometry ?? null };
}

const nameOf = (crs: string | null | undefined): string | null =>
  crs && /^\d+(:yx)?$/.test(crs) ? `EPSG:${crs}` : (crs ?? null);
