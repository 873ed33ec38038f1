import type { ImportPreview } from '../../../../data/contract';

const MOST_WORDS = 6;
const MOST_OF_A_COLUMN = 2;
const BEYOND_ASCII = /[^\x20-\x7e]/;

/** Words of the file that show whether its encoding is right: those beyond ASCII, values before the names of columns. */
export function sampleWords({ columns }: Pick<ImportPreview, 'columns'>): string[] {
  const tells = (text: string) => BEYOND_ASCII.test(text);
  const values = columns.flatMap(({ samples }) => samples.filter(tells).slice(0, MOST_OF_A_COLUMN));
  const names = columns.map(({ name }) => name).filter(tells);
  return [...new Set([...values, ...names].map((text) => text.slice(0, 24)))].slice(0, MOST_WORDS);
}
