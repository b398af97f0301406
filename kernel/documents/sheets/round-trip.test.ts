import { Writable } from 'node:stream';

import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { fileTypeFromBuffer } from 'file-type';
import { describe, expect, it } from 'vitest';

import { toPlainCode, toPlainDigits, trimCell } from './cell-text.ts';
import { defineSheetColumns, type SheetRow } from './columns.ts';
import { readSheet } from './read-sheet.ts';
import { sheetTemplate } from './sheet-template.ts';
import { streamCsv, writeCsv, type CsvWriteOptions } from './write-csv.ts';
import { streamXlsx, writeXlsx } from './write-xlsx.ts';

const columns = defineSheetColumns([
  { key: 'name', heading: { 'zh-CN': '名称', en: 'Name' }, type: 'text', maxLength: 40_000 },
  { key: 'code', heading: { 'zh-CN': '编号', en: 'Code' }, type: 'code' },
  { key: 'amount', heading: { 'zh-CN': '金额（元）', en: 'Amount (CNY)' }, type: 'money' },
  { key: 'count', heading: { 'zh-CN': '数量', en: 'Count' }, type: 'integer' },
  { key: 'score', heading: { 'zh-CN': '得分', en: 'Score' }, type: 'number' },
  { key: 'day', heading: { 'zh-CN': '日期', en: 'Day' }, type: 'date' },
  { key: 'at', heading: { 'zh-CN': '时间', en: 'Time' }, type: 'datetime' },
  {
    key: 'state',
    heading: { 'zh-CN': '状态', en: 'State' },
    type: 'choice',
    choices: [
      { value: 'open', label: { 'zh-CN': '在办', en: 'Open' } },
      { value: 'closed', label: { 'zh-CN': '办结', en: 'Closed' } },
    ],
  },
]);
type Row = SheetRow<typeof columns>;

const zh = { locale: 'zh-CN' } as const;

async function toBytes(pieces: AsyncIterable<Buffer>): Promise<Buffer> {
  const all: Buffer[] = [];
  for await (const piece of pieces) all.push(piece);
  return Buffer.concat(all);
}

function collector(): { sink: Writable; bytes: () => Buffer } {
  const pieces: Buffer[] = [];
  const sink = new Writable({
    write(chunk: Buffer, _encoding, done) {
      pieces.push(chunk);
      done();
    },
  });
  return { sink, bytes: () => Buffer.concat(pieces) };
}

const instant = fc.date({
  min: new Date('1992-01-01T00:00:00Z'),
  max: new Date('2200-01-01T00:00:00Z'),
  noInvalidDate: true,
});
const day = fc
  .date({
    min: new Date('1800-01-01T00:00:00Z'),
    max: new Date('9999-12-31T00:00:00Z'),
    noInvalidDate: true,
  })
  .map((date) => date.toISOString().slice(0, 10));
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom('=1+1', "'=1", '@SUM(A1)', '-5', '"甲",乙\n丙', '_x0041_', '䶮㛃𠅤', '＝cmd'),
);

const row: fc.Arbitrary<Row> = fc.record(
  {
    name: anyText,
    code: anyText,
    amount: fc.bigInt({ min: -(10n ** 22n), max: 10n ** 22n }),
    count: fc.maxSafeInteger(),
    score: fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0),
    day,
    at: instant,
    state: fc.constantFrom('open', 'closed'),
  },
  { requiredKeys: [] },
);

/** What a reader is to find: the text without what a sheet cannot hold or an import takes away. */
function expected(given: Row): Record<string, unknown> {
  const text = (
    value: string | null | undefined,
    plain: (one: string) => string,
  ): string | null => {
    const kept = plain(trimCell((value ?? '').toWellFormed()));
    return kept === '' ? null : kept;
  };
  return {
    name: text(given.name, toPlainDigits),
    code: text(given.code, toPlainCode),
    amount: given.amount ?? null,
    count: given.count ?? null,
    score: given.score === undefined || given.score === null ? null : given.score + 0,
    day: given.day ?? null,
    at: given.at ?? null,
    state: given.state ?? null,
  };
}

