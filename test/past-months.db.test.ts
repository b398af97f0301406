import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { readCentreFile } from '#centres/songjiang/checks/support.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import { systemActor } from '#kernel/access/system-actor.ts';
import { runImport } from '#kernel/imports/run-import.ts';
import { permissions as contracts } from '#modules/finance/contracts/contract.ts';
import { permissions as seals } from '#modules/fulfilment/seals/contract.ts';
import { staffWith } from '#test/support/actors.ts';
import { startTestApp, type TestApp } from '#test/support/app.ts';
import { TEST_CENTRE } from '#test/support/database.ts';

const ofSeals = staffWith([seals.manage.name]);
const ofBoth = staffWith([seals.manage.name, contracts.manageRules.name]);

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
  app.clock.set('2026-11-23T02:00:00Z');
  for (const sheet of ['rules', 'lines', 'items', 'contracts'])
    await take(ofBoth, `contracts.${sheet}`, `contracts/${sheet}.csv`);
  const loader = systemActor(TEST_CENTRE, 'load-centre');
  const ground = ['organisation/offices', 'organisation/departments', 'parties/parties'];
  for (const sheet of [...ground, 'licences/kinds', 'licences/licences'])
    await take(loader, sheet.replace('/', '.'), `${sheet}.csv`);
  await take(ofBoth, 'seals.makers', 'seals/makers.csv');
  await take(ofSeals, 'seals.past-sets', 'seals/past-sets.csv');
});
afterAll(() => app.close());

async function take(actor: Actor, name: string, path: string): Promise<void> {
  const importer = app.app.running.importers.find((one) => one.name === name);
  if (importer === undefined) throw new Error(`No such sheet: ${name}`);
  const records: Array<Record<string, string>> = parse(readCentreFile(path), {
    columns: true,
    bom: true,
    skip_empty_lines: true,
  });
  const rows = records.map((cells, at) => ({ rowNumber: at + 2, cells }));
  await runImport(app.foundation, actor, importer, path, rows);
}

const readMoney = async () => {
  const { rows } = await app.database.pool.query<{ paid: string; settled: number }>(
    `SELECT coalesce(sum(paid_fen), 0)::text AS paid, count(*)::int AS settled FROM contracts.settlement`,
  );
  return rows[0];
};

test('a month that was paid elsewhere is taken over by whoever may take over contracts, not by whoever runs the seals alone', async () => {
  const bring = (actor: Actor) => take(actor, 'seals.past-months', 'seals/past-months.csv');
  await expect(bring(ofSeals)).rejects.toThrow('access/forbidden');
  expect(await readMoney()).toEqual({ paid: '0', settled: 0 });
  await bring(ofBoth);
  expect(await readMoney()).toEqual({ paid: '240000', settled: 1 });
  // Brought again it changes nothing.
  await bring(ofBoth);
  expect(await readMoney()).toEqual({ paid: '240000', settled: 1 });
});
