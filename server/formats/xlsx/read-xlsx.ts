import { type Archive, Unreadable } from '../archive';
import { type Failure, type FileAtHand, failure, type RawFile } from '../raw-file';
import { readTables } from '../tables/read-tables';
import type { Sheet } from '../tables/sheet';
import { readSheet } from './read-sheet';
import { readWorkbook } from './read-workbook';

/** Reads the sheets of a workbook that has been judged as an archive; nothing in it is ever evaluated. */
export async function readXlsx(file: FileAtHand, archive: Archive): Promise<RawFile | Failure> {
  try {
    const book = await readWorkbook(archive, file.fileName);
    if (book.sheets.length === 0) return failure('no-records', { file: file.fileName });
    const sheets = book.sheets.map(
      ({ name, entry }): Sheet => ({
        name,
        isRectangular: false,
        rows: () => readSheet(archive, entry, book, file.fileName),
      }),
    );
    return await readTables(file, 'xlsx', sheets, { encoding: 'UTF-8', encodingWhy: 'by-format', encodings: [] });
  } catch (error) {
    if (error instanceof Unreadable) return error.failure;
    throw error;
  }
}