function isFilled(values: Record<string, unknown>): boolean {
  return Object.values(values).some((value) => value !== null);
}

describe('what is written is read again', () => {
  it('as xlsx: any text, any amount to the fen, any day, any instant to the millisecond', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(row, { maxLength: 6 }), async (rows) => {
        const read = await readSheet(await toBytes(streamXlsx(rows, columns, zh)), { columns });
        expect(read.problems).toEqual([]);
        expect(read.rows.map((one) => one.values)).toEqual(rows.map(expected).filter(isFilled));
      }),
      { numRuns: 60 },
    );
  });

  it('as CSV in UTF-8, and what looks like a formula is disarmed and restored', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 6 }), async (rows) => {
        const plain = rows.map((one) => ({ ...one, score: undefined }));
        const bytes = await toBytes(streamCsv(plain.map(withoutNul), columns, zh));
        const read = await readSheet(bytes, { columns });
        expect(read).toMatchObject({ problems: [], encoding: 'utf-8' });
        const wanted = plain.map(withoutNul).map(expected).filter(isFilled);
        expect(read.rows.map((one) => one.values)).toEqual(wanted);
      }),
      { numRuns: 60 },
    );
  });

  it('as CSV in GB18030, also the characters that GBK does not have', async () => {
    const rows: Row[] = [{ name: '松江䶮堃犇㛃𠅤𬭊€—ḿ', code: '007', amount: 5n }];
    const bytes = await toBytes(streamCsv(rows, columns, { ...zh, encoding: 'gb18030' }));
    expect(new TextDecoder('gb18030', { fatal: true }).decode(bytes)).toContain('𠅤𬭊€—ḿ,007,0.05');
    const read = await readSheet(bytes, { columns });
    expect(read.encoding).toBe('gb18030');
    expect(read.rows[0]?.values).toMatchObject({
      name: '松江䶮堃犇㛃𠅤𬭊€—ḿ',
      code: '007',
      amount: 5n,
    });
  });

  it('with headings and choices in English', async () => {
    const rows: Row[] = [{ name: 'A', state: 'closed' }];
    const bytes = await toBytes(streamXlsx(rows, columns, { locale: 'en' }));
    const read = await readSheet(bytes, { columns });
    expect(read.rows[0]?.values).toMatchObject({ name: 'A', state: 'closed' });
  });
});

function withoutNul(given: Row): Row {
  return {
    ...given,
    name: given.name?.replaceAll('\0', ''),
    code: given.code?.replaceAll('\0', ''),
  };
}

