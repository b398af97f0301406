import { readdirSync, readFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';

import { PDFDocument } from '@cantoo/pdf-lib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { systemActor } from '#kernel/access/system-actor.ts';
import { zipParts } from '#kernel/documents/sheets/zip-stream.ts';
import { newId } from '#kernel/ids/id.ts';
import { runImport } from '#kernel/imports/run-import.ts';
import { fillWords } from '#kernel/problems/contract.ts';
import { ProblemError } from '#kernel/problems/problem-error.ts';
import { staffWith } from '#test/support/actors.ts';
import { startTestApp, type TestApp } from '#test/support/app.ts';

import { type BudgetVersion, permissions, routes } from '../contract.ts';
import { createYearImporter } from './importers/years.ts';
import { LARGEST_FILE, readBudgetFile } from './reading/read-budget-file.ts';
import * as repository from './repository.ts';

const maker = staffWith([permissions.view.name, permissions.draft.name]);
const folder = new URL('../../../../centres/songjiang/budget/2024/', import.meta.url);
const lines = readFileSync(new URL('budget_lines.csv', folder), 'utf8');
const NAME = '2024年预算行.csv';

async function zipOf(texts: Record<string, string>): Promise<Buffer> {
  const parts = Object.entries(texts).map(([name, text]) => ({ name, content: [text] }));
  return buffer(Readable.from(zipParts(Readable.from(parts))));
}

/** Pages that are pictures, as a scanner makes them. */
async function makeScan(pages: number): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const picture = await document.embedPng(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=',
  );
  for (let page = 0; page < pages; page += 1)
    document.addPage([595, 842]).drawImage(picture, { x: 0, y: 0, width: 595, height: 842 });
  return document.save();
}

/** The file with one cell of its third row (line L002) changed. */
function withCell(field: string, value: string): string {
  const [head = '', first = '', second = '', ...rest] = lines.split('\n');
  const index = head.replace('\uFEFF', '').split(',').indexOf(field);
  const cells = second.split(',');
  cells[index] = value;
  return [head, first, cells.join(','), ...rest].join('\n');
}

function withoutColumn(field: string): string {
  const index = (lines.split('\n')[0] ?? '').replace('\uFEFF', '').split(',').indexOf(field);
  return lines
    .split('\n')
    .map((row) =>
      row
        .split(',')
        .filter((_, at) => at !== index)
        .join(','),
    )
    .join('\n');
}

const base64 = (text: string | Uint8Array): string => Buffer.from(text).toString('base64');

