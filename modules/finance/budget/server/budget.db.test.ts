import { readdirSync, readFileSync } from 'node:fs';

import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { systemActor } from '#kernel/access/system-actor.ts';
import { newId } from '#kernel/ids/id.ts';
import { runImport } from '#kernel/imports/run-import.ts';
import { nobodyInParticular, staffWith } from '#test/support/actors.ts';
import { startTestApp, type TestApp } from '#test/support/app.ts';

import {
  type BudgetVersion,
  type LineShape,
  permissions,
  routes,
  type Stage,
} from '../contract.ts';
import { createYearImporter } from './importers/years.ts';

const all = Object.values(permissions).map(({ name }) => name);
const maker = staffWith([permissions.view.name, permissions.draft.name]);
const approver = staffWith(all);

const folder = new URL('../../../../centres/songjiang/budget/2024/', import.meta.url);
const published = readFileSync(new URL('published.txt', folder), 'utf8');

const toFen = (amount: string): bigint => BigInt(amount.replace('.', ''));

function readPackage(): Buffer {
  const texts = readdirSync(folder).map(
    (name) => [name, readFileSync(new URL(name, folder), 'utf8')] as const,
  );
  return Buffer.from(JSON.stringify(Object.fromEntries(texts)), 'utf8');
}

describe('finance/budget', () => {
  let app: TestApp;
  let approved: BudgetVersion;

  beforeAll(async () => {
    app = await startTestApp();
    const deps = { database: app.database, clock: app.clock };
    const importer = createYearImporter(deps);
    const { rows } = (await importer.files?.read(readPackage(), 'package')) ?? { rows: [] };
    const actor = systemActor(maker.centreId, 'test');
    await runImport(deps, actor, importer, 'package', rows);
    // A second load changes nothing.
    await runImport(deps, actor, importer, 'package', rows);
    const { items } = (await app.send(maker, routes.listVersions)).body;
    approved = await get(items.map(({ id }) => id).join());
  });
  afterAll(() => app.close());

  const get = async (id: string) =>
    (await app.send(maker, routes.getVersion, { params: { id } })).body;

  const draft = async (stage: Stage, parentId: string | null = approved.id) =>
    (
      await app.send(maker, routes.createVersion, {
        body: { year: 2024, stage, parentId },
        key: newId(),
      })
    ).body;

  const save = (version: BudgetVersion, rows: readonly LineShape[]) =>
    app.send(maker, routes.saveVersion, {
      params: { id: version.id },
      body: { version: version.version, rows: [...rows], facts: version.facts },
    });

  const submit = (version: BudgetVersion) =>
    app.send(maker, routes.submitVersion, {
      params: { id: version.id },
      body: { version: version.version },
    });

  test('refuses the public and staff without the permission', async () => {
    expect((await app.send(undefined, routes.listVersions)).problem).toBe('access/not-signed-in');
    expect((await app.send(nobodyInParticular(), routes.listVersions)).problem).toBe(
      'access/forbidden',
    );
    const body = { year: 2024, stage: 'adjustment' as const, parentId: null };
    const reader = staffWith([permissions.view.name]);
    expect((await app.send(reader, routes.createVersion, { body })).problem).toBe(
      'access/forbidden',
    );
  });

  test('AC01, AC07: has the published year: 45 lines, approved, published, read back without a difference', async () => {
    expect(approved).toMatchObject({ total: '39311854.30', lines: 45, state: 'approved' });
    const { body } = await app.send(undefined, routes.getPublication, { query: {} });
    expect(body.readBack).toEqual({ figures: 239, differences: 0 });
    expect(body.projects).toHaveLength(17);
    expect(body.hash).toMatch(/^[0-9a-f]{64}$/);
    const text = body.book.paragraphs.flatMap(({ lines }) =>
      lines.map((parts) => parts.map((part) => part.text).join('')),
    );
    const tables = text.filter((line) => line.includes('\t'));
    expect(tables).toEqual(published.split('\n').filter((line) => line.includes('\t')));
  });

  test('AC20: names the lines behind a printed figure: 24 lines of 17 projects', async () => {
    const { body } = await app.send(undefined, routes.getPublication, { query: { year: 2024 } });
    const table = body.book.paragraphs.find(({ key }) => key === 'table.T3');
    const parts = table?.lines.flat().filter(({ text }) => text === '27,481,797.50') ?? [];
    expect(parts[0]?.figure?.lineKeys).toHaveLength(24);
    const keys = new Set(parts[0]?.figure?.lineKeys);
    const projects = body.lines.filter(({ key }) => keys.has(key)).map((line) => line.projectId);
    expect(new Set(projects).size).toBe(17);
  });

  test('keeps a submitted version as it is, and approves none that was changed behind it', async () => {
    const refused = await save(approved, []);
    expect(refused.problem).toBe('budget/not-draft');
    const version = await draft('adjustment');
    const submitted = await submit(version);
    await app.database.pool.query(
      `UPDATE budget.line SET fen = fen + 1 WHERE version_id = $1 AND line_key = 'L001'`,
      [version.id],
    );
    const answer = await app.send(approver, routes.approveVersion, {
      params: { id: version.id },
      body: {
        version: submitted.body.version,
        document: '松财预〔2024〕2号',
        approvedOn: '2024-01-15',
      },
    });
    expect(answer.problem).toBe('budget/changed-since-submitted');
    expect((await get(approved.id)).lines).toBe(45);
  });

  test('refuses a version of a year that is not loaded, by that year', async () => {
    const body = { year: 2019, stage: 'first-proposal' as const, parentId: null };
    const answer = await app.send(maker, routes.createVersion, { body, key: newId() });
    expect(answer.problem).toBe('budget/no-year');
    expect(answer.document['title']).toContain('2019');
  });

  test('refuses what the state of a version does not allow: to return or publish a draft', async () => {
    const { id, version } = await draft('adjustment');
    const params = { id };
    const returned = await app.send(approver, routes.returnVersion, {
      params,
      body: { version, reason: '请补充依据' },
    });
    expect(returned.problem).toBe('budget/wrong-state');
    const early = await app.send(approver, routes.publishVersion, {
      params,
      body: { version },
    });
    expect(early.problem).toBe('budget/wrong-state');
    expect(await get(id)).toMatchObject({ state: 'draft', version });
  });

  test('refuses a line with an unknown code and saves none, naming row and rule', async () => {
    const version = await draft('adjustment');
    const [first, ...rest] = version.rows;
    if (first === undefined) throw new Error('no line');
    const answer = await save(version, [{ ...first, functionCode: '9999999' }, ...rest]);
    expect(answer.problem).toBe('budget/bad-lines');
    expect(answer.document['title']).toContain('9999999');
    expect((await get(version.id)).version).toBe(1);
  });

  test('AC13: moves 12,000.00 from one line to another: the total stays, the approved version too', async () => {
    const version = await draft('transfer');
    const move = (from: string, to: string) =>
      version.rows.map((line) => {
        if (line.key === from) return { ...line, amount: '220900.00' };
        return line.key === to ? { ...line, amount: '62000.00' } : line;
      });
    const unbalanced = await save(
      version,
      version.rows.map((line) => (line.key === 'L010' ? { ...line, amount: '220900.00' } : line)),
    );
    const refused = await submit(unbalanced.body);
    expect(refused.problem).toBe('budget/unbalanced');
    expect(refused.document['title']).toContain('39311854.30');
    expect(refused.document['title']).toContain('39299854.30');
    const saved = await save(unbalanced.body, move('L010', 'L011'));
    const submitted = await submit(saved.body);
    expect(submitted.body).toMatchObject({ state: 'submitted', total: '39311854.30' });
    const { body } = await app.send(maker, routes.compareVersions, {
      params: { id: version.id },
      query: { with: approved.id },
    });
    expect(body.differences.map(({ key, change }) => `${key} ${change}`)).toEqual([
      'L010 -12000.00',
      'L011 12000.00',
    ]);
    expect(body.printed.map(({ paragraph }) => paragraph)).toEqual(['table.T8', 'table.T8']);
    expect((await get(approved.id)).rows).toEqual(approved.rows);
  });

  test('AC12: refuses 二上 above the control figure with both figures', async () => {
    const control = await draft('control');
    await app.send(approver, routes.setControlFigures, {
      params: { id: control.id },
      body: { version: 1, figures: [{ scope: 'project', amount: '27481797.49' }] },
    });
    const second = await draft('second-proposal');
    const refused = await submit(second);
    expect(refused.problem).toBe('budget/above-control');
    expect(refused.document['title']).toContain('27481797.50');
    expect(refused.document['title']).toContain('27481797.49');
  });

  test('is not approved by who submitted it, and returned with a reason', async () => {
    const version = await draft('adjustment');
    const own = { ...approver };
    const submitted = await app.send(own, routes.submitVersion, {
      params: { id: version.id },
      body: { version: 1 },
    });
    const approval = { document: '松财预〔2024〕1号', approvedOn: '2024-01-15' };
    const refused = await app.send(own, routes.approveVersion, {
      params: { id: version.id },
      body: { version: submitted.body.version, ...approval },
    });
    expect(refused.problem).toBe('budget/same-person');
    const returned = await app.send(approver, routes.returnVersion, {
      params: { id: version.id },
      body: { version: submitted.body.version, reason: '请补充依据' },
    });
    expect(returned.body).toMatchObject({ state: 'draft', returnedFor: '请补充依据' });
    const again = await submit(returned.body);
    const done = await app.send(approver, routes.approveVersion, {
      params: { id: version.id },
      body: { version: again.body.version, ...approval },
    });
    expect(done.body).toMatchObject({ state: 'approved', approvedOn: '2024-01-15' });
  });

  test('AC19: does not publish what promises a table of targets and lacks it', async () => {
    const { body } = await app.send(approver, routes.listVersions);
    const version = body.items.find(
      ({ state, stage }) => state === 'approved' && stage === 'adjustment',
    );
    const refused = await app.send(approver, routes.publishVersion, {
      params: { id: version?.id ?? '' },
      body: { version: version?.version ?? 0 },
    });
    expect(refused.problem).toBe('budget/audit-errors');
    expect(refused.document['title']).toContain('目录');
  });

  test('AC22: audits a document that somebody brings, and says what it cannot read', async () => {
    const send = (name: string, content: Buffer | string) =>
      app.send(maker, routes.auditDocument, {
        body: { name, content: Buffer.from(content).toString('base64') },
      });
    const { body } = await send('published.txt', published);
    expect(body.rules.filter(({ holds }) => holds === false).map(({ id }) => id)).toEqual([
      'E17',
      'G04',
      'G05',
    ]);
    expect((await send('letter.txt', '您好，今天下雨。')).problem).toBe('budget/unreadable');
  });

  test('AC24: every figure of a table is the sum of lines that the published CSV has', async () => {
    const { body } = await app.send(undefined, routes.getPublication, { query: { year: 2024 } });
    const csv = await app.send(undefined, routes.downloadPublication, {
      params: { year: 2024, format: 'csv' },
    });
    const rows: Array<Record<string, string>> = parse(csv.text, { columns: true, bom: true });
    const fens = new Map(rows.map((row) => [row['line_id'], toFen(row['amount_yuan'] ?? '')]));
    expect([...fens.values()].reduce((sum, fen) => sum + fen, 0n)).toBe(3_931_185_430n);
    const figures = body.book.paragraphs
      .filter(({ kind }) => kind === 'table')
      .flatMap(({ key, lines }) => lines.flat().map((part) => ({ key, ...part })));
    const wrong = figures.filter(({ figure }) => {
      if (figure === undefined) return false;
      const sum = figure.lineKeys.reduce((total, key) => total + (fens.get(key) ?? -1n), 0n);
      return sum !== toFen(figure.amount);
    });
    expect(wrong.map(({ key, text }) => `${key} ${text}`)).toEqual([]);
  });

  test('gives PDF, workbook, CSV, JSON and text of what is published', async () => {
    for (const format of ['pdf', 'xlsx', 'csv', 'json', 'txt'] as const) {
      const answer = await app.send(undefined, routes.downloadPublication, {
        params: { year: 2024, format },
      });
      expect([format, answer.status]).toEqual([format, 200]);
    }
  });
});
