import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';

import { CsvError, parse } from 'csv-parse/sync';

import { decodeText } from '#kernel/documents/sheets/csv-rows.ts';

import {
  BudgetFacts,
  type BudgetLine,
  BudgetTemplate,
  type CodeNames,
  type LineFault,
  listMissingColumns,
  makeBook,
  readCodes,
  readLines,
  readTextLines,
  type SourceDocument,
  toBookText,
} from '../../contract.ts';
import { UnreadableFile } from './unreadable-file.ts';

export interface BudgetPackage {
  readonly lines: readonly BudgetLine[];
  readonly faults: readonly LineFault[];
  readonly codes: CodeNames;
  readonly year: number;
  readonly unit: string;
}

type Row = Record<string, string>;

/** Rows of a CSV text of the exchange format, with or without a byte order mark. Throws UnreadableFile. */
export function readCsv(name: string, bytes: Uint8Array): Row[] {
  try {
    const { text } = decodeText(bytes);
    return parse(text, { columns: true, bom: true, skip_empty_lines: true });
  } catch (error) {
    const where = error instanceof CsvError ? `（${error.message}）` : '';
    throw new UnreadableFile(
      `${name} ${where}不是完整的 CSV，没有导入任何一行。`,
      `${name} is not well-formed CSV; nothing was imported.`,
      error,
    );
  }
}

/** Reads `budget_lines.csv` and `codes.csv` of a package and checks every row. Throws UnreadableFile. */
export async function readPackage(folder: string): Promise<BudgetPackage> {
  const file = async (name: string): Promise<Row[]> => {
    try {
      return readCsv(name, await readFile(join(folder, name)));
    } catch (error) {
      if (error instanceof UnreadableFile) throw error;
      throw new UnreadableFile(`数据包缺少 ${name}。`, `The package lacks ${name}.`, error);
    }
  };
  const rows = await file('budget_lines.csv');
  const codes = readCodes(await file('codes.csv'));
  const [first] = rows;
  const year = /^\d{4}$/.test(first?.['year'] ?? '')
    ? Number.parseInt(first?.['year'] ?? '', 10)
    : 0;
  const missing = listMissingColumns(rows);
  if (first === undefined || missing.length > 0)
    throw new UnreadableFile(
      `budget_lines.csv ${first === undefined ? '没有数据' : `缺少列 ${missing.join('、')}`}，没有导入任何一行。`,
      `budget_lines.csv ${first === undefined ? 'has no rows' : `lacks the columns ${missing.join(', ')}`}; nothing was imported.`,
    );
  return { ...readLines(rows, { codes, year }), codes, year, unit: first['unit'] ?? '' };
}

const SHOWN = 20;

/**
 * A package as the book that it makes by the template of its year, to be audited like any other. Throws UnreadableFile
 * that names file, row and rule when a row is refused, or when no template of the year is known.
 */
export async function readPackageFolder(folder: string, centres: URL): Promise<SourceDocument> {
  const { lines, faults, codes, year, unit } = await readPackage(folder);
  if (faults.length > 0)
    throw new UnreadableFile(
      `budget_lines.csv 有 ${faults.length} 处错误，没有导入任何一行：${faults
        .slice(0, SHOWN)
        .map((fault) => `\n      第 ${fault.row} 行 ${fault.field}=${fault.value}：${fault.zh}`)
        .join('')}`,
      `budget_lines.csv has ${faults.length} faults; nothing was imported:${faults
        .slice(0, SHOWN)
        .map((fault) => `\n      row ${fault.row} ${fault.field}=${fault.value}: ${fault.en}`)
        .join('')}`,
    );
  const { template, facts } = await findTemplate(centres, year, unit);
  const text = toBookText(makeBook({ template, facts, codes, lines }));
  return { name: basename(folder), format: 'package', lines: readTextLines(text) };
}

async function findTemplate(centres: URL, year: number, unit: string) {
  const { readdir } = await import('node:fs/promises');
  for (const centre of (await readdir(centres)).toSorted()) {
    const folder = new URL(`${centre}/budget/${year}/`, centres);
    try {
      const read = async (name: string): Promise<unknown> =>
        JSON.parse(await readFile(new URL(name, folder), 'utf8'));
      const facts = BudgetFacts.parse(await read('facts.json'));
      if (facts.unit === unit)
        return { facts, template: BudgetTemplate.parse(await read('template.json')) };
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
    }
  }
  throw new UnreadableFile(
    `没有 ${unit} ${year} 年的版式和编制要素，数据包只能核对逐行内容。`,
    `No template and facts of ${unit} in ${year} are recorded.`,
  );
}
