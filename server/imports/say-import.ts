import {
  type ImportPreview,
  type ImportReport,
  type ImportState,
  importKind,
  type Named,
  type QuarantinedRecord,
} from '../../data/contract';
import { fileFailures } from '../../data/words/import-failures';
import { constantOf } from '../../data/words/import-kinds/constant-of';
import { crsReasons, encodingReasons, fileWarnings } from '../../data/words/import-notes';
import { type Reason, recordReasons } from '../../data/words/imports';
import { inChina } from '../clock';
import { muOf } from '../core/fabric/area';
import type { HeldRecord } from '../db/imports/list-quarantine';
import type { ImportRow, Replaceable } from '../db/imports/read-import';
import { crsOfId, crsTitle } from '../formats/crs/catalogue';
import type { Args, Warning } from '../formats/raw-file';
import type { Lang } from '../lang';
import { cellsOf } from './cells-of';
import { kinds } from './kinds/all';
import { mendsOf } from './mends';
import { outlineInDegrees } from './outline-in-degrees';

/** Tells a stored import in the reader's language. */
export function sayImport(row: ImportRow, lang: Lang, replaceable: readonly Replaceable[] = []): ImportState {
  const { id, fileName, actor, phase, kind, progress } = row;
  return {
    id,
    fileName,
    actor,
    at: row.at.toISOString(),
    kind,
    phase,
    progress: phase === 'reading' || phase === 'writing' ? progress : null,
    preview: row.preview && sayPreview(row, row.preview, lang, replaceable),
    report: row.report && sayReport(row, row.report, lang),
    error: sayFailure(row, lang),
  };
}

/** Tells why a record is held back, naming it, and what to do. */
export function sayHeld(
  { record, number, code, args, at, raw, original, sound }: HeldRecord,
  lang: Lang,
): QuarantinedRecord {
  const reason = reasonOf(recordReasons, code);
  const named = { ...args, ...naming(record, number, lang) };
  return {
    record,
    number,
    code,
    message: fill(reason.message, named, lang),
    remedy: fill(reason.remedy, named, lang),
    at,
    cells: cellsOf(raw),
    geometry: outlineInDegrees(original ?? sound),
    mends: mendsOf(code),
  };
}

/** Tells why one record is held back. */
export function sayReason(
  { record, number, code, args }: Pick<HeldRecord, 'record' | 'number' | 'code' | 'args'>,
  lang: Lang,
): string {
  return fill(reasonOf(recordReasons, code).message, { ...args, ...naming(record, number, lang) }, lang);
}

function sayPreview(
  row: ImportRow,
  { crs, encodingWhy, warnings, rows, make: _, remembered = null, ...rest }: NonNullable<ImportRow['preview']>,
  lang: Lang,
  replaceable: readonly Replaceable[],
): ImportPreview {
  return {
    ...rest,
    outlines: rest.outlines ?? [],
    fileName: row.fileName,
    byteLength: row.byteLength,
    sha256: row.sha256,
    encodingWhy: encodingReasons[encodingWhy][lang],
    crs: {
      ...crs,
      choices: crs.choices.map((choice) => {
        const known = crsOfId(choice.id);
        return { ...choice, title: known ? crsTitle(known)[lang] : choice.id, why: crsReasons[choice.why][lang] };
      }),
    },
    mapping: row.settings.mapping ?? rest.mapping,
    fields:
      kinds[rest.kind]?.fields.map(({ id, title, required, hint, varies, values }) => ({
        id,
        title: title[lang],
        required: required ?? false,
        hint: hint?.[lang] ?? null,
        varies: varies ?? false,
        values: values?.map(({ value, title: called }) => ({ value, title: called[lang] })) ?? null,
      })) ?? [],
    remembered: remembered && { ...remembered, sender: remembered.sender ?? null },
    replaceable: replaceable.map(({ at, ...each }) => ({ ...each, at: at.toISOString() })),
    rows: rows.map(({ record, number, cells, fault }) => ({
      record,
      cells,
      fault: fault && sayFault(fault, naming(record, number, lang), lang),
    })),
    warnings: warnings.map((warning) => sayWarning(warning, lang)),
  };
}

/** What is wrong in a word first, since a narrow column shows little more; then the whole of it. */
function sayFault({ code, args }: { code: string; args: Args }, names: Args, lang: Lang): string {
  const { title, message } = reasonOf(recordReasons, code);
  return `${title[lang]}${lang === 'zh' ? '：' : ': '}${fill(message, { ...args, ...names }, lang)}`;
}

function sayReport(row: ImportRow, report: NonNullable<ImportRow['report']>, lang: Lang): ImportReport {
  const { declaredSquareMetres, computedSquareMetres, byReason, warnings, ...rest } = report;
  return {
    ...rest,
    kind: row.kind,
    mode: row.settings.mode ?? 'insert',
    quarantined: rest.received - rest.accepted,
    byReason: byReason.map(({ code, count }) => ({ code, count, title: reasonOf(recordReasons, code).title[lang] })),
    declaredMu: declaredSquareMetres === null ? null : muOf(declaredSquareMetres),
    computedMu: muOf(computedSquareMetres),
    warnings: [...constantsOf(row, lang), ...(row.preview?.warnings ?? []), ...(warnings ?? [])].map((warning) =>
      sayWarning(warning, lang),
    ),
    bbox: rest.bbox as ImportReport['bbox'],
    event: row.event,
    undone: row.undone,
  };
}

/** What was written to every record because the file has no column for it. */
function constantsOf({ kind, settings: { mapping } }: ImportRow, lang: Lang): Warning[] {
  return kinds[kind].fields.flatMap(({ id, values }): Warning[] => {
    const value = mapping && constantOf(mapping, id);
    if (value === undefined) return [];
    const called = values?.find((each) => each.value === value)?.title[lang] ?? value;
    return [{ code: 'value-constant', args: { kind, field: id, value: called } }];
  });
}

function sayWarning({ code, args }: Warning, lang: Lang): { code: string; message: string } {
  const kind = importKind.safeParse(args.kind).data;
  const field = kind && kinds[kind]?.fields.find(({ id }) => id === args.field);
  const named = field ? { ...args, field: field.title[lang] } : args;
  return { code, message: fill(fileWarnings[code], named, lang) };
}

/** What went wrong, or that the file is no longer there: then nothing else matters. */
function sayFailure({ fileName, fileGoneAt, error }: ImportRow, lang: Lang): ImportState['error'] {
  const gone = fileGoneAt && { code: 'file-gone', args: { file: fileName, at: inChina(fileGoneAt) } };
  const told = gone ?? error;
  if (!told) return null;
  const { code, args } = told;
  const reason = reasonOf(fileFailures, code);
  return { code, message: fill(reason.message, args, lang), remedy: fill(reason.remedy, args, lang) };
}

const naming = (record: number, number: string | null, lang: Lang): Args => ({
  record,
  number: number ?? (lang === 'zh' ? '无编号' : 'no number'),
});

function reasonOf(table: Record<string, Reason>, code: string): Reason {
  const reason = table[code];
  if (!reason) throw new Error(`no words for ${code}`);
  return reason;
}

function fill(words: Named, args: Args, lang: Lang): string {
  return words[lang].replace(/\{(\w+)\}/g, (_, name: string) => listed(String(args[name] ?? '?'), lang));
}

/** Numbers one after another, which Chinese parts with a mark of its own. */
const listed = (text: string, lang: Lang): string =>
  lang === 'zh' && /^\d+(, \d+)+( …)?$/.test(text) ? text.replaceAll(', ', '、') : text;
