import type { Grade } from '../../../../data/contract';
import { not, ok, type Read } from '../reading/held';
import { readDate, readPeriod } from '../reading/read-date';
import type { RecordReader } from '../reading/record-reader';

/** A grade as the file states it. */
export interface GradeRead {
  grade: Grade;
  from: string;
  until: string | null;
  document: string | null;
}
interface Dates {
  from: string | null;
  until: string | null;
}

const gradeNames: readonly (readonly [RegExp, Grade])[] = [
  [/小巨人|little[- ]?giant/i, 'little-giant'],
  [/专精特新|specialized/i, 'specialized'],
  [/创新型|innovative/i, 'innovative'],
  [/科技型|technology/i, 'technology'],
];
/** Titles of other programmes, which lists of firms name in the same cell. */
const otherTitles = /^(国家)?高新(技术)?企业?$|规上|规模以上|单项冠军|瞪羚|独角兽|龙头企业$|上市/;
const none = /^(无|否|没有|未认定|[-/\\—]+|n|no|none|false|0)$/i;
const yes = /^(是|有|√|✓|y|yes|true|1)$/i;
const columnsOfGrades = {
  innovative: 'innovative',
  specialized: 'specialized',
  littleGiant: 'little-giant',
  technology: 'technology',
} as const satisfies Record<string, Grade>;

/** Every grade of a record, from one cell of several, or from a column each; a grade without a date of award is a fault. */
export function readGrades(reader: RecordReader): Read<GradeRead[]> {
  const dates = datesOf(reader);
  if (!dates.ok) return dates;
  const document = reader.text('document');
  const grades: GradeRead[] = [];
  for (const read of [...ofCell(reader), ...ofColumns(reader)]) {
    if (!read.ok) return read;
    const { grade, said } = read.value;
    const from = read.value.from ?? dates.value.from;
    const until = read.value.until ?? dates.value.until;
    if (!from) return not('grade-undated', { value: said });
    if (until && until < from) return not('dates-reversed', { from, until });
    if (!grades.some((known) => known.grade === grade && known.from === from))
      grades.push({ grade, from, until, document });
  }
  return ok(grades);
}

type Stated = Dates & { grade: Grade; said: string };

/** 专精特新中小企业(2022-08-01至2025-07-31)、创新型中小企业 */
function ofCell(reader: RecordReader): Read<Stated>[] {
  const cell = reader.text('grades');
  if (!cell || none.test(cell)) return [];
  const parts = cell.split(/[、,;|\n+和及]|\/(?!\d)/).map((part) => part.trim());
  return parts.flatMap((part) => {
    if (part === '' || none.test(part)) return [];
    if (!otherTitles.test(part)) return [ofPart(part)];
    reader.passOver('grades', part);
    return [];
  });
}

function ofPart(part: string): Read<Stated> {
  const [, said = part, within = null] = /^(.*?)\s*(?:\(([^)]*)\))?$/.exec(part) ?? [];
  const grade = gradeNames.find(([pattern]) => pattern.test(said))?.[1];
  if (!grade) return not('grade-unreadable', { value: part });
  if (within === null || !/\d/.test(within)) return ok({ grade, said, from: null, until: null });
  const date = readDate(within);
  const period = date ? null : readPeriod(within);
  if (!date && !period) return not('date-unreadable', { column: said, value: within });
  return ok({ grade, said, from: date ?? period?.from ?? null, until: period?.until ?? null });
}

function ofColumns(reader: RecordReader): Read<Stated>[] {
  return Object.entries(columnsOfGrades).flatMap(([field, grade]): Read<Stated>[] => {
    const text = reader.text(field);
    if (text === null || none.test(text)) return [];
    const said = reader.column(field) ?? field;
    if (yes.test(text) || gradeNames.some(([pattern, named]) => named === grade && pattern.test(text)))
      return [ok({ grade, said, from: null, until: null })];
    const from = readDate(text);
    const period = from ? { from, until: null } : readPeriod(text);
    return [period ? ok({ grade, said, ...period }) : not('date-unreadable', { column: said, value: text })];
  });
}

/** Dates that hold for every grade of the record; a length of years is the ruleset's and no date. */
function datesOf(reader: RecordReader): Read<Dates> {
  const awarded = reader.text('awardedOn');
  const valid = reader.text('validUntil');
  const from = awarded === null ? null : readDate(awarded);
  if (awarded !== null && from === null)
    return not('date-unreadable', { column: reader.column('awardedOn') ?? '', value: awarded });
  if (valid === null || /^[\d一二三两]+\s*年$|^长期$/.test(valid)) return ok({ from, until: null });
  const period = readPeriod(valid);
  if (!period) return not('date-unreadable', { column: reader.column('validUntil') ?? '', value: valid });
  return ok({ from: from ?? period.from, until: period.until });
}
