import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { systemActor } from '#kernel/access/system-actor.ts';
import { runImport } from '#kernel/imports/run-import.ts';
import { permissions, routes } from '#modules/finance/contracts/contract.ts';
import { staffWith } from '#test/support/actors.ts';
import { startTestApp, type TestApp } from '#test/support/app.ts';
import { TEST_CENTRE } from '#test/support/database.ts';

import { readCentreFile } from './checks/support.ts';

const SHEETS = ['rules', 'lines', 'items', 'contracts', 'counted', 'history'] as const;
const viewer = staffWith([permissions.view.name]);
const query = { year: 2024 };

describe('the year 2024 of the centre, loaded as any centre would load it', () => {
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

  test('holds the 45 lines of the published book and its seventeen projects', async () => {
    const { body } = await app.send(viewer, routes.getOverview, { query });
    expect(body.figures).toMatchObject({ approved: '39311854.30', adjusted: '0.00' });
    const projects = body.projects.filter((project) => project.code !== '');
    expect(projects).toHaveLength(17);
    expect(body.projects.flatMap((project) => project.lines)).toHaveLength(45);
  });

  test('holds the thirty instalments, each a sum without a remainder', async () => {
    const { body } = await app.send(viewer, routes.listContracts, {
      query: { ...query, type: 'milestone', limit: 100 },
    });
    const all = await Promise.all(
      body.items.map(async ({ id }) => {
        const answer = await app.send(viewer, routes.getContract, { params: { id } });
        return answer.body.instalments;
      }),
    );
    expect(all.flat().filter((one) => one.percent !== '100')).toHaveLength(30);
  });

  test('the instalments that fall after 31 December are 423,594.00 to carry over', async () => {
    const { body } = await app.send(viewer, routes.getYearEnd, { query });
    const waiting = body.proposals.filter((one) => one.waiting.length > 0);
    const [yuan = 0n, ...rest] = waiting.map((one) => BigInt(one.committed.replace('.', '')));
    expect(rest.reduce((sum, one) => sum + one, yuan)).toBe(42_359_400n);
  });

  test('a request beside the items that were taken over has a number of its own', async () => {
    const { body } = await app.send(viewer, routes.listLines, { query });
    const line = body.items.find(({ key }) => key === 'L010');
    const answer = await app.send(viewer, routes.previewDocument, {
      body: {
        body: {
          kind: 'reservation',
          lineId: line?.id ?? '',
          name: '窗口办公用品采购',
          category: 'goods',
          amount: '100000.00',
          method: 'below-threshold',
          sme: '100000.00',
          smallMicro: '60000.00',
        },
      },
    });
    expect(answer.problem).toBeUndefined();
    expect(answer.body.lines[0]?.after).toMatchObject({ reserved: '100000.00' });
  });

  test('the ledger adds up again to what the lines show', async () => {
    const { body } = await app.send(viewer, routes.reconcile);
    expect(body).toMatchObject({ isRight: true, legs: '0.00', differences: [] });
    expect(body.movements).toBeGreaterThan(200);
  });

  test('on 30 September the seals are on course, with a day on which they would be used up', async () => {
    const { body } = await app.send(viewer, routes.getOverview, {
      query: { ...query, onDay: '2024-09-30' },
    });
    const [seals] = body.projects.find((project) => project.code === 'P09')?.forecasts ?? [];
    expect(seals?.used).toBeGreaterThan(20_000);
    expect(seals?.exhaustedOn).not.toBeNull();
  });

  test('loading it again changes nothing', async () => {
    for (const sheet of SHEETS) {
      const outcome = await load(sheet);
      expect([sheet, outcome.created, outcome.updated]).toEqual([sheet, 0, 0]);
    }
  });
});