describe('an xlsx file', () => {
  const rows: Row[] = [
    {
      name: '<甲> & "乙"\n第二行',
      code: '0310117198001010013',
      amount: -123_456_789n,
      count: 12,
      score: 0.5,
      day: '2026-03-05',
      at: new Date('2026-03-05T01:30:15Z'),
      state: 'open',
    },
    { name: '=HYPERLINK("http://x")', amount: 99_999_999_999_999_999n },
  ];

  it('is understood by an independent reader, cell by cell', async () => {
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(await toArrayBuffer(streamXlsx(rows, columns, zh)));
    const sheet = book.worksheets[0];
    expect(sheet?.name).toBe('数据');
    expect(sheet?.getRow(1).values).toEqual([
      undefined,
      '名称',
      '编号',
      '金额（元）',
      '数量',
      '得分',
      '日期',
      '时间',
      '状态',
    ]);
    const first = sheet?.getRow(2);
    expect(first?.getCell(1).value).toBe('<甲> & "乙"\n第二行');
    expect(first?.getCell(2).value).toBe('0310117198001010013');
    expect(first?.getCell(3).value).toBe(-1_234_567.89);
    expect(first?.getCell(3).numFmt).toBe('#,##0.00');
    expect(first?.getCell(6).value).toEqual(new Date('2026-03-05T00:00:00Z'));
    expect(first?.getCell(7).value).toEqual(new Date('2026-03-05T09:30:15Z'));
    const second = sheet?.getRow(3);
    expect(second?.getCell(1).type).toBe(ExcelJS.ValueType.String);
    expect(second?.getCell(1).value).toBe('=HYPERLINK("http://x")');
    expect(second?.getCell(3).value).toBe('999999999999999.99');
  });

  it('is known as one by its bytes, and the same rows give the same bytes', async () => {
    const bytes = await toBytes(streamXlsx(rows, columns, zh));
    const type = await fileTypeFromBuffer(bytes);
    expect(type?.mime).toBe('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet');
    expect(Buffer.compare(bytes, await toBytes(streamXlsx(rows, columns, zh)))).toBe(0);
  });

  it('shows the wall clock of the zone that is asked for', async () => {
    const given: Row[] = [{ at: new Date('2026-03-05T20:00:00Z') }];
    const bytes = await toBytes(streamCsv(given, columns, { ...zh, zone: 'Asia/Urumqi' }));
    expect(bytes.toString()).toContain('2026-03-06 02:00:00');
  });

  it('cuts a text that no cell can hold and says so', async () => {
    const given: Row[] = [{ name: '长'.repeat(40_000) }];
    const read = await readSheet(await toBytes(streamXlsx(given, columns, zh)), { columns });
    expect(read.rows[0]?.values.name).toMatch(/^长+……（已截断 cut）$/);
  });
});

async function toArrayBuffer(pieces: AsyncIterable<Buffer>): Promise<ArrayBuffer> {
  return new Uint8Array(await toBytes(pieces)).buffer;
}

describe('a workbook of more rows than a sheet can hold', () => {
  it('goes on with further sheets, each with its headings, and an import says that there are more', async () => {
    const rows: Row[] = Array.from({ length: 5 }, (_, index) => ({ name: `行${index + 1}` }));
    const bytes = await toBytes(streamXlsx(rows, columns, { ...zh, rowsOnSheet: 2 }));
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(new Uint8Array(bytes).buffer);
    expect(book.worksheets.map((sheet) => [sheet.name, sheet.rowCount])).toEqual([
      ['数据', 3],
      ['数据 (2)', 3],
      ['数据 (3)', 2],
    ]);
    expect(book.worksheets[2]?.getCell('A1').value).toBe('名称');
    const read = await readSheet(bytes, { columns });
    expect(read.rowCount).toBe(2);
    expect(read.otherSheets).toEqual(['数据 (2)', '数据 (3)']);
    const third = await readSheet(bytes, { columns, sheetName: '数据 (3)' });
    expect(third.rows[0]?.values.name).toBe('行5');
  });

  it('has one sheet with headings when there are no rows at all', async () => {
    const read = await readSheet(await toBytes(streamXlsx([], columns, zh)), { columns });
    expect(read).toMatchObject({ headingRow: 1, rowCount: 0, otherSheets: [] });
  });
});

describe('a CSV file', () => {
  it('is exactly this', async () => {
    const rows: Row[] = [
      { name: '甲,"乙"', code: '007', amount: 100n, count: -3, day: '2026-03-05', state: 'open' },
      { name: '=1+1', amount: -5n, at: new Date('2026-03-05T01:30:00Z') },
    ];
    const { sink, bytes } = collector();
    const options: CsvWriteOptions = zh;
    expect(await writeCsv(rows, columns, sink, options)).toEqual({ rows: 2 });
    expect(bytes().toString()).toBe(
      '\ufeff名称,编号,金额（元）,数量,得分,日期,时间,状态\r\n' +
        '"甲,""乙""",007,1.00,-3,,2026-03-05,,在办\r\n' +
        "'=1+1,,-0.05,,,,2026-03-05 09:30:00,\r\n",
    );
  });
});

