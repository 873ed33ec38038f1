/** One thing that was measured, beside its peer in the same run. */
export interface Measured {
  what: string;
  ours: number;
  /** Name of the peer and what it took; null where there is none to compare with. */
  peer: { name: string; value: number } | null;
  unit: string;
  /** The aim in words, and whether it was reached; null where none is set. */
  aim: { text: string; reached: boolean } | null;
}

/** What could not be measured here, and why. */
export interface Unmeasured {
  what: string;
  because: string;
}

/** What one part of a run found: rows of the table, what is missing from it, and sentences beside it. */
export interface Findings {
  readonly rows: Measured[];
  readonly missing: Unmeasured[];
  readonly notes: string[];
}

/** Writes the results as a Markdown table, and below it what was not measured. */
export function markdownTable(measured: readonly Measured[], unmeasured: readonly Unmeasured[]): string {
  const head = ['| measured | Yuantu | peer | ratio | aim |', '| --- | ---: | ---: | ---: | --- |'];
  const rows = measured.map(({ what, ours, peer, unit, aim }) => {
    const beside = peer ? `${figure(peer.value)} ${unit} (${peer.name})` : '';
    const ratio = peer && peer.value > 0 ? figure(ours / peer.value) : '';
    return `| ${what} | ${figure(ours)} ${unit} | ${beside} | ${ratio} | ${aim ? `${aim.text}: ${aim.reached ? 'yes' : 'no'}` : ''} |`;
  });
  const rest = unmeasured.map(({ what, because }) => `- not measured: ${what} (${because})`);
  return [...head, ...rows, ...(rest.length > 0 ? ['', ...rest] : [])].join('\n');
}

function figure(value: number): string {
  return value >= 100 ? Math.round(value).toLocaleString('en') : String(Number(value.toPrecision(3)));
}

/** The middle of some numbers. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
