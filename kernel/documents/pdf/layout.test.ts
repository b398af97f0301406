import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { Block, Table } from './blocks.ts';
import type { PdfPaper } from './paper.ts';
import { readPaper } from './read-back.ts';
import { renderPaper } from './render.ts';

const createdAt = new Date('2026-03-05T01:30:00Z');

async function pagesOf(body: readonly Block[], more: Partial<PdfPaper> = {}): Promise<string[]> {
  const paper: PdfPaper = { title: '试样', body, ...more };
  const { bytes } = await renderPaper(paper, { locale: 'zh-CN', createdAt });
  return [...(await readPaper(bytes)).pages];
}

function tableOf(count: number, more: Partial<Table> = {}): Table {
  return {
    kind: 'table',
    columns: [
      { heading: '序号', width: 1, align: 'right' },
      { heading: '名称', width: 4 },
    ],
    rows: Array.from({ length: count }, (_, index) => [`${index + 1}`, `第${index + 1}项`]),
    ...more,
  };
}

describe('a table over several pages', () => {
  it('repeats its head and its caption on every page and loses no row', async () => {
    const pages = await pagesOf([tableOf(100, { caption: '表1　清单' })]);
    expect(pages.length).toBeGreaterThan(2);
    for (const page of pages) expect(page).toContain('序号 名称');
    expect(pages[0]).toContain('表1　清单');
    for (const page of pages.slice(1)) expect(page).toContain('表1　清单（续）');
    const all = pages.join('\n');
    for (let row = 1; row <= 100; row += 1) expect(all).toContain(`${row} 第${row}项`);
  });

  it('numbers the pages n of m', async () => {
    const pages = await pagesOf([tableOf(100)]);
    for (const [index, page] of pages.entries()) {
      expect(page).toContain(`第 ${index + 1} 页，共 ${pages.length} 页`);
    }
  });

  it('keeps the total with the last row', async () => {
    const total = ['', '合计'];
    for (let count = 30; count < 42; count += 1) {
      const pages = await pagesOf([tableOf(count, { total })]);
      expect(pages.at(-1)).toContain(`${count} 第${count}项\n合计`);
    }
  });

  it('cuts a row that is taller than a page and goes on with it on the next', async () => {
    const long = Array.from({ length: 400 }, (_, index) => `句${index}尾，`).join('');
    const pages = await pagesOf([
      tableOf(0, {
        rows: [
          ['', long],
          ['2', '之后'],
        ],
      }),
    ]);
    expect(pages.length).toBeGreaterThan(1);
    const text = pages.join('').replaceAll(/[\n ]|第 \d 页，共 \d 页|序号 名称/g, '');
    for (let index = 0; index < 400; index += 1) expect(text).toContain(`句${index}尾`);
    expect(pages.at(-1)).toContain('2 之后');
  });

  it('says that there are no rows', async () => {
    expect((await pagesOf([tableOf(0)]))[0]).toContain('无');
  });

  it('takes rows from a generator, so that they need not all stand in memory', async () => {
    let given = 0;
    const rows = {
      *[Symbol.iterator](): Generator<string[]> {
        for (; given < 3000;) yield [String((given += 1)), '甲'];
      },
    };
    const pages = await pagesOf([tableOf(0, { rows })]);
    expect(given).toBe(3000);
    expect(pages.join('\n')).toContain('3000 甲');
  });
});

describe('pages', () => {
  it('never hold a signature alone: the last lines of the text come with it', async () => {
    const sentence = '申请材料齐全、符合法定形式的，应当受理。';
    for (let count = 25; count < 60; count += 3) {
      const body: Block[] = [
        ...Array.from({ length: count }, (): Block => ({ kind: 'paragraph', text: sentence })),
        { kind: 'signature', organisation: '某某机关', date: '2026年3月5日' },
      ];
      const signed = (await pagesOf(body)).find((page) => page.includes('某某机关'));
      expect(signed).toContain(sentence);
    }
  });

  it('do not leave one line of a paragraph behind or ahead', async () => {
    for (let before = 25; before < 34; before += 1) {
      const pages = await pagesOf([
        ...Array.from({ length: before }, (): Block => ({ kind: 'paragraph', text: '行' })),
        { kind: 'paragraph', text: '长'.repeat(140) },
      ]);
      const counts = pages.map(
        (page) => page.split('\n').filter((line) => /^长+$/.test(line)).length,
      );
      expect(counts.reduce((sum, one) => sum + one, 0)).toBe(4);
      expect(counts).not.toContain(1);
    }
  });

  it('begin anew at a page break, but not twice', async () => {
    const breakHere: Block = { kind: 'page-break' };
    const pages = await pagesOf([
      breakHere,
      { kind: 'paragraph', text: '甲' },
      breakHere,
      breakHere,
      { kind: 'paragraph', text: '乙' },
      breakHere,
    ]);
    expect(pages.map((page) => page.split('\n')[0])).toEqual(['甲', '乙']);
  });

  it('exist even when there is nothing to say', async () => {
    expect(await pagesOf([])).toEqual(['第 1 页，共 1 页']);
  });

  it('refuse margins that leave no room', async () => {
    await expect(pagesOf([], { margins: [10, 100, 10, 100] })).rejects.toThrow(RangeError);
  });
});

