import { listSheets } from '#kernel/documents/sheets/list-sheets.ts';
import { readSheet } from '#kernel/documents/sheets/read-sheet.ts';
import type { CellFault } from '#kernel/imports/contract.ts';
import type { SheetRead } from '#kernel/imports/sheets.ts';
import { ProblemError } from '#kernel/problems/problem-error.ts';

import { problems } from '../../../contract.ts';
import { fromCells, toPlainText, toSheetColumns } from './codec.ts';
import { SHEETS, type SheetName } from './sheets.ts';

type Plain = Readonly<Record<string, unknown>>;

/** A row of a sheet as an object, with where it stands. */
interface Part {
  readonly row: number;
  readonly value: Plain;
}

type Parts = Readonly<Record<SheetName, readonly Part[]>>;

/** Reads a workbook of matters. A sheet that is missing has no rows; without 事项 it is no catalogue. */
export async function readWorkbook(file: Buffer): Promise<SheetRead> {
  const present = await listSheets(file);
  if (!present.includes(SHEETS.matters.name)) {
    const reason = `缺少工作表「${SHEETS.matters.name}」/ there is no sheet ${SHEETS.matters.name}`;
    throw new ProblemError(problems.unreadableCatalogue, { reason });
  }
  const faults: CellFault[] = [];
  const read = async (sheet: SheetName): Promise<Part[]> =>
    present.includes(SHEETS[sheet].name) ? readParts(file, sheet, faults) : [];
  const parts: Parts = {
    matters: await read('matters'),
    items: await read('items'),
    papers: await read('papers'),
    questions: await read('questions'),
    fees: await read('fees'),
    fields: await read('fields'),
  };
  return {
    rows: parts.matters.map((matter) => toRow(matter, parts)),
    faults: [...faults, ...findStrays(parts)],
  };
}

async function readParts(file: Buffer, sheet: SheetName, faults: CellFault[]): Promise<Part[]> {
  const { name, columns } = SHEETS[sheet];
  const reading = await readSheet(file, { columns: toSheetColumns(columns), sheetName: name });
  faults.push(
    ...reading.problems.map(({ row, heading, value, reason }) => ({
      row,
      field: `${name} ${heading['zh-CN']}`,
      value,
      reason,
    })),
  );
  return reading.rows.map(({ row, values }) => ({
    row,
    value: fromCells(columns, values as Readonly<Record<string, string | null>>),
  }));
}

/** Parts that name a parent which is not there would be lost without a word. */
function findStrays(parts: Parts): CellFault[] {
  const codesOf = (all: readonly Part[], member: string) =>
    new Set(all.map(({ value }) => value[member]));
  const tasks = codesOf(parts.matters, 'taskCode');
  const items = codesOf(parts.items, 'code');
  const strays = (sheet: SheetName, member: string, known: ReadonlySet<unknown>) =>
    parts[sheet]
      .filter(({ value }) => !known.has(value[member]))
      .map(({ row, value }) => ({
        row,
        field: `${SHEETS[sheet].name} ${member}`,
        value: toPlainText(value[member]),
        reason: {
          'zh-CN': '前面的工作表中没有这个编码',
          en: 'No sheet before this one has the code',
        },
      }));
  return [
    ...strays('items', 'taskCode', tasks),
    ...(['papers', 'questions', 'fees', 'fields'] as const).flatMap((sheet) =>
      strays(sheet, 'itemCode', items),
    ),
  ];
}

/** A matter with all that names it, as JSON, and where each part stands. */
function toRow(matter: Part, parts: Parts): SheetRead['rows'][number] {
  const origins: Record<string, string> = {};
  const note = (path: string, sheet: SheetName, row: number) => {
    origins[path] = `${SHEETS[sheet].name} ${row}`;
  };
  const items = parts.items
    .filter(({ value }) => value['taskCode'] === matter.value['taskCode'])
    .map(({ row, value }, index) => {
      const place = `items.${index}`;
      note(place, 'items', row);
      const of = (sheet: 'papers' | 'questions' | 'fees') =>
        parts[sheet]
          .filter((part) => part.value['itemCode'] === value['code'])
          .map((part, at) => {
            note(`${place}.${sheet}.${at}`, sheet, part.row);
            return without(part.value, 'itemCode');
          });
      const fields = parts.fields.filter((part) => part.value['itemCode'] === value['code']);
      return {
        ...without(value, 'taskCode'),
        papers: of('papers'),
        questions: of('questions'),
        fees: of('fees'),
        form: toForm(fields, (path, at) => note(`${place}.form.${path}`, 'fields', at)),
      };
    });
  const content = JSON.stringify({ ...matter.value, items });
  return {
    rowNumber: matter.row,
    cells: { content, origins: JSON.stringify(origins) },
  };
}

function toForm(rows: readonly Part[], note: (path: string, row: number) => void) {
  const sections: Array<Plain & { readonly fields: Plain[] }> = [];
  for (const { row, value } of rows) {
    const section = value['section'] as Plain | undefined;
    let current = sections.find(({ key }) => key === section?.['key']);
    if (current === undefined) {
      current = { ...section, fields: [] };
      note(`sections.${sections.length}`, row);
      sections.push(current);
    }
    if (value['key'] === undefined) continue;
    note(`sections.${sections.indexOf(current)}.fields.${current.fields.length}`, row);
    const { itemCode: _item, section: _section, more, ...field } = value;
    current.fields.push({ ...field, ...(more as Plain | undefined) });
  }
  return { sections };
}

function without(value: Plain, member: string): Plain {
  return Object.fromEntries(Object.entries(value).filter(([name]) => name !== member));
}
