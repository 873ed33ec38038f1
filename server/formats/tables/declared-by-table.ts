import { degreesCrs } from '../crs/crs';
import { datumOf } from '../crs/read-prj';
import type { DeclaredCrs } from '../raw-file';
import { type SheetRow, textOf } from './sheet';
import type { Drawing } from './tell-drawing';

const systemName = /坐标系|^(crs|datum)$/i;
const degreeNames = [/经度|^(lon|lng|long|longitude)$/i, /纬度|^(lat|latitude)$/i] as const;
const mostDegrees = [180, 90] as const;

/**
 * What a table says of its coordinates: the datum in the titles above its header, in the headers of its coordinates, or
 * in a column of its own, where that is one that cannot be placed; and degrees where its columns are called so and hold such.
 */
export function declaredByTable(
  drawing: Drawing,
  columns: readonly string[],
  titles: readonly string[],
  rows: readonly SheetRow[],
): DeclaredCrs {
  const own = drawing.kind === 'wkt' ? [drawing.wkt] : [drawing.east, drawing.north];
  const system = columns.findIndex((name) => systemName.test(name));
  const values = system < 0 ? [] : rows.map(({ cells }) => textOf(cells[system]));
  for (const text of new Set([...titles, ...own.map((n) => columns[n] ?? ''), ...values])) {
    const datum = datumOf(nameAsKnown(text));
    if (datum.kind === 'other') return { kind: 'other-datum', title: text, datum: datum.title };
  }
  const isDegrees = own.every((n, at) => {
    const sizes = rows.map(({ cells }) => Math.abs(Number(textOf(cells[n]))));
    return degreeNames[at]?.test((columns[n] ?? '').trim()) && sizes.every((size) => !(size > (mostDegrees[at] ?? 0)));
  });
  if (drawing.kind === 'wkt' || !isDegrees) return { kind: 'none' };
  return { kind: 'known', crs: degreesCrs('CGCS2000'), title: own.map((n) => columns[n]).join('、') };
}

/** Xian and Beijing as `datumOf` knows them, also where the year stands first: 1980西安坐标系. */
function nameAsKnown(text: string): string {
  const named = /西安|北京/.exec(text)?.[0];
  const year = /(?<!\d)(?:19)?(80|54)(?!\d)/.exec(text)?.[1];
  return named && year ? `${named}${year}` : text;
}
