import { DEFAULT_LIMITS } from './raw-rows.ts';
import { readWorkbook } from './xlsx-workbook.ts';
import { ZipArchive } from './zip-archive.ts';

const MOST_PARTS = 5_000;

/** The names of the visible sheets of an xlsx workbook, in order. Throws ProblemError when it is none. */
export async function listSheets(bytes: Buffer): Promise<string[]> {
  const { unzippedBytes } = DEFAULT_LIMITS;
  const workbook = await readWorkbook(
    ZipArchive.open(bytes, { unzippedBytes, entries: MOST_PARTS }),
  );
  return workbook.sheets.filter((sheet) => !sheet.hidden).map(({ name }) => name);
}
