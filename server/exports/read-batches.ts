import { refusal } from '../errors';
import type { OutRow } from '../formats/write/table';
import type { Column } from './column';
import type { projectTo } from './project';
import type { OpenRows } from './rows/source';

/** Rows that are in memory at once. */
const BATCH_ROWS = 500;

export type Centre = Column<readonly [number, number] | null>;

/**
 * Reads rows batch by batch in the system of the table, until the signal fires; the centres are columns more. A row that
 * is gone ends the reading, so that no file is quietly short.
 */
export async function* readBatches(
  { count, read }: OpenRows,
  project: ReturnType<typeof projectTo>,
  centres: readonly Centre[],
  signal: AbortSignal,
): AsyncGenerator<OutRow[]> {
  for (let from = 0; from < count; from += BATCH_ROWS) {
    signal.throwIfAborted();
    const to = Math.min(from + BATCH_ROWS, count);
    const found = await read(from, to);
    if (found.length !== to - from) throw refusal('export-changed');
    yield found.map(({ id, cells, shape, at }) => {
      const spot = at && project.position(at);
      const more = centres.map((column) => column.cell(spot));
      return { id, cells: [...cells, ...more], shape: shape && project.shape(shape), at: spot };
    });
  }
}
