/** JSON that jsonb takes: it knows neither NUL nor half a surrogate pair, which damaged files do hold. */
export function storable(value: unknown): string {
  // Written whole by the engine and looked over once: what must be cleaned is rare, and cleaning takes five times as long.
  const text = JSON.stringify(value);
  if (!unstorable.test(text)) return text;
  return JSON.stringify(value, (_, each: unknown) => (isPlain(each) ? cleanKeys(each) : clean(each)));
}

const unstorable = /\\u(?:0000|d[89a-f])/;

function clean(value: unknown): unknown {
  return typeof value === 'string' ? value.replaceAll('\u0000', '\ufffd').replace(/\p{Surrogate}/gu, '\ufffd') : value;
}

function cleanKeys(value: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [String(clean(key)), each]));
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
