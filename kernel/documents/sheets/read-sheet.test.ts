import ExcelJS from 'exceljs';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';

import { defineSheetColumns } from './columns.ts';
import { readSheet } from './read-sheet.ts';

const columns = defineSheetColumns([
  {
    key: 'code',
    heading: { 'zh-CN': '货位编号', en: 'Shelf code' },
    type: 'code',
    required: true,
    maxLength: 10,
  },
  { key: 'name', heading: { 'zh-CN': '名称', en: 'Name' }, type: 'text', required: true },
  { key: 'pieces', heading: { 'zh-CN': '件数', en: 'Pieces' }, type: 'integer', min: 1, max: 99 },
  { key: 'fee', heading: { 'zh-CN': '费用（元）', en: 'Fee (CNY)' }, type: 'money' },
  { key: 'since', heading: { 'zh-CN': '启用日期', en: 'In use since' }, type: 'date' },
  { key: 'seenAt', heading: { 'zh-CN': '巡检时间', en: 'Seen at' }, type: 'datetime' },
  {
    key: 'kind',
    heading: { 'zh-CN': '类型', en: 'Kind' },
    type: 'choice',
    choices: [
      { value: 'open', label: { 'zh-CN': '开放', en: 'Open' } },
      { value: 'closed', label: { 'zh-CN': '封存', en: 'Closed' } },
    ],
    check: (value) =>
      value === 'closed' ? { 'zh-CN': '暂不办理封存', en: 'cannot be closed yet' } : undefined,
  },
]);

async function readText(text: string): ReturnType<typeof readSheet<typeof columns>> {
  return readSheet(Buffer.from(text), { columns });
}

const HEAD = '货位编号,名称,件数,费用（元）,启用日期,巡检时间,类型';

describe('every bad cell is named', () => {
  it('with its row, its column and the reason in both languages, and the good rows are kept', async () => {
    const read = await readText(
      [
        HEAD,
        'A1,甲,2,1.5,2026-01-31,,开放',
        'A2,,0,1.555,2026-02-30,昨天,柜台',
        ',乙,很多,,,,封存',
        'A4,丁,,,,,',
      ].join('\n'),
    );
    expect(read.rowCount).toBe(4);
    expect(read.rows.map((row) => row.row)).toEqual([2, 5]);
    expect(
      read.problems.map((one) => [one.cell, one.column, one.value, one.reason['zh-CN']]),
    ).toEqual([
      ['B3', 'name', '', '必填，不能为空'],
      ['C3', 'pieces', '0', '不能小于 1'],
      ['D3', 'fee', '1.555', '应为金额（元），最多两位小数'],
      ['E3', 'since', '2026-02-30', '没有这一天'],
      ['F3', 'seenAt', '昨天', '应为日期和时间，如 2026-01-31 09:30'],
      ['G3', 'kind', '柜台', '只能填写：开放、封存'],
      ['A4', 'code', '', '必填，不能为空'],
      ['C4', 'pieces', '很多', '应为整数'],
      ['G4', 'kind', '封存', '暂不办理封存'],
    ]);
    expect(read.problems[5]).toMatchObject({
      row: 3,
      heading: { 'zh-CN': '类型', en: 'Kind' },
      reason: { en: 'must be one of: Open, Closed' },
    });
  });

  it('and counted to the last when there are more than can be listed', async () => {
    const lines = Array.from({ length: 200 }, (_, index) => `A${index},,,,,,`);
    const read = await readSheet(Buffer.from([HEAD, ...lines].join('\n')), {
      columns,
      problems: 20,
    });
    expect(read.problems).toHaveLength(20);
    expect(read.problemCount).toBe(200);
  });
});