describe('bad input', () => {
  let app: TestApp;
  let draft: BudgetVersion;

  const importPackage = async (texts: Record<string, string>) => {
    const deps = { database: app.database, clock: app.clock };
    const importer = createYearImporter(deps);
    const file = Buffer.from(JSON.stringify(texts), 'utf8');
    const { rows } = (await importer.files?.read(file, 'package')) ?? { rows: [] };
    return runImport(deps, systemActor(maker.centreId, 'test'), importer, 'package', rows);
  };

  const packageTexts = (): Record<string, string> =>
    Object.fromEntries(
      readdirSync(folder).map((name) => [name, readFileSync(new URL(name, folder), 'utf8')]),
    );

  beforeAll(async () => {
    app = await startTestApp();
    await importPackage(packageTexts());
    const { items } = (await app.send(maker, routes.listVersions)).body;
    draft = (
      await app.send(maker, routes.createVersion, {
        body: { year: 2024, stage: 'adjustment', parentId: items[0]?.id ?? null },
        key: newId(),
      })
    ).body;
  });
  afterAll(() => app.close());

  const take = (content: string | Uint8Array) =>
    app.send(maker, routes.takeLines, {
      params: { id: draft.id },
      body: { version: draft.version, name: NAME, content: base64(content) },
    });

  const unchanged = async () => {
    const { body } = await app.send(maker, routes.getVersion, { params: { id: draft.id } });
    expect(body.rows).toEqual(draft.rows);
    expect(body.version).toBe(draft.version);
  };

  test.each([
    ['a float', withCell('amount_yuan', '1.5e6'), '第 3 行 amount_yuan=1.5e6', '两位小数'],
    [
      'a third decimal',
      withCell('amount_yuan', '100.001'),
      '第 3 行 amount_yuan=100.001',
      '两位小数',
    ],
    [
      'an unknown code',
      withCell('func_code', '2019998'),
      '第 3 行 func_code=2019998',
      '2024 年的登记',
    ],
    ['a code of a past year', withCell('year', '2023'), '第 3 行 year=2023', '年度应为 2024'],
    ['a duplicate line', withCell('line_id', 'L001'), '第 3 行 line_id=L001', '与第 2 行重复'],
    ['a total', withCell('line_id', '合计'), '第 3 行 line_id=合计', '合计行不导入'],
    ['a missing column', withoutColumn('amount_yuan'), '缺少列 amount_yuan', '缺少列'],
    ['no rows', `${lines.split('\n')[0] ?? ''}\n`, '没有数据行', '没有数据行'],
    ['broken quotes', `${lines}"L099`, '不是完整的 CSV', '不是完整的 CSV'],
  ])('%s is refused with file, row and rule, and nothing is taken', async (_, file, row, rule) => {
    const answer = await take(file);
    expect(answer.problem).toBe('budget/bad-file');
    const said = String(answer.document['title']);
    expect(said).toContain(NAME);
    expect(said).toContain(row);
    expect(said).toContain(rule);
    await unchanged();
  });

  describe('a code that only a past year has', () => {
    const PAST = '2013905';
    const said = ['2013905', '只在 2023 年的登记中', '不在 2024 年的登记中'];

    beforeAll(() =>
      app.database.transaction(async (tx) => {
        const year = await repository.findYear(tx, maker.centreId, 2024);
        if (year === undefined) throw new Error('The year is not loaded');
        repository.insertYear(tx, {
          centreId: maker.centreId,
          year: 2023,
          template: { ...year.template, year: 2023 },
          profile: null,
          codes: { function: { [PAST]: '社会工作专项' }, economic: {} },
          at: app.clock.now(),
        });
      }),
    );

    test('is refused by its name and both years out of a file, and nothing is taken', async () => {
      const answer = await take(withCell('func_code', PAST));
      expect(answer.problem).toBe('budget/bad-file');
      const title = String(answer.document['title']);
      for (const part of [NAME, '第 3 行', `func_code=${PAST}`, ...said])
        expect(title).toContain(part);
      await unchanged();
    });

    test('is refused the same where it is typed', async () => {
      const rows = draft.rows.map((line, at) =>
        at === 1 ? { ...line, functionCode: PAST } : line,
      );
      const answer = await app.send(maker, routes.saveVersion, {
        params: { id: draft.id },
        body: { version: draft.version, rows, facts: draft.facts },
      });
      expect(answer.problem).toBe('budget/bad-lines');
      for (const part of ['第 2 行', ...said]) expect(answer.document['title']).toContain(part);
      await unchanged();
    });
  });

  test('a package with one bad row brings nothing: neither year nor project nor line', async () => {
    const other = startTestApp();
    try {
      const { database, clock } = await other;
      const importer = createYearImporter({ database, clock });
      const bad = { ...packageTexts(), 'budget_lines.csv': withCell('amount_yuan', '1.001') };
      const file = Buffer.from(JSON.stringify(bad), 'utf8');
      const { rows } = (await importer.files?.read(file, 'package')) ?? { rows: [] };
      const actor = systemActor(maker.centreId, 'test');
      const deps = { database, clock };
      const attempt = runImport(deps, actor, importer, 'package', rows);
      await expect(attempt).rejects.toMatchObject({ values: { row: 3, field: 'amount_yuan' } });
      expect((await (await other).send(maker, routes.listVersions)).body.items).toEqual([]);
    } finally {
      await (await other).close();
    }
  });

  test('a file of more than 20 MB is refused by its size, and nothing is taken', async () => {
    const answer = await take(Buffer.alloc(LARGEST_FILE + 1, 0x20));
    expect(answer.problem).toBe('budget/bad-file');
    expect(String(answer.document['title'])).toContain('20 MB');
    await unchanged();
  });

  test('a file of 40 MB is refused by name and size before it is read', async () => {
    const large = Buffer.alloc(40_000_000, 0x20);
    await expect(readBudgetFile('预算.txt', large)).rejects.toThrow('预算.txt has 40 MB');
  });

  test('the PDF of pictures is told as such, with its name and pages', async () => {
    const pictures = await makeScan(3);
    const answer = await app.send(maker, routes.auditDocument, {
      body: { name: '扫描件.pdf', content: base64(pictures) },
    });
    expect(answer.problem).toBe('budget/unreadable');
    expect(String(answer.document['title'])).toContain('扫描件.pdf 共 3 页，没有文字');
  });

  test('what goes out as a package comes in again, unchanged', async () => {
    const { rawPayload } = await app.app.http.inject({
      method: 'GET',
      url: routes.downloadPackage.path.replace(':id', draft.id),
      headers: { 'x-test-actor': maker.id },
    });
    expect(rawPayload.subarray(0, 2).toString()).toBe('PK');
    const taken = await take(rawPayload);
    expect(taken.body.rows).toEqual(draft.rows);
    draft = taken.body;
  });

  test('a package that lacks its lines, and one that is damaged, are refused by name', async () => {
    const zip = await zipOf({ 'codes.csv': 'register,code,name' });
    const lacking = await take(zip);
    expect(lacking.problem).toBe('budget/bad-file');
    expect(String(lacking.document['title'])).toContain('压缩包中没有 budget_lines.csv');
    const damaged = await take(zip.subarray(0, zip.length - 30));
    expect(damaged.problem).toBe('budget/bad-file');
    expect(String(damaged.document['title'])).toContain(NAME);
    await unchanged();
  });

  test('a package with one bad row is refused with its row, like the file by itself', async () => {
    const zip = await zipOf({ 'p/budget_lines.csv': withCell('amount_yuan', '100.001') });
    const answer = await take(zip);
    expect(answer.problem).toBe('budget/bad-file');
    expect(String(answer.document['title'])).toContain('第 3 行 amount_yuan=100.001');
    await unchanged();
  });

  test.each([
    ['lacks its layout', { 'facts.json': undefined }, '数据包缺少 facts.json'],
    ['has facts that are none', { 'facts.json': '{"year":2024}' }, 'facts.json unit 内容不符'],
    ['has a broken register', { 'codes.csv': 'register,code\n"a' }, 'codes.csv'],
  ])(
    'a package that %s is refused by the name of its file, and brings nothing',
    async (_, changes, said) => {
      const other = await startTestApp();
      try {
        const { database, clock } = other;
        const importer = createYearImporter({ database, clock });
        const texts = Object.entries({ ...packageTexts(), ...changes }).flatMap(([name, text]) =>
          text === undefined ? [] : [[name, text] as const],
        );
        const file = await zipOf(Object.fromEntries(texts));
        const { rows } = (await importer.files?.read(file, 'package.zip')) ?? { rows: [] };
        const actor = systemActor(maker.centreId, 'test');
        const attempt = runImport({ database, clock }, actor, importer, 'p', rows);
        const refused = await attempt.catch((error: unknown) => error);
        if (!(refused instanceof ProblemError)) throw new Error('It was not refused');
        expect(fillWords(refused.kind.title, 'zh-CN', refused.values)).toContain(said);
        expect((await other.send(maker, routes.listVersions)).body.items).toEqual([]);
      } finally {
        await other.close();
      }
    },
  );

  test('a year is taken from a zipped package as from its files', async () => {
    const other = await startTestApp();
    try {
      const { database, clock } = other;
      const importer = createYearImporter({ database, clock });
      const file = await zipOf(packageTexts());
      const { rows } = (await importer.files?.read(file, 'package.zip')) ?? { rows: [] };
      await runImport(
        { database, clock },
        systemActor(maker.centreId, 'test'),
        importer,
        'p',
        rows,
      );
      const { items } = (await other.send(maker, routes.listVersions)).body;
      expect(items).toMatchObject([{ year: 2024, total: '39311854.30', lines: 45 }]);
    } finally {
      await other.close();
    }
  });
});
