import {
  type ImportPreview,
  type ImportReport,
  type ImportState,
  type Named,
  parcelField,
  type QuarantinedRecord,
} from '../../data/contract';
import { fileFailures } from '../../data/words/import-failures';
import { crsReasons, encodingReasons, fieldWords, fileWarnings } from '../../data/words/import-notes';
import { type Reason, recordReasons } from '../../data/words/imports';
import { muOf } from '../core/fabric/area';
import type { HeldRecord } from '../db/imports/list-quarantine';
import type { ImportRow } from '../db/imports/read-import';
import { crsOfId, crsTitle } from '../formats/crs/catalogue';
import type { Args, Warning } from '../formats/raw-file';
import type { Lang } from '../lang';

/** Tells a stored import in the reader's language. */
export function sayImport(row: ImportRow, lang: Lang): ImportState {
  const { id, fileName, actor, phase, progress } = row;
  return {
    id,
    fileName,
    actor,
    at: row.at.toISOString(),
    phase,
    progress: phase === 'reading' || phase === 'writing' ? progress : null,
    preview: row.preview && sayPreview(row, row.preview, lang),
    report: row.report && sayReport(row, row.report, lang),
    error: row.error && sayFailure(row.error, lang),
  };
}

/** Tells why a record is held back, naming it, and what to do. */
export function sayHeld({ record, number, code, args, at }: HeldRecord, lang: Lang): QuarantinedRecord {
  const reason = reasonOf(recordReasons, code);
  const named = { ...args, record, number: number ?? (lang === 'zh' ? '无编号' : 'no number') };
  return {
    record,
    number,
    code,
    message: fill(reason.message, named, lang),
    remedy: fill(reason.remedy, named, lang),
    at,
  };
}

function sayPreview(
  row: ImportRow,
  { crs, encodingWhy, warnings, ...rest }: NonNullable<ImportRow['preview']>,
  lang: Lang,
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
    warnings: warnings.map((warning) => sayWarning(warning, lang)),
  };
}

function sayReport(row: ImportRow, report: NonNullable<ImportRow['report']>, lang: Lang): ImportReport {
  const { declaredSquareMetres, computedSquareMetres, byReason, ...rest } = report;
  return {
    ...rest,
    quarantined: rest.received - rest.accepted,
    byReason: byReason.map(({ code, count }) => ({ code, count, title: reasonOf(recordReasons, code).title[lang] })),
    declaredMu: declaredSquareMetres === null ? null : muOf(declaredSquareMetres),
    computedMu: muOf(computedSquareMetres),
    warnings: row.preview?.warnings.map((warning) => sayWarning(warning, lang)) ?? [],
    bbox: rest.bbox as ImportReport['bbox'],
    event: row.event,
    undone: row.undone,
  };
}

function sayWarning({ code, args }: Warning, lang: Lang): { code: string; message: string } {
  const field = parcelField.safeParse(args.field);
  const named = field.success ? { ...args, field: fieldWords[field.data][lang] } : args;
  return { code, message: fill(fileWarnings[code], named, lang) };
}

function sayFailure({ code, args }: { code: string; args: Args }, lang: Lang): NonNullable<ImportState['error']> {
  const reason = reasonOf(fileFailures, code);
  return { code, message: fill(reason.message, args, lang), remedy: fill(reason.remedy, args, lang) };
}

function reasonOf(table: Record<string, Reason>, code: string): Reason {
  const reason = table[code];
  if (!reason) throw new Error(`no words for ${code}`);
  return reason;
}

function fill(words: Named, args: Args, lang: Lang): string {
  return words[lang].replace(/\{(\w+)\}/g, (_, name: string) => String(args[name] ?? '?'));
}
