import { readdirSync } from 'node:fs';

import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { systemActor } from '#kernel/access/system-actor.ts';
import { runImport } from '#kernel/imports/run-import.ts';
import {
  permissions as contractPermissions,
  routes as contractRoutes,
} from '#modules/finance/contracts/contract.ts';
import { permissions, routes } from '#modules/finance/projects/contract.ts';
import { nobodyInParticular, staffWith } from '#test/support/actors.ts';
import { startTestApp, type TestApp } from '#test/support/app.ts';
import { TEST_CENTRE } from '#test/support/database.ts';

import { readCentreFile } from './checks/support.ts';

const SHEETS = ['rules', 'lines', 'items', 'contracts', 'counted', 'history'] as const;
const viewer = staffWith([permissions.view.name, contractPermissions.view.name]);
const query = { year: 2024 };
const fenOf = (yuan: string): bigint => BigInt(yuan.replace('.', ''));
const sum = (all: readonly string[]): bigint =>
  all.reduce((total, yuan) => total + fenOf(yuan), 0n);

describe('the seventeen projects of the published book', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp();
    await load('budget.years', [{ year: '2024', content: JSON.stringify(readPackage()) }]);
    for (const sheet of SHEETS)
      await load(
        `contracts.${sheet}`,
        parse(readCentreFile(`contracts/${sheet}.csv`), {
          columns: true,
          bom: true,
          skip_empty_lines: true,
        }),
      );
  });
  afterAll(() => app.close());

  const readPackage = () =>
    Object.fromEntries(
      readdirSync(new URL('./budget/2024/', import.meta.url)).map((name) => [
        name,
        readCentreFile(`budget/2024/${name}`),
      ]),
    );
  const load = (name: string, records: Array<Record<string, string>>) => {
    const importer = app.app.running.importers.find((one) => one.name === name);
    if (importer === undefined) throw new Error(`No such sheet: ${name}`);
    const rows = records.map((cells, index) => ({ rowNumber: index + 2, cells }));
    const actor = systemActor(TEST_CENTRE, 'load-centre');
    return runImport(app.foundation, actor, importer, name, rows);
  };
  const list = async (more = {}) =>
    (await app.send(viewer, routes.listProjects, { query: { ...query, ...more } })).body.items;
  const get = async (code: string) =>
    (await app.send(viewer, routes.getProject, { params: { code } })).body;

  test('are seen by whom they concern and by nobody else', async () => {
    expect((await app.send(undefined, routes.getYear)).problem).toBe('access/not-signed-in');
    for (const route of [routes.getYear, routes.listProjects] as const)
      expect((await app.send(nobodyInParticular(), route)).problem).toBe('access/forbidden');
    const unknown = await app.send(viewer, routes.getProject, { params: { code: 'P99' } });
    expect(unknown.problem).toBe('request/not-found');
  });

  test('are listed with their money, which adds up to the year', async () => {
    const items = await list();
    expect(items.map((one) => one.code)).toEqual(
      Array.from({ length: 17 }, (_, at) => `P${String(at + 1).padStart(2, '0')}`),
    );
    const { body: year } = await app.send(viewer, routes.getYear, { query });
    expect(year).toMatchObject({ year: 2024, projects: 17, contracts: 21 });
    for (const key of ['limit', 'available', 'reserved', 'committed', 'due', 'paid'] as const)
      expect(sum(items.map((one) => one.figures[key]))).toBe(fenOf(year.figures[key]));
  });

  test('are found by name, ordered by their money, and narrowed to those that need a look', async () => {
    expect((await list({ search: '印章' })).map((one) => one.code)).toEqual(['P09']);
    expect((await list({ sort: '-limit' }))[0]?.code).toBe('P01');
    const late = await list({ look: 'overdue' });
    expect(late.length).toBeGreaterThan(0);
    expect(late.every((one) => one.overdue > 0)).toBe(true);
  });

  test('of the seals it is said when they run out', async () => {
    const { years, overview, versions } = await get('P09');
    expect(overview).toContain('印章');
    expect(years[0]?.forecasts[0]).toMatchObject({ unit: '套' });
    expect(versions[0]).toMatchObject({ year: 2024, stage: 'approved', amount: '3200000.00' });
  });

  test('AC20: 24 lines, 17 projects, contracts, settlements, payments and movements have equal sums at each step', async () => {
    const items = await list();
    const cards = await Promise.all(items.map((one) => get(one.code)));
    const years = cards.flatMap((card) => card.years).filter(({ year }) => year === query.year);
    const lines = years.flatMap((year) => year.lines);
    expect(lines).toHaveLength(24);
    const limit = sum(items.map((one) => one.figures.limit));
    expect(sum(lines.map((line) => line.figures.limit))).toBe(limit);
    const versions = cards.flatMap((card) => card.versions);
    expect(sum(versions.map((version) => version.amount))).toBe(limit);
    expect(sum(versions.flatMap((one) => one.lines).map((line) => line.amount))).toBe(limit);
    const held = years.flatMap((year) => year.contracts);
    for (const { id, settled, paid } of held) {
      const { body } = await app.send(viewer, contractRoutes.getContract, { params: { id } });
      expect(sum(body.settlements.map((one) => one.amount))).toBe(fenOf(settled));
      const payments = body.settlements.flatMap((one) => one.payments);
      expect(sum(payments.map((one) => one.amount))).toBe(fenOf(paid));
    }
    const [settled, paid] = [sum(held.map((one) => one.settled)), sum(held.map((one) => one.paid))];
    expect(sum(items.map((one) => one.figures.paid))).toBe(paid);
    expect(sum(items.map((one) => one.figures.due))).toBe(settled - paid);
    expect(await sumPaidMovements()).toBe(paid);
  }, 60_000);

  const sumPaidMovements = async () => {
    let total = 0n;
    let cursor: string | undefined;
    do {
      const { body } = await app.send(viewer, contractRoutes.listMovements, {
        query: {
          ...query,
          bucket: 'paid',
          limit: 500,
          ...(cursor === undefined ? {} : { cursor }),
        },
      });
      for (const one of body.items) total += (one.isReversal ? -1n : 1n) * fenOf(one.amount);
      cursor = body.nextCursor ?? undefined;
    } while (cursor !== undefined);
    return total;
  };
});
