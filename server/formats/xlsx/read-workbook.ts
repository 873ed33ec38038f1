import type { Archive } from '../archive';
import { readXml } from '../read-xml';

export interface Workbook {
  /** Sheets that can be seen, in their order, with the entry that holds each. */
  sheets: { name: string; entry: string }[];
  /** Days are counted from 1904, as on old Macs. */
  from1904: boolean;
  sharedStrings: string[];
  /** By number of cell format: whether it shows a date. */
  dateFormats: boolean[];
}

const firstOwnFormat = 164;
const builtInDates = new Set([
  14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 45, 46, 47, 50, 51, 52, 53, 54, 55, 56,
  57, 58,
]);

/** Reads what the sheets of a workbook share: their names, texts and formats. Formulas are never looked at. */
export async function readWorkbook(archive: Archive, fileName: string): Promise<Workbook> {
  const events = (name: string) => eventsOf(archive, name, fileName);
  const sheets: { name: string; id: string }[] = [];
  let from1904 = false;
  for await (const event of events('xl/workbook.xml')) {
    if (event.kind !== 'open') continue;
    if (event.name === 'workbookPr') from1904 = /^(1|true)$/.test(event.attributes.date1904 ?? '');
    if (event.name === 'sheet' && !/hidden/i.test(event.attributes.state ?? ''))
      sheets.push({ name: event.attributes.name ?? '', id: event.attributes.id ?? '' });
  }
  const targets = new Map<string, string>();
  for await (const event of events('xl/_rels/workbook.xml.rels'))
    if (event.kind === 'open' && event.name === 'Relationship')
      targets.set(event.attributes.Id ?? '', event.attributes.Target ?? '');
  const found = sheets.flatMap(({ name, id }) => {
    const target = targets.get(id);
    const entry = target && (target.startsWith('/') ? target.slice(1) : `xl/${target}`);
    return entry && archive.names.includes(entry) ? [{ name, entry }] : [];
  });
  return {
    sheets: found,
    from1904,
    sharedStrings: await sharedStringsOf(events),
    dateFormats: await dateFormatsOf(events),
  };
}

type Events = (name: string) => ReturnType<typeof readXml>;

async function* eventsOf(archive: Archive, name: string, fileName: string): ReturnType<typeof readXml> {
  if (archive.names.includes(name)) yield* readXml(archive.stream(name), fileName);
}

/** Texts by number; runs of formatting are joined, how they are read aloud (rPh) is left out. */
async function sharedStringsOf(events: Events): Promise<string[]> {
  const texts: string[] = [];
  let [text, isText, aloud] = ['', false, 0];
  for await (const event of events('xl/sharedStrings.xml')) {
    if (event.kind === 'text') text += isText && aloud === 0 ? event.text : '';
    else if (event.name === 'rPh') aloud += event.kind === 'open' ? 1 : -1;
    else if (event.name === 't') isText = event.kind === 'open';
    else if (event.name === 'si' && event.kind === 'open') text = '';
    else if (event.name === 'si') texts.push(text);
  }
  return texts;
}

async function dateFormatsOf(events: Events): Promise<boolean[]> {
  const own = new Map<number, boolean>();
  const formats: boolean[] = [];
  let isCellFormats = false;
  for await (const event of events('xl/styles.xml')) {
    if (event.kind === 'text') continue;
    if (event.name === 'cellXfs') isCellFormats = event.kind === 'open';
    if (event.kind !== 'open') continue;
    const id = Number(event.attributes.numFmtId ?? 0);
    if (event.name === 'numFmt' && id >= firstOwnFormat) own.set(id, isDateCode(event.attributes.formatCode ?? ''));
    if (event.name === 'xf' && isCellFormats) formats.push(own.get(id) ?? builtInDates.has(id));
  }
  return formats;
}

/** A code with years or days in it, once quoted words, colours and conditions are out. */
function isDateCode(code: string): boolean {
  return /[yd年月日]/i.test(code.replace(/"[^"]*"|\[[^\]]*\]|\\./g, ''));
}
