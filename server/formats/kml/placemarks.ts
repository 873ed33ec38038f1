import { readXml, type XmlEvent } from '../read-xml';
import { type ReadGeometry, startGeometry } from './geometry';

export type Placemark =
  | { kind: 'placemark'; folder: string; properties: Record<string, string>; geometry: unknown; damage: string | null }
  /** A link to elsewhere, a picture on the ground: nothing that can be imported. */
  | { kind: 'passed-over'; isLink: boolean };

const passedOver = new Set(['NetworkLink', 'GroundOverlay', 'ScreenOverlay', 'PhotoOverlay', 'Tour', 'Track', 'Model']);
const folderSeparator = ' / ';

interface Open {
  properties: Map<string, string>;
  geometry: ReadGeometry;
  /** Elements that are open within the placemark. */
  path: string[];
  key: string | null;
}

/** The placemarks of a KML as they stream by, each with the folder that holds it and what its ExtendedData say. */
export async function* placemarksOf(
  parts: AsyncIterable<Uint8Array | string>,
  fileName: string,
): AsyncGenerator<Placemark> {
  const folders: { element: string; name: string }[] = [];
  const path: string[] = [];
  let mark: Open | null = null;
  for await (const event of readXml(parts, fileName)) {
    if (mark) {
      if (event.kind === 'close' && event.name === 'Placemark') {
        const folder = folders
          .flatMap(({ element, name }) => (element === 'Folder' && name ? [name.trim()] : []))
          .join(folderSeparator);
        const { value, damage } = mark.geometry.end();
        yield { kind: 'placemark', folder, properties: trimmed(mark.properties), geometry: value, damage };
        path.pop();
        mark = null;
      } else {
        if (event.kind === 'open' && passedOver.has(event.name))
          yield { kind: 'passed-over', isLink: event.name === 'NetworkLink' };
        takeInside(mark, event);
      }
    } else if (event.kind === 'open') {
      if (event.name === 'Placemark') mark = { properties: new Map(), geometry: startGeometry(), path: [], key: null };
      else if (passedOver.has(event.name)) yield { kind: 'passed-over', isLink: event.name === 'NetworkLink' };
      else if (event.name === 'Folder' || event.name === 'Document') folders.push({ element: event.name, name: '' });
      path.push(event.name);
    } else if (event.kind === 'close') {
      path.pop();
      if (event.name === 'Folder' || event.name === 'Document') folders.pop();
    } else if (path.at(-1) === 'name' && ['Folder', 'Document'].includes(path.at(-2) ?? '')) {
      const folder = folders.at(-1);
      if (folder) folder.name += event.text;
    }
  }
}

function takeInside(mark: Open, event: XmlEvent): void {
  mark.geometry.take(event);
  if (event.kind === 'open') {
    mark.path.push(event.name);
    if (event.name === 'Data' || event.name === 'SimpleData') mark.key = event.attributes.name?.trim() || null;
    return;
  }
  if (event.kind === 'close') {
    mark.path.pop();
    if (event.name === 'Data' || event.name === 'SimpleData') mark.key = null;
    return;
  }
  const element = mark.path.at(-1) ?? '';
  const isOwn = mark.path.length === 1 && (element === 'name' || element === 'description');
  const isValue = element === 'SimpleData' || (element === 'value' && mark.path.at(-2) === 'Data');
  const name = isOwn ? element : isValue ? mark.key : null;
  if (name !== null) mark.properties.set(name, (mark.properties.get(name) ?? '') + event.text);
}

function trimmed(properties: ReadonlyMap<string, string>): Record<string, string> {
  return Object.fromEntries(
    [...properties].flatMap(([name, text]) => (text.trim() === '' ? [] : [[name, text.trim()]])),
  );
}