describe('headings', () => {
  it('may be in either language or the field name, in any order, below a title', async () => {
    const read = await readText(
      '附件1：货位一览表\n填表人：张三\nName,shelf CODE（必填）,pieces *,备注\n甲,A1,3,x\n',
    );
    expect(read.headingRow).toBe(3);
    expect(read.rows).toEqual([
      {
        row: 4,
        values: {
          code: 'A1',
          name: '甲',
          pieces: 3,
          fee: null,
          since: null,
          seenAt: null,
          kind: null,
        },
      },
    ]);
    expect(read.unknownHeadings).toEqual([{ cell: 'D3', text: '备注' }]);
  });

  it('that are required and missing are named', async () => {
    await expect(readText('名称,件数\n甲,1\n')).rejects.toMatchObject({
      kind: { code: 'documents/sheet-headings-missing' },
      values: { columns: '货位编号 Shelf code' },
    });
    await expect(readText('甲,乙\n1,2\n')).rejects.toMatchObject({
      values: { columns: expect.stringContaining('名称 Name') },
    });
  });

  it('that appear twice are refused', async () => {
    await expect(readText('货位编号,名称,Name\nA1,甲,乙\n')).rejects.toMatchObject({
      kind: { code: 'documents/sheet-heading-twice' },
    });
  });

  it('must not be ambiguous in the declaration', () => {
    const heading = { 'zh-CN': '名称', en: 'Name' };
    expect(() =>
      defineSheetColumns([
        { key: 'a', heading, type: 'text' },
        { key: 'b', heading: { 'zh-CN': '名 称', en: 'Other' }, type: 'text' },
      ]),
    ).toThrow('Columns a and b have the same heading');
  });
});

describe('a text file', () => {
  const body = 'A1,松江䶮,2,1.00,2026-01-31,,开放';

  it('is understood in the encodings that offices use', async () => {
    const text = `${HEAD}\r\n${body}\r\n`;
    const files = {
      'utf-8': [Buffer.from(text), Buffer.from(`\ufeff${text}`)],
      gb18030: [iconv.encode(text, 'gb18030')],
      'utf-16le': [Buffer.from(`\ufeff${text}`, 'utf16le')],
      'utf-16be': [Buffer.from(`\ufeff${text}`, 'utf16le').swap16()],
    };
    for (const [encoding, variants] of Object.entries(files)) {
      for (const bytes of variants) {
        const read = await readSheet(bytes, { columns });
        expect(read).toMatchObject({
          encoding,
          problems: [],
          rows: [{ values: { name: '松江䶮' } }],
        });
      }
    }
  });

  it('may be separated by commas, tabs or semicolons', async () => {
    for (const separator of [',', '\t', ';']) {
      const text = `${HEAD}\n${body}`.replaceAll(',', separator);
      expect(await readText(text)).toMatchObject({
        problems: [],
        rows: [{ values: { code: 'A1', fee: 100n } }],
      });
    }
  });

  it('arrives in pieces as well as whole', async () => {
    async function* pieces(): AsyncGenerator<Uint8Array> {
      for (const byte of Buffer.from(`${HEAD}\n${body}`)) yield Uint8Array.of(byte);
    }
    expect(await readSheet(pieces(), { columns })).toMatchObject({ rows: [{ row: 2 }] });
  });

  it('keeps line feeds, separators and quotation marks inside a cell, and counts rows as the program does', async () => {
    const read = await readText(`${HEAD}\n\nA1,"甲\n""乙"",丙",,,,,\nA2,丁,,,,,\n`);
    expect(read.rows.map((row) => [row.row, row.values.name])).toEqual([
      [3, '甲\n"乙",丙'],
      [4, '丁'],
    ]);
  });
});

describe('what people type', () => {
  async function cell(heading: string, text: string): Promise<unknown> {
    const read = await readText(`货位编号,名称,${heading}\nA1,甲,"${text}"\n`);
    const key = columns.find((column) => column.heading['zh-CN'] === heading)?.key ?? '';
    const values: Record<string, unknown> = read.rows[0]?.values ?? {};
    return read.problems[0]?.reason.en ?? values[key];
  }

  it('has full-width digits and spaces made plain', async () => {
    const read = await readText('货位编号,名称,件数\n　Ａ－０１　,　第８货架　,　１２　\n');
    expect(read.rows[0]?.values).toMatchObject({ code: 'A-01', name: '第8货架', pieces: 12 });
  });

  it('is a day in any of the usual forms', async () => {
    for (const text of [
      '2026-01-31',
      '2026/1/31',
      '2026.1.31',
      '2026年1月31日',
      '20260131',
      '２０２６－０１－３１',
      '2026/1/31 0:00:00',
    ]) {
      expect(await cell('启用日期', text)).toBe('2026-01-31');
    }
    for (const text of ['31/01/2026', '2026-01', '2026-01-31 08:00', '46053', '一月']) {
      expect(await cell('启用日期', text)).toContain('must be a date');
    }
    expect(await cell('启用日期', '2025-02-29')).toContain('does not exist');
  });

  it('is an instant in the zone of the centre', async () => {
    const wanted = new Date('2026-01-31T01:30:00Z');
    for (const text of [
      '2026-01-31 09:30',
      '2026/1/31 9:30:00',
      '2026年1月31日9时30分',
      '2026-01-31T09:30:00+08:00',
      '2026-01-31T01:30Z',
    ]) {
      expect(await cell('巡检时间', text)).toEqual(wanted);
    }
    expect(await cell('巡检时间', '2026-01-31 24:01')).toContain('must be a date and time');
  });

  it('is an amount with or without separators and signs of currency, never rounded', async () => {
    const good = {
      '1,234,567.89': 123_456_789n,
      '￥12.5': 1250n,
      '12元': 1200n,
      '-0.05': -5n,
      '１２．３０': 1230n,
      '0.10': 10n,
      '9007199254740993.01': 900_719_925_474_099_301n,
    };
    for (const [text, fen] of Object.entries(good))
      expect(await cell('费用（元）', text)).toBe(fen);
    for (const text of ['1.005', '1,23', '12万', '1e3', '.5', '--1', 'NaN', '0x10']) {
      expect(await cell('费用（元）', text)).toContain('must be an amount');
    }
  });
});

