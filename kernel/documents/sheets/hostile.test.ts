import { deflateRawSync } from 'node:zlib';

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { ProblemError } from '#kernel/problems/problem-error.ts';

import { guardFormula, trimCell, unguardFormula } from './cell-text.ts';
import { defineSheetColumns } from './columns.ts';
import { readSheet } from './read-sheet.ts';
import {
  contentTypes,
  PACKAGE_RELATIONS,
  STYLES,
  workbook,
  workbookRelations,
} from './xlsx-parts.ts';

const columns = defineSheetColumns([
  { key: 'name', heading: { 'zh-CN': '名称', en: 'Name' }, type: 'text' },
  { key: 'size', heading: { 'zh-CN': '大小', en: 'Size' }, type: 'integer' },
]);

interface Part {
  readonly name: string;
  readonly body: Buffer;
  /** What the directory claims, where it lies. */
  readonly claimed?: number;
  readonly flags?: number;
}

/** A zip archive with whatever directory the test wants. */
function zip(parts: readonly Part[]): Buffer {
  const pieces: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, body, claimed, flags = 0 } of parts) {
    const packed = deflateRawSync(body);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x0403_4b50, 0);
    local.writeUInt16LE(name.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x0201_4b50, 0);
    entry.writeUInt16LE(flags, 8);
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(packed.length, 20);
    entry.writeUInt32LE(claimed ?? body.length, 24);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt32LE(offset, 42);
    pieces.push(local, Buffer.from(name), packed);
    directory.push(entry, Buffer.from(name));
    offset += 30 + name.length + packed.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x0605_4b50, 0);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...pieces, ...directory, end]);
}

const HEADINGS =
  '<row r="1"><c r="A1" t="inlineStr"><is><t>名称</t></is></c><c r="B1" t="inlineStr"><is><t>大小</t></is></c></row>';

function book(sheet: string, more: readonly Part[] = []): Buffer {
  const part = (name: string, body: string): Part => ({ name, body: Buffer.from(body) });
  return zip([
    part('_rels/.rels', PACKAGE_RELATIONS),
    part('xl/styles.xml', STYLES),
    part('xl/workbook.xml', workbook('表', 1)),
    part('xl/_rels/workbook.xml.rels', workbookRelations(1)),
    part('xl/worksheets/sheet1.xml', sheet),
    part('[Content_Types].xml', contentTypes(1)),
    ...more,
  ]);
}

function sheetOf(rows: string, after = ''): string {
  return `<worksheet><sheetData>${HEADINGS}${rows}</sheetData>${after}</worksheet>`;
}

async function refusal(bytes: Buffer, limits = {}): Promise<string> {
  const error: unknown = await readSheet(bytes, { columns, limits }).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  return error instanceof ProblemError ? error.kind.code : `not refused: ${String(error)}`;
}

describe('a zip bomb', () => {
  const bomb = Buffer.alloc(30_000_000, 0x20);

  it('is refused by what its directory promises, before anything is unpacked', async () => {
    const bytes = book(sheetOf(''), [
      { name: 'xl/media/x.bin', body: Buffer.alloc(10), claimed: 4_000_000_000 },
    ]);
    const before = process.cpuUsage();
    expect(await refusal(bytes)).toBe('documents/sheet-too-large');
    expect(process.cpuUsage(before).user).toBeLessThan(1_000_000);
  });

  it('is stopped at the limit when its directory lies', async () => {
    const bytes = zip([
      { name: '_rels/.rels', body: Buffer.from(PACKAGE_RELATIONS) },
      {
        name: 'xl/workbook.xml',
        body: Buffer.concat([Buffer.from('<workbook>'), bomb]),
        claimed: 100,
      },
    ]);
    expect(bytes.length).toBeLessThan(100_000);
    expect(await refusal(bytes, { unzippedBytes: 5_000_000 })).toBe('documents/sheet-too-large');
  });

  it('is refused when it has more files than any workbook', async () => {
    const parts = Array.from({ length: 5001 }, (_, index) => ({
      name: `f${index}`,
      body: Buffer.alloc(0),
    }));
    expect(await refusal(zip(parts))).toBe('documents/sheet-too-large');
  });
});

describe('a workbook that claims a billion cells', () => {
  it.each([
    ['in a merged range', '<mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>'],
    [
      'in a validation',
      '<dataValidations count="1"><dataValidation type="list" sqref="A1:XFD1048576"><formula1>"a"</formula1></dataValidation></dataValidations>',
    ],
    ['in its columns', '<cols><col min="1" max="2000000000" width="9"/></cols>'],
  ])('%s is read for what it holds', async (_where, element) => {
    const rows = '<row r="1048576"><c r="A1048576" t="inlineStr"><is><t>末</t></is></c></row>';
    const read = await readSheet(book(sheetOf(rows, element)), { columns });
    expect(read.rows).toEqual([{ row: 1_048_576, values: { name: '末', size: null } }]);
  });
});

