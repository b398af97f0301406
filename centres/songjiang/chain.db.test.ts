import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { systemActor } from '#kernel/access/system-actor.ts';
import { runImport } from '#kernel/imports/run-import.ts';
import { type Check, permissions, routes } from '#modules/finance/projects/contract.ts';
import { nobodyInParticular, staffWith } from '#test/support/actors.ts';
import { startTestApp, type TestApp } from '#test/support/app.ts';
import { TEST_CENTRE } from '#test/support/database.ts';

import { readCentreFile } from './checks/support.ts';

const SHEETS = ['rules', 'lines', 'items', 'contracts', 'counted', 'history'] as const;
const viewer = staffWith([permissions.view.name]);
const fenOf = (yuan: string): bigint => BigInt(yuan.replace('.', ''));
const sum = (all: readonly string[]): bigint =>
  all.reduce((total, yuan) => total + fenOf(yuan), 0n);

describe('the chain of money of the centre', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp();
    for (const sheet of SHEETS) await load(sheet);
  });
  afterAll(() => app.close());

  const load = async (sheet: (typeof SHEETS)[number]) => {
    const importer = app.app.running.importers.find((one) => one.name === `contracts.${sheet}`);
    if (importer === undefined) throw new Error(`No such sheet: ${sheet}`);
    const records: Array<Record<string, string>> = parse(readCentreFile(`contracts/${sheet}.csv`), {
      columns: true,
      bom: true,
      skip_empty_lines: true,
    });
    const rows = records.map((cells, index) => ({ rowNumber: index + 2, cells }));
    const actor = systemActor(TEST_CENTRE, 'load-centre');
    return runImport(app.foundation, actor, importer, `${sheet}.csv`, rows);
  };
  const project = async (code: string, year: number) =>
    (await app.send(viewer, routes.getChainOfProject, { params: { code }, query: { year } })).body;
  const contract = async (id: string) =>
    (await app.send(viewer, routes.getChainOfContract, { params: { id } })).body;
  /** A settlement with every thing that it was counted from. */
  const settlement = async (id: string) => {
    const first = await app.send(viewer, routes.getChainOfSettlement, {
      params: { id },
      query: { limit: 7 },
    });
    const items = [...first.body.items];
    let cursor = first.body.nextCursor;
    while (cursor !== null) {
      const { body } = await app.send(viewer, routes.getChainOfSettlement, {
        params: { id },
        query: { limit: 7, cursor },
      });
      items.push(...body.items);
      cursor = body.nextCursor;
    }
    return { ...first.body, items };
  };
  const unequal = (checks: readonly Check[]) => checks.filter(({ isEqual }) => !isEqual);

  test('is seen by whom it concerns and by nobody else', async () => {
    const asked = { params: { code: 'P09' } };
    const nobody = await app.send(undefined, routes.getChainOfProject, asked);
    expect(nobody.problem).toBe('access/not-signed-in');
    const other = await app.send(nobodyInParticular(), routes.getChainOfProject, asked);
    expect(other.problem).toBe('access/forbidden');
    expect(
      (await app.send(viewer, routes.getChainOfProject, { params: { code: 'P99' } })).problem,
    ).toBe('request/not-found');
    const unknown = await app.send(viewer, routes.getCosts, { query: { caseNo: '松办9999' } });
    expect(unknown.problem).toBe('projects/nothing-such');
  });

  test('from 3,200,000.00 yuan of seals to each day that was counted has equal sums at each step', async () => {
    const seals = await project('P09', 2024);
    expect(seals.limit).toBe('3200000.00');
    expect(unequal(seals.checks)).toEqual([]);
    const [held] = seals.contracts;
    const months = await contract(held?.id ?? '');
    expect(unequal(months.checks)).toEqual([]);
    expect(months).toMatchObject({ unitPrice: '100.00', unit: '套', projectCode: 'P09' });
    expect(sum(months.settlements.map(({ amount }) => amount))).toBe(fenOf(held?.settled ?? ''));
    expect(months.settlements.length).toBeGreaterThan(8);
    const keys: string[] = [];
    for (const { id, amount } of months.settlements) {
      const whole = await settlement(id);
      expect(unequal(whole.checks)).toEqual([]);
      expect(whole.checks).toHaveLength(2);
      expect(sum(whole.items.map((one) => one.amount ?? '0.00'))).toBe(fenOf(amount));
      keys.push(...whole.items.map(({ key }) => key));
    }
    expect(new Set(keys).size).toBe(keys.length);
  }, 60_000);

  test('has equal sums in every project, contract and settlement of the year', async () => {
    const codes = Array.from({ length: 17 }, (_, at) => `P${String(at + 1).padStart(2, '0')}`);
    let settlements = 0;
    for (const code of codes) {
      const top = await project(code, 2024);
      expect(unequal(top.checks)).toEqual([]);
      for (const { id } of top.contracts) {
        const middle = await contract(id);
        expect(unequal(middle.checks)).toEqual([]);
        for (const one of middle.settlements) {
          const { body } = await app.send(viewer, routes.getChainOfSettlement, {
            params: { id: one.id },
          });
          expect(unequal(body.checks)).toEqual([]);
          settlements += 1;
        }
      }
    }
    expect(settlements).toBe(94);
  }, 120_000);

  test('of 2026 begins with contracts under which months can be settled', async () => {
    for (const [code, price] of [
      ['P09', '3200000.00'],
      ['P10', '150000.00'],
    ] as const) {
      const top = await project(code, 2026);
      expect(top.contracts).toHaveLength(1);
      expect(top.contracts[0]).toMatchObject({ price, settled: '0.00' });
      expect(top.contracts[0]?.name).toContain('演示');
    }
  });
});
