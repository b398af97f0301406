import { listSheets } from '#kernel/documents/sheets/list-sheets.ts';
import { DEFAULT_LIMITS, type RawCell } from '#kernel/documents/sheets/raw-rows.ts';
import { openXlsx } from '#kernel/documents/sheets/xlsx-rows.ts';
import { fillWords } from '#kernel/problems/contract.ts';
import { ProblemError } from '#kernel/problems/problem-error.ts';

import type { SourceLine } from '../../contract.ts';
import { toDecimalText } from './decimal-text.ts';
import { UnreadableFile } from './unreadable-file.ts';

/** The district platform's sheets are known by the code in their name, never by their place. */
const SHEETS: ReadonlyArray<readonly [RegExp, string]> = [
  [/^3\.15(?!\d)/, '部门财务收支预算总表'],
  [/^3\.16(?!\d)/, '部门收入预算总表'],
  [/^3\.17(?!\d)/, '部门支出预算总表'],
  [/^3\.19(?!\d)/, '部门财政拨款收支预算总表'],
  [/^3\.21(?!\d)/, '部门一般公共预算支出功能分类预算表'],
  [/^3\.22(?!\d)/, '部门政府性基金预算支出功能分类预算表'],
  [/^3\.23(?!\d)/, '部门国有资本经营预算支出功能分类预算表'],
  [/^3\.24(?!\d)/, '部门一般公共预算基本支出部门预算经济分类预算表'],
  [/^3\.25(?!\d)/, '部门“三公”经费和机关运行经费预算表'],
];

/** Details that repeat the tables by unit, or with transfers, and are not the nine tables. */
const PASSED_OVER = /^3\.(?:18|20|28|29)(?!\d)/;

/** Every sheet of a workbook as lines; a sheet begins with the title that its code stands for. Throws UnreadableFile. */
export async function readWorkbookLines(name: string, bytes: Uint8Array): Promise<SourceLine[]> {
  const buffer = Buffer.from(bytes);
  const lines: SourceLine[] = [];
  try {
    for (const sheet of await listSheets(buffer)) {
      if (PASSED_OVER.test(sheet.trim())) continue;
      const title = SHEETS.find(([pattern]) => pattern.test(sheet.trim()))?.[1] ?? sheet;
      lines.push({ number: lines.length + 1, text: title, cells: null, place: sheet });
      const { rows } = await openXlsx(buffer, DEFAULT_LIMITS, sheet);
      for await (const { row, cells } of rows) {
        const texts = Array.from(cells, toText);
        const filled = texts.filter((text) => text.trim() !== '');
        const isOne = filled.length === 1 && texts.length === 1;
        lines.push({
          number: lines.length + 1,
          text: isOne ? (filled[0] ?? '') : texts.join('\t'),
          cells: isOne ? null : texts,
          place: `${sheet} 第 ${row} 行`,
        });
      }
    }
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    throw new UnreadableFile(
      `工作簿 ${name} 无法读取：${fillWords(error.kind.title, 'zh-CN', error.values)}`,
      `The workbook ${name} cannot be read: ${fillWords(error.kind.title, 'en', error.values)}`,
      error,
    );
  }
  return lines;
}

function toText(cell: RawCell | undefined): string {
  if (cell === undefined) return '';
  return cell.kind === 'number'
    ? toDecimalText(cell.text)
    : cell.text.replaceAll(/[\t\r\n]+/g, ' ');
}
