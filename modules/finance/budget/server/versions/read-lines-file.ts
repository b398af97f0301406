import type { Db } from '#kernel/db/types.ts';
import { fillWords } from '#kernel/problems/contract.ts';
import { ProblemError } from '#kernel/problems/problem-error.ts';

import { type BudgetLine, listMissingColumns, problems, readLines } from '../../contract.ts';
import { LARGEST_FILE } from '../reading/read-budget-file.ts';
import { readCsv } from '../reading/read-package.ts';
import { isZip, readZipped } from '../reading/read-zip.ts';
import { UnreadableFile } from '../reading/unreadable-file.ts';
import type { VersionRow } from '../repository.ts';
import { getLineCheck } from './load-version.ts';

/**
 * The lines of a `budget_lines.csv`, by itself or in a zipped package. Refuses the whole file, naming it, the row and the rule: when it is too large or no
 * CSV, lacks a column, or has a row that cannot be a line of the year.
 */
export async function readLinesFile(
  db: Db,
  { centre_id, year }: Pick<VersionRow, 'centre_id' | 'year'>,
  name: string,
  bytes: Uint8Array,
): Promise<readonly BudgetLine[]> {
  const refuse = (zh: string, en: string, cause?: unknown): ProblemError =>
    new ProblemError(problems.badFile, { reason: { 'zh-CN': zh, en }, file: name }, { cause });
  if (bytes.length > LARGEST_FILE)
    throw refuse(
      `${Math.ceil(bytes.length / 1_000_000)} MB，超过 20 MB 的上限`,
      `${Math.ceil(bytes.length / 1_000_000)} MB, more than the 20 MB that are read`,
    );
  const rows = await readRows(name, bytes, refuse);
  if (rows.length === 0) throw refuse('没有数据行', 'it has no rows');
  const missing = listMissingColumns(rows);
  if (missing.length > 0)
    throw refuse(`缺少列 ${missing.join('、')}`, `it lacks the columns ${missing.join(', ')}`);
  const { lines, faults } = readLines(rows, await getLineCheck(db, centre_id, year));
  const [first] = faults;
  if (first === undefined) return lines;
  const { row, field, value, zh, en } = first;
  throw refuse(
    `第 ${row} 行 ${field}=${value}：${zh}共 ${faults.length} 处`,
    `row ${row} ${field}=${value}: ${en} ${faults.length} in all`,
  );
}

type Refuse = (zh: string, en: string, cause?: unknown) => ProblemError;

async function readRows(name: string, bytes: Uint8Array, refuse: Refuse) {
  try {
    if (!isZip(bytes)) return readCsv(name, bytes);
    return readCsv(LINES, await unzipLines(bytes, refuse));
  } catch (error) {
    if (error instanceof UnreadableFile) throw refuse(error.zh, error.message, error);
    throw error;
  }
}

const LINES = 'budget_lines.csv';

async function unzipLines(bytes: Uint8Array, refuse: Refuse): Promise<Uint8Array> {
  try {
    const found = (await readZipped(bytes)).get(LINES);
    if (found === undefined) throw refuse(`压缩包中没有 ${LINES}`, `the archive has no ${LINES}`);
    return found;
  } catch (error) {
    if (!(error instanceof ProblemError) || error.kind.code === problems.badFile.code) throw error;
    const say = (locale: 'zh-CN' | 'en') => fillWords(error.kind.title, locale, error.values);
    throw refuse(say('zh-CN'), say('en'), error);
  }
}
