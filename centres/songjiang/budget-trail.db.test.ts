import { readdirSync, readFileSync } from 'node:fs';

import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { systemActor } from '#kernel/access/system-actor.ts';
import { runImport } from '#kernel/imports/run-import.ts';
import { parseYuan } from '#kernel/money/fen.ts';
import { routes as budget } from '#modules/finance/budget/contract.ts';
import {
  type Contract,
  type CountedShown,
  permissions,
  routes,
} from '#modules/finance/contracts/contract.ts';
import { staffWith } from '#test/support/actors.ts';
import { startTestApp, type TestApp } from '#test/support/app.ts';
import { TEST_CENTRE } from '#test/support/database.ts';

import { readCentreFile } from './checks/support.ts';

const SHEETS = ['rules', 'lines', 'items', 'contracts', 'counted', 'history'] as const;
const viewer = staffWith([permissions.view.name]);
const query = { year: 2024 };

function toFen(text: string): bigint {
  const read = parseYuan(text);
  if (!read.ok) throw new Error(`No amount: ${text}`);
  return read.value;
}

const sum = <T>(rows: readonly T[], of: (row: T) => string): bigint =>
  rows.reduce((total, row) => total + toFen(of(row)), 0n);

describe('one printed figure, followed to the payments and events behind it', () => {
  let app: TestApp;
  let contracts: readonly Contract[];
  beforeAll(async () => {
    app = await startTestApp();
    const actor = systemActor(TEST_CENTRE, 'load-centre');
    const importerOf = (name: string) => {
      const found = app.app.running.importers.find((one) => one.name === name);
      if (found === undefined) throw new Error(`No such sheet: ${name}`);
      return found;
    };
    for (const sheet of SHEETS) {
      const records: Array<Record<string, string>> = parse(
        readCentreFile(`contracts/${sheet}.csv`),
        { columns: true, bom: true, skip_empty_lines: true },
      );
      const rows = records.map((cells, index) => ({ rowNumber: index + 2, cells }));
      const importer = importerOf(`contracts.${sheet}`);
      await runImport(app.foundation, actor, importer, `${sheet}.csv`, rows);
    }
    const folder = new URL('./budget/2024/', import.meta.url);
    const texts = Object.fromEntries(
      readdirSync(folder).map((name) => [name, readFileSync(new URL(name, folder), 'utf8')]),
    );
    const years = importerOf('budget.years');
    const file = Buffer.from(JSON.stringify(texts), 'utf8');
    const { rows } = (await years.files?.read(file, 'package')) ?? { rows: [] };
    await runImport(app.foundation, actor, years, 'package', rows);
    const { body } = await app.send(viewer, routes.listContracts, {
      query: { ...query, limit: 100 },
    });
    contracts = await Promise.all(
      body.items.map(
        async ({ id }) => (await app.send(viewer, routes.getContract, { params: { id } })).body,
      ),
    );
  });
  afterAll(() => app.close());

  const projectFigure = async () => {
    const { body } = await app.send(undefined, budget.getPublication, { query });
    const table = body.book.paragraphs.find(({ key }) => key === 'table.T3');
    const figure = table?.lines.flat().find(({ text }) => text === '27,481,797.50')?.figure;
    const keys = new Set(figure?.lineKeys);
    return { figure, lines: body.lines.filter(({ key }) => keys.has(key)) };
  };

  test('table 3 → 24 lines → 17 projects: each step adds up to 27,481,797.50', async () => {
    const { figure, lines } = await projectFigure();
    expect(lines).toHaveLength(24);
    expect(sum(lines, ({ amount }) => amount)).toBe(toFen(figure?.amount ?? ''));
    const { body } = await app.send(viewer, routes.getOverview, { query });
    const projects = body.projects.filter(({ code }) => code !== '');
    expect(projects).toHaveLength(17);
    expect(sum(projects, ({ figures }) => figures.limit)).toBe(2_748_179_750n);
    const held = new Map(projects.flatMap((one) => one.lines).map((line) => [line.key, line]));
    for (const { key, amount } of lines)
      expect([key, held.get(key)?.figures.limit]).toEqual([key, amount]);
  });

  test('→ contracts: what lines have committed, due and paid is what their contracts hold', async () => {
    const { body } = await app.send(viewer, routes.getOverview, { query });
    for (const project of body.projects.filter(({ code }) => code !== '')) {
      const own = contracts.filter(
        ({ projectCode, state }) => projectCode === project.code && state !== 'reversed',
      );
      const { committed, due, paid } = project.figures;
      expect([project.code, sum(own, (one) => one.paid)]).toEqual([project.code, toFen(paid)]);
      expect([project.code, sum(own, (one) => one.settled) - toFen(paid)]).toEqual([
        project.code,
        toFen(due),
      ]);
      const open = own.filter(({ state }) => state === 'running');
      expect([project.code, sum(open, (one) => one.left)]).toEqual([
        project.code,
        toFen(committed),
      ]);
    }
  });

  test('→ settlements → payments: every contract adds up to the fen', () => {
    expect(contracts.length).toBeGreaterThan(20);
    for (const one of contracts) {
      const { number, shares, settlements } = one;
      expect([number, sum(shares, ({ amount }) => amount)]).toEqual([number, toFen(one.price)]);
      expect([number, sum(settlements, ({ amount }) => amount)]).toEqual([
        number,
        toFen(one.settled),
      ]);
      const payments = settlements.flatMap((settlement) => settlement.payments);
      expect([number, sum(payments, ({ amount }) => amount)]).toEqual([number, toFen(one.paid)]);
    }
  });

  test('AC20 → events: what was counted for a metered settlement adds up to it, and nothing is counted twice', async () => {
    const metered = contracts.filter(({ meter }) => meter !== null);
    expect(new Set(metered.map(({ meter }) => meter?.eventType))).toEqual(
      new Set(['courier.parcel-sent', 'seals.set-issued']),
    );
    const seen: string[] = [];
    for (const { number, meter, settlements } of metered)
      for (const { id, quantity, amount } of settlements) {
        const events = await listCounted(id);
        expect([number, events.reduce((total, one) => total + one.quantity, 0)]).toEqual([
          number,
          quantity,
        ]);
        expect([number, sum(events, (one) => one.amount)]).toEqual([number, toFen(amount)]);
        expect(BigInt(quantity ?? 0) * toFen(meter?.unitPrice ?? '0.00')).toBe(toFen(amount));
        seen.push(...events.map(({ eventType, key }) => `${eventType} ${key}`));
      }
    expect(seen.length).toBeGreaterThan(200);
    expect(new Set(seen).size).toBe(seen.length);
  });

  const listCounted = async (id: string) => {
    const items: CountedShown[] = [];
    let cursor: string | undefined;
    do {
      const page = { limit: 20, ...(cursor === undefined ? {} : { cursor }) };
      const { body } = await app.send(viewer, routes.listCounted, { params: { id }, query: page });
      items.push(...body.items);
      cursor = body.nextCursor ?? undefined;
    } while (cursor !== undefined);
    return items;
  };
});
