import { crsId, crsTitle } from '../crs/catalogue';
import type { OutRow, OutTable } from './table';

/**
 * Writes a table as GeoJSON (RFC 7946), one feature a line, outer rings counter-clockwise. What the file says of itself
 * stands in members of its own. In a plane it carries the `crs` member of 2008, since the standard knows degrees only.
 */
export async function* writeGeoJsonTable(table: OutTable): AsyncGenerator<string> {
  const head = {
    type: 'FeatureCollection',
    name: table.name,
    ...(table.crs.kind === 'degrees' ? {} : { crs: crsMember(table) }),
    notes: Object.fromEntries(table.notes.map(({ title, text }) => [title, text])),
  };
  yield `${JSON.stringify(head).slice(0, -1)},"features":[`;
  let between = '\n';
  for await (const rows of table.batches) {
    if (rows.length === 0) continue;
    yield between + rows.map((row) => JSON.stringify(feature(row, table))).join(',\n');
    between = ',\n';
  }
  yield '\n]}\n';
}

function feature(row: OutRow, { fields }: OutTable): object {
  const properties = Object.fromEntries(fields.map((field, n) => [field.title, row.cells[n] ?? null]));
  return { type: 'Feature', id: row.id, geometry: row.shape, properties };
}

/** A system without an EPSG number is told in words; no reader can take it up by itself. */
function crsMember({ crs, lang }: OutTable): object {
  const id = crsId(crs);
  const name = /^\d+$/.test(id) ? `urn:ogc:def:crs:EPSG::${id}` : crsTitle(crs)[lang];
  return { type: 'name', properties: { name } };
}
