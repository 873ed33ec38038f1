/** The record that a round leads to once some are mended: the next one still held back, else the first. */
export function nextOf<R extends { record: number }>(rows: readonly R[], index: number, mended: readonly number[]) {
  const held = ({ record }: R) => !mended.includes(record);
  return rows.slice(index + 1).find(held) ?? rows.find((row, at) => at !== index && held(row));
}
