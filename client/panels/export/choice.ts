import { type ExportEncoding, type ExportFormat, exportEncoding, exportFormat } from '../../../data/contract';

/** What the reader chose in the dialog; kept in the browser for the next time. */
export interface ExportChoice {
  readonly format: ExportFormat;
  /** Null = degrees, or where the ground lies for a format that knows only planes. */
  readonly crs: string | null;
  readonly encoding: ExportEncoding;
  readonly public: boolean;
  readonly approval: string;
}

const key = 'yuantu.export';
const first: ExportChoice = { format: 'xlsx', crs: null, encoding: 'GBK', public: true, approval: '' };

/** The last choice; the usual one where the browser keeps nothing, or keeps it in another shape. */
export function lastChoice(): ExportChoice {
  try {
    const kept = JSON.parse(window.localStorage.getItem(key) ?? '{}') as Partial<ExportChoice>;
    return {
      format: exportFormat.safeParse(kept.format).data ?? first.format,
      crs: typeof kept.crs === 'string' ? kept.crs : first.crs,
      encoding: exportEncoding.safeParse(kept.encoding).data ?? first.encoding,
      public: kept.public !== false,
      approval: String(kept.approval ?? ''),
    };
  } catch {
    return first;
  }
}

/** Keeps a choice for the next time. */
export function keepChoice(choice: ExportChoice): void {
  window.localStorage.setItem(key, JSON.stringify(choice));
}