describe('a damaged or dishonest workbook is refused', () => {
  it.each([
    ['with a document type declaration', '<!DOCTYPE x [<!ENTITY a "aaaa">]><worksheet/>'],
    ['with an unknown entity', sheetOf('<row r="2"><c r="A2"><v>&b;</v></c></row>')],
    ['with markup that never ends', '<worksheet><sheetData><row r="1">'],
    ['with rows out of order', sheetOf('<row r="5"/><row r="3"/>')],
    ['with a row beyond the last', sheetOf('<row r="99999999"/>')],
    ['with a cell that cannot be', sheetOf('<row r="2"><c r="ZZZZ2"><v>1</v></c></row>')],
    ['with bytes that are not text', '<worksheet>\u0000</worksheet>'],
  ])('%s', async (_why, sheet) => {
    expect(await refusal(book(sheet))).toBe('documents/sheet-damaged');
  });

  it('when it is cut off, encrypted, of the old format or no workbook at all', async () => {
    const whole = book(sheetOf(''));
    expect(await refusal(whole.subarray(0, whole.length - 30))).toBe('documents/sheet-damaged');
    expect(await refusal(zip([{ name: 'x', body: Buffer.from('x'), flags: 1 }]))).toBe(
      'documents/old-sheet-format',
    );
    expect(await refusal(Buffer.from('d0cf11e0a1b11ae1', 'hex'))).toBe(
      'documents/old-sheet-format',
    );
    expect(await refusal(zip([{ name: 'word/document.xml', body: Buffer.from('<x/>') }]))).toBe(
      'documents/not-a-sheet',
    );
    expect(await refusal(Buffer.from('89504e470d0a1a0a0000', 'hex'))).toBe('documents/not-a-sheet');
    expect(await refusal(Buffer.alloc(0))).toBe('documents/not-a-sheet');
  });

  it('when two of its files have one name', async () => {
    const twice = [1, 2].map(() => ({ name: 'xl/workbook.xml', body: Buffer.from('<workbook/>') }));
    expect(await refusal(zip(twice))).toBe('documents/sheet-damaged');
  });
});

describe('a file beyond the limits is refused', () => {
  it('by its bytes, whole or in pieces', async () => {
    const bytes = Buffer.from(`名称,大小\n${'甲,1\n'.repeat(1000)}`);
    expect(await refusal(bytes, { bytes: 1000 })).toBe('documents/sheet-too-large');
    async function* pieces(): AsyncGenerator<Uint8Array> {
      for (;;) yield bytes;
    }
    await expect(
      readSheet(pieces(), { columns, limits: { bytes: 1_000_000 } }),
    ).rejects.toMatchObject({
      kind: { code: 'documents/sheet-too-large' },
    });
  });

  it('by its rows and by its columns', async () => {
    expect(await refusal(Buffer.from(`名称,大小\n${'甲,1\n'.repeat(101)}`), { rows: 100 })).toBe(
      'documents/sheet-too-large',
    );
    expect(await refusal(Buffer.from(`名称,大小${',x'.repeat(300)}\n甲,1\n`))).toBe(
      'documents/sheet-too-large',
    );
    const far = sheetOf('<row r="2"><c r="XFD2"><v>1</v></c></row>');
    expect(await refusal(book(far))).toBe('documents/sheet-too-large');
  });

  it('but empty cells, however far out, count for nothing', async () => {
    const bytes = Buffer.from(`名称,大小${','.repeat(5000)}\n甲,1\n`);
    expect((await readSheet(bytes, { columns })).rowCount).toBe(1);
  });
});

describe('a text file with a trap', () => {
  it('is refused when a quotation mark is never closed', async () => {
    expect(await refusal(Buffer.from('名称,大小\n"甲,1\n乙,2\n'))).toBe('documents/sheet-damaged');
    expect(await refusal(Buffer.from(`名称,大小\n"${'甲,1\n'.repeat(200_000)}`))).toBe(
      'documents/sheet-damaged',
    );
  });

  it('is refused when its bytes fit no encoding', async () => {
    expect(await refusal(Buffer.from([0xe5, 0x90, 0x8d, 0xff, 0xff, 0x2c, 0x80, 0x81, 0xff]))).toBe(
      'documents/sheet-encoding',
    );
  });

  it('does not take long over a cell of nothing but spaces', () => {
    const spaces = `甲${' '.repeat(1_000_000)}乙`;
    expect(trimCell(spaces)).toBe(spaces);
  });

  it('cannot put a formula into a spreadsheet program', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.constantFrom('', '=', '+', '-', '@', '\t', '\r', '＝', "'="),
        (text, start) => {
          const guarded = guardFormula(start + text);
          expect(guarded).not.toMatch(/^[=+\-@\t\r＝＋－＠]/);
          expect(unguardFormula(guarded)).toBe(start + text);
        },
      ),
    );
  });
});

describe('any bytes at all', () => {
  it('are read or refused with a reason, never with another error', async () => {
    const whole = book(sheetOf('<row r="2"><c r="A2" t="inlineStr"><is><t>甲</t></is></c></row>'));
    const broken = fc
      .array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 12 })
      .map((changes) => {
        const copy = Buffer.from(whole);
        for (const [place, byte] of changes) copy[place] = byte;
        return copy;
      });
    const bytes = fc.oneof(
      broken,
      fc.uint8Array({ maxLength: 400 }).map((one) => Buffer.from(one)),
    );
    await fc.assert(
      fc.asyncProperty(bytes, async (input) => {
        const outcome = await readSheet(input, { columns }).then(
          (read) => read.rowCount >= 0,
          (error: unknown) => error instanceof ProblemError,
        );
        expect(outcome).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});