describe('pieces that belong together', () => {
  const lines = (count: number): Block[] =>
    Array.from({ length: count }, (_, index): Block => ({
      kind: 'paragraph',
      text: `第${index + 1}条`,
    }));

  it('go to the next page together when they fit there', async () => {
    const pages = await pagesOf([
      ...lines(30),
      { kind: 'keep', blocks: [{ kind: 'heading', text: '附' }, ...lines(8)] },
    ]);
    expect(pages).toHaveLength(2);
    expect(pages[1]?.split('\n').slice(0, 2)).toEqual(['附', '第1条']);
  });

  it('run on over pages when no page can hold them', async () => {
    const pages = await pagesOf([{ kind: 'keep', blocks: lines(90) }]);
    expect(pages.length).toBeGreaterThan(2);
    expect(pages.join('\n')).toContain('第90条');
  });

  it('side by side are refused when they are taller than a page, never cut off', async () => {
    await expect(pagesOf([{ kind: 'beside', left: lines(90), right: [] }])).rejects.toThrow(
      'taller than a page',
    );
  });
});

describe('a form', () => {
  it('shows labels, values and places to sign', async () => {
    const [page = ''] = await pagesOf([
      {
        kind: 'form',
        widths: [1, 2, 1, 2],
        rows: [
          {
            cells: [
              { text: '申请人', label: true },
              { text: '张三', span: 3 },
            ],
          },
          {
            cells: [
              { text: '意见', label: true },
              { foot: '签字：', span: 3 },
            ],
            minHeight: 30,
          },
        ],
      },
      {
        kind: 'fields',
        columns: 2,
        items: [
          { label: '电话', value: '138****1234' },
          { label: '邮编', value: '201600' },
          { label: '地址', value: '某路1号', wide: true },
          { label: '备注', value: '' },
        ],
      },
    ]);
    expect(page).toContain('申请人 张三');
    expect(page).toContain('签字：');
    expect(page).toContain('电话 138****1234 邮编 201600');
    expect(page).toContain('地址 某路1号');
  });

  it('has cells that reach over several rows, which stay on one page', async () => {
    const rows = ['经办', '审核', '批准'].map((who, index) => ({
      cells: [
        ...(index === 0 ? [{ text: '意见', label: true, rows: 3 }] : []),
        { text: who, label: true },
        { foot: '签字：' },
      ],
      minHeight: 30,
    }));
    const form: Block = { kind: 'form', widths: [1, 2, 5], rows };
    const before = Array.from({ length: 22 }, (): Block => ({ kind: 'paragraph', text: '行' }));
    const pages = await pagesOf([...before, form]);
    expect(pages).toHaveLength(2);
    expect(pages[0]).not.toContain('经办');
    for (const word of ['意见', '经办', '审核', '批准']) expect(pages[1]).toContain(word);
  });

  it.each([
    ['a row does not cover its columns', [[{}]], 'Row 1 of the form does not cover its 2 columns'],
    ['a row covers too many', [[{ span: 2 }, {}]], 'Row 1 of the form does not cover'],
    [
      'a cell runs into one that reaches down',
      [
        [{ rows: 2 }, {}],
        [{}, {}],
      ],
      'Row 2 of the form',
    ],
    ['a cell reaches below the last row', [[{ rows: 2 }, {}]], 'reaches below its last row'],
  ])('is refused when %s', async (_why, cells, message) => {
    const rows = cells.map((row) => ({ cells: row }));
    await expect(pagesOf([{ kind: 'form', widths: [1, 1], rows }])).rejects.toThrow(message);
  });
});

describe('anything that people type', () => {
  it('is set as text and cannot become an instruction of the file', async () => {
    const nasty = ') Tj ET Q (\\) <</JS (app.alert)>> endstream endobj 1 0 obj [<0001>] TJ';
    const [page = ''] = await pagesOf([{ kind: 'paragraph', text: nasty, align: 'left', size: 6 }]);
    expect(page.split('\n')[0]).toBe(nasty);
  });

  it('never breaks the printing of a paper', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 300 }), async (text) => {
        const body: Block[] = [
          { kind: 'title', text },
          { kind: 'paragraph', text },
          { kind: 'fields', items: [{ label: text, value: text }] },
          { ...tableOf(0), rows: [[text, text]] },
          { kind: 'list', items: [text] },
          { kind: 'signers', items: [{ label: text }] },
        ];
        expect((await pagesOf(body)).length).toBeGreaterThan(0);
      }),
      { numRuns: 25 },
    );
  });

  it('is refused as a picture when it is none', async () => {
    const artwork = { kind: 'png', bytes: Buffer.from('not a picture') } as const;
    await expect(pagesOf([{ kind: 'picture', artwork, width: 30 }])).rejects.toThrow('not a PNG');
  });
});
