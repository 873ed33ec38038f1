import type { z } from 'zod';
import { writePicks } from './picks';
import { type Address, parts } from './schema';

type PartName = keyof typeof parts;
const isPart = (key: string): key is PartName => key in parts;
const filterPrefix = 'f.';
const rulePrefix = 'rule.';

/** The address of a page that nobody has touched. */
export const home: Address = {
  face: 'workbench',
  view: null,
  layersOff: [],
  colouring: 'belt',
  segment: null,
  parcelScheme: 'status',
  classesOff: [],
  selection: null,
  line: null,
  gapMetres: null,
  reading: 'normal',
  weigh: 'area',
  among: 'free',
  refused: [],
  picks: [],
  list: 'layers',
  rules: {},
  filter: {},
  scope: 'city',
  language: 'zh',
  theme: 'light',
  folded: false,
  unknown: [],
};

/** Reads a query string. A part that makes no sense is dropped alone; a part nobody knows is kept. */
export function readAddress(search: string): Address {
  const params = new URLSearchParams(search);
  const read = <P extends PartName>(name: P): z.output<(typeof parts)[P]> | undefined => {
    const text = params.get(name);
    if (text === null) return undefined;
    const result = parts[name].safeParse(text);
    return result.success ? (result.data as z.output<(typeof parts)[P]>) : undefined;
  };
  const filter: Record<string, string> = {};
  const rules: Record<string, string> = {};
  const unknown: [string, string][] = [];
  for (const [key, value] of params) {
    if (key.startsWith(filterPrefix)) filter[key.slice(filterPrefix.length)] = value;
    else if (key.startsWith(rulePrefix)) rules[key.slice(rulePrefix.length)] = value;
    else if (!isPart(key)) unknown.push([key, value]);
  }
  return {
    face: read('face') ?? home.face,
    view: read('at') ?? null,
    layersOff: read('off') ?? [],
    colouring: read('paint') ?? home.colouring,
    segment: read('segment') ?? null,
    parcelScheme: read('by') ?? home.parcelScheme,
    classesOff: read('hide') ?? [],
    selection: read('pick') ?? null,
    line: read('line') ?? null,
    gapMetres: read('gap') ?? null,
    reading: read('reading') ?? home.reading,
    weigh: read('weigh') ?? home.weigh,
    among: read('among') ?? home.among,
    refused: read('refused') ?? [],
    picks: read('picks') ?? [],
    list: read('list') ?? home.list,
    rules,
    filter,
    scope: read('scope') ?? home.scope,
    language: read('lang') ?? home.language,
    theme: read('theme') ?? home.theme,
    folded: read('fold') ?? false,
    unknown,
  };
}

/** Writes an address as a query string; what stands at its default is left out. */
export function writeAddress(address: Address): string {
  const params = new URLSearchParams();
  const write = (name: PartName, text: string | null) => {
    if (text) params.set(name, text);
  };
  const unless = <T extends string>(value: T, standard: T) => (value === standard ? null : value);
  const { view, selection } = address;
  write('face', unless(address.face, home.face));
  write('at', view && [view.lon.toFixed(5), view.lat.toFixed(5), view.zoom.toFixed(2)].join(','));
  write('off', address.layersOff.join(','));
  write('paint', unless(address.colouring, home.colouring));
  write('segment', address.segment);
  write('by', unless(address.parcelScheme, home.parcelScheme));
  write('hide', address.classesOff.join(','));
  write('pick', selection && `${selection.kind}/${selection.id}`);
  write('line', address.line);
  write('gap', address.gapMetres === null ? null : String(address.gapMetres));
  write('reading', unless(address.reading, home.reading));
  write('weigh', unless(address.weigh, home.weigh));
  write('among', unless(address.among, home.among));
  write('refused', writePicks(address.refused));
  write('picks', writePicks(address.picks));
  write('list', unless(address.list, home.list));
  write('scope', unless(address.scope, home.scope));
  write('lang', unless(address.language, home.language));
  write('theme', unless(address.theme, home.theme));
  write('fold', address.folded ? '1' : null);
  for (const [key, value] of Object.entries(address.rules)) if (value) params.set(rulePrefix + key, value);
  for (const [key, value] of Object.entries(address.filter)) if (value) params.set(filterPrefix + key, value);
  for (const [key, value] of address.unknown) params.append(key, value);
  const text = params.toString().replaceAll('%2C', ',').replaceAll('%2F', '/').replaceAll('%3A', ':');
  return text ? `?${text}` : '';
}