describe('writing', () => {
  it('stops the source when the sink fails', async () => {
    let isClosed = false;
    async function* endless(): AsyncGenerator<Row> {
      try {
        for (let count = 0; ; count += 1)
          yield { name: `行${count}`, code: String(Math.sqrt(count)) };
      } finally {
        isClosed = true;
      }
    }
    let written = 0;
    const sink = new Writable({
      write(chunk: Buffer, _encoding, done) {
        written += chunk.length;
        done(written > 40_000 ? new Error('disk full') : null);
      },
    });
    await expect(writeXlsx(endless(), columns, sink, zh)).rejects.toThrow('disk full');
    await expect.poll(() => isClosed).toBe(true);
  });

  it('fails when the source fails, and does not leave a file that looks whole', async () => {
    async function* failing(): AsyncGenerator<Row> {
      yield { name: '甲' };
      throw new Error('connection lost');
    }
    const { sink, bytes } = collector();
    await expect(writeXlsx(failing(), columns, sink, zh)).rejects.toThrow('connection lost');
    await expect(readSheet(bytes(), { columns })).rejects.toMatchObject({ name: 'ProblemError' });
    await expect(writeCsv(failing(), columns, collector().sink, zh)).rejects.toThrow(
      'connection lost',
    );
  });

  it('asks for no row before the one before it has left: memory stays the same', async () => {
    let given = 0;
    let taken = 0;
    let furthest = 0;
    async function* rows(): AsyncGenerator<Row> {
      // Numbers that do not pack well, so that bytes come out as they go in.
      for (; given < 60_000; given += 1) yield { score: Math.sin(given), count: given * 7919 };
    }
    const sink = new Writable({
      highWaterMark: 1024,
      write(chunk: Buffer, _encoding, done) {
        taken += chunk.length;
        furthest = Math.max(furthest, given * 10 - taken);
        setImmediate(done);
      },
    });
    expect(await writeXlsx(rows(), columns, sink, zh)).toEqual({ rows: 60_000 });
    expect(taken).toBeGreaterThan(600_000);
    // Ten bytes a row at least; what is under way is a few chunks, not the file.
    expect(furthest).toBeLessThan(300_000);
  });

  it('refuses a value that is not of its column', async () => {
    const wrong = [{ amount: 12 }] as unknown as Row[];
    await expect(toBytes(streamCsv(wrong, columns, zh))).rejects.toThrow(
      'Column amount needs a bigint',
    );
  });
});

describe('a template', () => {
  it('is read as a sheet without rows, its notes passed over', async () => {
    for (const locale of ['zh-CN', 'en'] as const) {
      const bytes = await sheetTemplate(columns, { locale });
      expect(await readSheet(bytes, { columns })).toMatchObject({
        rows: [],
        rowCount: 0,
        problemCount: 0,
        unknownHeadings: [],
      });
    }
  });

  it('says how to fill in each column and offers the values of a choice', async () => {
    const book = new ExcelJS.Workbook();
    const bytes = await sheetTemplate(
      defineSheetColumns([
        {
          key: 'name',
          heading: { 'zh-CN': '名称', en: 'Name' },
          type: 'text',
          required: true,
          note: { 'zh-CN': '全称', en: 'in full' },
        },
        {
          key: 'state',
          heading: { 'zh-CN': '状态', en: 'State' },
          type: 'choice',
          choices: columns[7].choices,
        },
      ]),
      zh,
    );
    await book.xlsx.load(new Uint8Array(bytes).buffer, { ignoreNodes: ['dataValidations'] });
    const sheet = book.worksheets[0];
    expect(sheet?.getCell('A1').value).toBe('名称 *');
    expect(sheet?.getCell('A2').value).toBe('※ 必填；文字；全称');
    expect(sheet?.getCell('B2').value).toBe('※ 选填；选择：在办／办结');
  });
});
