import type { Finding } from './finding.ts';
import type { ReadBook } from './reading/read-book.ts';
import type { ReadTable } from './reading/read-table.ts';
import type { SourceLine } from './reading/source.ts';
import { COLUMN_NAMES, TABLE_NAMES } from './reading/table-shapes.ts';
import { TABLE_CODES } from './template.ts';

const MEND = {
  mend: '按原表版式补齐，或改用可读取的文件格式后重新审核。',
  mendEn:
    'Complete the table as its layout has it, or use a format that can be read, and audit again.',
};

/** What stands in the layout's place and could not be read is said, never passed over. */
export function findUnread({ tables }: ReadBook): Finding[] {
  return TABLE_CODES.flatMap((code) => {
    const table = tables.get(code);
    if (table !== undefined) return [...findColumns(table), ...findCells(table)];
    return [
      {
        rule: 'R01',
        severity: 'warning',
        line: 0,
        place: TABLE_NAMES[code],
        quote: '',
        left: '',
        right: TABLE_NAMES[code],
        message: `没有读到${TABLE_NAMES[code]}，与它有关的规则未作判断。`,
        messageEn: `Table ${code.slice(1)} was not found; rules that need it were not evaluated.`,
        ...MEND,
      },
    ];
  });
}

const numberOf = ({ code }: ReadTable): string => code.slice(1);

/** An error of reading at a line of a table. */
const at = (table: ReadTable, rule: string, source: SourceLine) => ({
  rule,
  severity: 'error' as const,
  line: source.number,
  place: TABLE_NAMES[table.code],
  quote: source.text.trim(),
  left: '',
  right: '',
  ...MEND,
});

/** Columns that are not there, stand there twice, or have a heading that nobody knows. */
function findColumns(table: ReadTable): Finding[] {
  const name = TABLE_NAMES[table.code];
  const number = numberOf(table);
  return [
    ...table.missing.map((column) => ({
      ...at(table, 'R02', table.title),
      place: `${name} · ${COLUMN_NAMES[column]}`,
      right: COLUMN_NAMES[column],
      message: `${name}缺少“${COLUMN_NAMES[column]}”一列，或表头无法识别。`,
      messageEn: `Table ${number} lacks a column, or its heading cannot be read.`,
    })),
    ...table.doubled.map(({ name: column, source }) => ({
      ...at(table, 'R05', source),
      place: `${name} · ${COLUMN_NAMES[column]}`,
      left: COLUMN_NAMES[column],
      right: COLUMN_NAMES[column],
      message: `${name}有两列“${COLUMN_NAMES[column]}”，与该表有关的规则未作判断。`,
      messageEn: `Table ${number} has one column twice; rules that need the table were not evaluated.`,
    })),
    ...table.strangers.map(({ source, text }) => ({
      ...at(table, 'R06', source),
      left: text.trim(),
      message: `${name}中“${text.trim()}”所在的一列表头无法识别，与该表有关的规则未作判断。`,
      messageEn: `The heading above "${text.trim()}" in table ${number} is not known; rules that need the table were not evaluated.`,
    })),
  ];
}

/** Rows whose figures have left their columns, and cells that hold no amount where one belongs. */
function findCells(table: ReadTable): Finding[] {
  const name = TABLE_NAMES[table.code];
  return [
    ...table.misfits.map((source) => ({
      ...at(table, 'R04', source),
      message: `这一行的金额分不清属于${name}的哪一列，与该表有关的规则未作判断。`,
      messageEn: `It cannot be told to which columns of table ${numberOf(table)} the figures of this row belong; rules that need the table were not evaluated.`,
      mend: '改用保留空白单元格的文件（工作簿、网页或原版 PDF）重新审核。',
      mendEn:
        'Audit a file that keeps blank cells: the workbook, the web page or the original PDF.',
    })),
    ...table.badCells.map(({ source, text }) => ({
      ...at(table, 'R03', source),
      left: text.trim(),
      message: `“${text.trim()}”不是金额（千分位、小数位或字符有误）。`,
      messageEn: `"${text.trim()}" is not an amount (separators, decimals or characters are wrong).`,
      mend: '改为形如 39,311,854.30 的金额。',
      mendEn: 'Write the amount as 39,311,854.30.',
    })),
  ];
}
