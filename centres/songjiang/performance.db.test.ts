import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { systemActor } from '#kernel/access/system-actor.ts';
import { runImport } from '#kernel/imports/run-import.ts';
import {
  checkIndicators,
  MANUAL,
  permissions,
  routes,
} from '#modules/finance/performance/contract.ts';
import { staffWith } from '#test/support/actors.ts';
import { startTestApp, type TestApp } from '#test/support/app.ts';
import { TEST_CENTRE } from '#test/support/database.ts';

import { readCentreFile } from './checks/support.ts';

const viewer = staffWith([permissions.view.name]);

describe('the proposed targets of the centre, loaded as any centre would load them', () => {
  let app: TestApp;
  let offered: ReadonlySet<string>;
  beforeAll(async () => {
    app = await startTestApp();
    const name = 'performance.indicators';
    const importer = app.app.running.importers.find((one) => one.name === name);
    if (importer === undefined) throw new Error(`No such sheet: ${name}`);
    const records: Array<Record<string, string>> = parse(
      readCentreFile('performance/indicators.csv'),
      { columns: true, bom: true },
    );
    const rows = records.map((cells, index) => ({ rowNumber: index + 2, cells }));
    const actor = systemActor(TEST_CENTRE, 'load-centre');
    await runImport(app.foundation, actor, importer, 'indicators.csv', rows);
    const { body } = await app.send(viewer, routes.listMeasures, { query: { year: 2024 } });
    offered = new Set(body.items.map((one) => one.name));
  });
  afterAll(() => app.close());

  const listAll = async () => {
    const { body } = await app.send(viewer, routes.listTargets, { query: { year: 2024 } });
    return Promise.all(
      body.items.map(
        async ({ id }) => (await app.send(viewer, routes.getTarget, { params: { id } })).body,
      ),
    );
  };

  test('refer to no measure that nobody offers', async () => {
    const targets = await listAll();
    expect(targets).toHaveLength(17);
    const named = targets.flatMap(({ projectCode, indicators }) =>
      indicators.map(({ measure }) => `${projectCode} ${measure}`),
    );
    const unknown = named.filter((one) => {
      const [, measure = ''] = one.split(' ');
      return measure !== MANUAL && !offered.has(measure);
    });
    expect(unknown).toEqual([]);
  });

  test('can each be declared as they stand', async () => {
    for (const { projectCode, indicators } of await listAll())
      expect([projectCode, checkIndicators(indicators, offered)]).toEqual([projectCode, []]);
  });

  test('what is recorded by hand says on what evidence', async () => {
    const targets = await listAll();
    const silent = targets.flatMap(({ projectCode, indicators }) =>
      indicators
        .filter(({ measure, basis }) => measure === MANUAL && basis === '')
        .map(({ level3 }) => `${projectCode} ${level3}`),
    );
    expect(silent).toEqual([]);
  });
});
