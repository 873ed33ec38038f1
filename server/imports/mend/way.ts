import type { Call, MendHow, mendRecords } from '../../../data/contract';
import { refusal } from '../../errors';
import { crsOfId } from '../../formats/crs/catalogue';
import type { Crs } from '../../formats/crs/crs';
import type { KindOfImport } from '../kinds/kind';

/** One way to mend records, with what it needs. */
export type Way =
  | { how: Exclude<MendHow, 'crs' | 'values'> }
  | { how: 'crs'; crs: Crs }
  | { how: 'values'; values: Record<string, string> };

/** The way that a request asks for; refused where what it needs is missing or unknown. */
export function wayOf({ how, crs, values }: Call<typeof mendRecords>['body'], kind: KindOfImport): Way {
  if (how === 'crs') {
    const found = crs === undefined ? null : crsOfId(crs);
    if (!found) throw invalid('/crs', crs === undefined ? 'needed' : `unknown: ${crs}`);
    return { how, crs: found };
  }
  if (how !== 'values') return { how };
  if (!values || Object.keys(values).length === 0) throw invalid('/values', 'needed');
  const unknown = Object.keys(values).find((field) => !kind.fields.some(({ id }) => id === field));
  if (unknown !== undefined) throw invalid(`/values/${unknown}`, 'unknown');
  return { how, values };
}

const invalid = (path: string, message: string) => refusal('request-invalid', {}, { issues: [{ path, message }] });

type Columns = Record<string, string>;

/** The mapping with a column for every field that is given a value. One shared with another field is given up for one of its own. */
export function columnsWith(columns: Columns, raw: Record<string, unknown>, way: Way): Columns {
  if (way.how !== 'values') return columns;
  const own = Object.keys(way.values).flatMap((field) => {
    const column = columns[field];
    const shared = Object.entries(columns).some(([other, name]) => other !== field && name === column);
    return column !== undefined && column in raw && !shared ? [] : [[field, freeName(field, raw)]];
  });
  return { ...columns, ...Object.fromEntries(own) };
}

function freeName(field: string, raw: Record<string, unknown>): string {
  return field in raw ? freeName(`${field}*`, raw) : field;
}

/** The values of a record with the texts that stand in for some of them; an empty text is none. */
export function valuesWith(raw: Record<string, unknown>, columns: Columns, way: Way): Record<string, unknown> {
  if (way.how !== 'values') return raw;
  const given = Object.entries(way.values).map(([field, text]) => [columns[field], text.trim() === '' ? null : text]);
  return { ...raw, ...Object.fromEntries(given) };
}
