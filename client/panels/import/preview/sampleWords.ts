import type { ImportPreview } from '../../../../data/contract';

const MOST_WORDS = 6;
const BEYOND_ASCII = /[^\x20-\x7e]/;

/** Words of the file that show whether its encoding is right: those beyond ASCII, column names first. */
export function sampleWords({ columns, rows }: Pick<ImportPreview, 'columns' | 'rows'>): string[] {
  const words = new Set<string>();
  const take = (text: string | null | undefined) => {
    if (text && words.size < MOST_WORDS && BEYOND_ASCII.test(text)) words.add(text.slice(0, 24));
  };
  for (const { name } of columns) take(name);
  for (const { samples } of columns) for (const sample of samples) take(sample);
  for (const { cells } of rows) for (const cell of Object.values(cells)) take(cell);
  return [...words];
}