describe('a workbook that another program made', () => {
  async function bookOf(
    fill: (sheet: ExcelJS.Worksheet, book: ExcelJS.Workbook) => void,
  ): Promise<Buffer> {
    const book = new ExcelJS.Workbook();
    const sheet = book.addWorksheet('一览');
    sheet.addRow(columns.map((column) => column.heading['zh-CN']));
    fill(sheet, book);
    return Buffer.from(await book.xlsx.writeBuffer());
  }

  it('gives its texts, rich texts, dates, amounts and results of formulas', async () => {
    const bytes = await bookOf((sheet) => {
      sheet.addRow([
        'A1',
        { richText: [{ text: '第' }, { text: '一', font: { bold: true } }] },
        3,
        0.1 + 0.2,
        new Date('2026-01-31T00:00:00Z'),
        new Date('2026-01-31T09:30:00Z'),
        '开放',
      ]);
      sheet.getCell('E2').numFmt = 'yyyy"年"m"月"d"日"';
      sheet.getCell('F2').numFmt = 'yyyy/m/d h:mm';
      sheet.addRow([
        101,
        '乙',
        { formula: '1+1', result: 2 },
        { formula: 'D2', result: 12.34 },
        20_260_131,
      ]);
    });
    const read = await readSheet(bytes, { columns });
    expect(read.problems).toEqual([]);
    expect(read.rows.map((row) => row.values)).toEqual([
      {
        code: 'A1',
        name: '第一',
        pieces: 3,
        fee: 30n,
        since: '2026-01-31',
        seenAt: new Date('2026-01-31T01:30:00Z'),
        kind: 'open',
      },
      {
        code: '101',
        name: '乙',
        pieces: 2,
        fee: 1234n,
        since: '2026-01-31',
        seenAt: null,
        kind: null,
      },
    ]);
  });

  it('has failed formulas, mangled codes and days hidden as numbers named', async () => {
    const bytes = await bookOf((sheet) => {
      sheet.addRow([
        310_117_198_001_010_000,
        { error: '#REF!' },
        { formula: 'A1' },
        new Date('2026-01-31T00:00:00Z'),
        46_053,
      ]);
      sheet.addRow([new Date('2026-03-04T00:00:00Z'), '乙']);
    });
    const { problems } = await readSheet(bytes, { columns });
    expect(problems.map((one) => [one.cell, one.reason.en.slice(0, 34)])).toEqual([
      ['A2', 'is a code of more than 15 digits s'],
      ['B2', 'is a formula that fails'],
      ['C2', 'is a formula without a stored resu'],
      ['D2', 'must be an amount in yuan with at '],
      ['E2', 'must be a date such as 2026-01-31'],
      ['A3', 'is a code that the spreadsheet pro'],
    ]);
  });

  it('is read from its first visible sheet, or from the one that is named', async () => {
    const bytes = await bookOf((sheet, book) => {
      sheet.state = 'hidden';
      const other = book.addWorksheet('另表');
      other.addRow(['货位编号', '名称']);
      other.addRow(['B1', '另']);
    });
    expect((await readSheet(bytes, { columns })).rows[0]?.values.code).toBe('B1');
    const named = await readSheet(bytes, { columns, sheetName: '一览' });
    expect(named.rowCount).toBe(0);
    await expect(readSheet(bytes, { columns, sheetName: '没有' })).rejects.toMatchObject({
      kind: { code: 'documents/not-a-sheet' },
    });
  });
});
