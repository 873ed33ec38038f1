const cellChars = 500;

/** The values of a record as texts, for a table; a long one is cut. */
export function cellsOf(properties: Record<string, unknown>): Record<string, string | null> {
  return Object.fromEntries(Object.entries(properties).map(([name, value]) => [name, cellOf(value)]));
}

function cellOf(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
  return text.length > cellChars ? `${text.slice(0, cellChars)}…` : text;
}
