/** What the address says of the records held back: the reason they are narrowed to, and the one that is being mended. */
export interface HeldLine {
  readonly code: string | null;
  readonly record: number | null;
}

const LINE = /^held(?:\.([a-z0-9-]+))?(?::(\d{1,9}))?$/;

/** Reads the `line` of an address; anything else than a line on held records says nothing. */
export function readHeldLine(line: string | null): HeldLine {
  const [, code, record] = LINE.exec(line ?? '') ?? [];
  return { code: code ?? null, record: record === undefined ? null : Number(record) };
}

/** Writes the `line` of an address, `held.ring-open:17`; null where there is nothing to say. */
export function writeHeldLine({ code, record }: HeldLine): string | null {
  if (code === null && record === null) return null;
  return `held${code === null ? '' : `.${code}`}${record === null ? '' : `:${record}`}`;
}
