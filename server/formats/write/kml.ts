import { cellText, type OutRow, type OutTable, polygonsOf } from './table';
import { xmlText } from './xml';

const COORDINATE_DIGITS = 10;
/** Fill of ground, as KML writes colours: transparency, blue, green, red. */
const FILL = '664f7d0f';
const LINE = 'ff4f7d0f';

/** Writes a table as KML 2.2; every field stands in ExtendedData, what the file says of itself in the description. */
export async function* writeKmlTable(table: OutTable): AsyncGenerator<string> {
  const notes = table.notes.map(({ title, text }) => `${title}: ${text}`).join('\n');
  yield `<?xml version="1.0" encoding="UTF-8"?>
<kml xmlns="http://www.opengis.net/kml/2.2"><Document>
<name>${xmlText(table.name)}</name>
<description>${xmlText(notes)}</description>
<Style id="plot"><LineStyle><color>${LINE}</color><width>1.5</width></LineStyle><PolyStyle><color>${FILL}</color></PolyStyle></Style>
`;
  for await (const rows of table.batches) yield rows.map((row) => placemark(row, table)).join('');
  yield '</Document></kml>\n';
}

function placemark(row: OutRow, { fields, places }: OutTable): string {
  const name = xmlText(cellText(row.cells[places.number] ?? null));
  const data = fields.map((field, n) => {
    const value = xmlText(cellText(row.cells[n] ?? null));
    return `<Data name="${xmlText(field.title)}"><value>${value}</value></Data>`;
  });
  return `<Placemark id="r${xmlText(row.id)}"><name>${name}</name><styleUrl>#plot</styleUrl><ExtendedData>${data.join('')}</ExtendedData>${ground(row)}</Placemark>\n`;
}

function ground({ shape, at }: OutRow): string {
  if (!shape || shape.type === 'Point') return at ? `<Point><coordinates>${position(at)}</coordinates></Point>` : '';
  const polygons = polygonsOf(shape).map(([outer = [], ...holes]) => {
    const inner = holes.map((hole) => `<innerBoundaryIs>${ring(hole)}</innerBoundaryIs>`).join('');
    return `<Polygon><outerBoundaryIs>${ring(outer)}</outerBoundaryIs>${inner}</Polygon>`;
  });
  return polygons.length === 1 ? polygons.join('') : `<MultiGeometry>${polygons.join('')}</MultiGeometry>`;
}

const ring = (points: readonly (readonly number[])[]): string =>
  `<LinearRing><coordinates>${points.map(position).join(' ')}</coordinates></LinearRing>`;

const position = ([x = 0, y = 0]: readonly number[]): string =>
  `${Number(x.toFixed(COORDINATE_DIGITS))},${Number(y.toFixed(COORDINATE_DIGITS))}`;
