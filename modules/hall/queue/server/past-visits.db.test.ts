import { afterAll, beforeAll, expect, test } from 'vitest';

import { runImport } from '#kernel/imports/run-import.ts';

import { routes } from '../contract.ts';
import { openHall, type TestHall } from './queue.fixture.ts';

let hall: TestHall;
beforeAll(async () => {
  hall = await openHall(1);
});
afterAll(() => hall.close());

const row = (number: string, more: object = {}) => ({
  siteCode: 'here',
  day: '2026-01-19',
  number,
  businessCode: 'general',
  issuedAt: '09:00',
  calledAt: '09:10',
  startedAt: '09:11',
  endedAt: '09:25',
  windowNumber: '1',
  outcome: 'accepted',
  ...more,
});

const load = async (...rows: object[]) => {
  const importer = hall.app.app.running.importers.find(({ name }) => name === 'queue.past-visits');
  if (!importer) throw new Error('There is no such importer');
  return runImport(
    hall.app.foundation,
    hall.manager,
    importer,
    'visits.csv',
    rows.map((cells, at) => ({ rowNumber: at + 2, cells: cells as Record<string, string> })),
  );
};
const count = async (table: string) => {
  const { rows } = await hall.app.database.pool.query<{ count: string }>(
    `SELECT count(*) FROM ${table}`,
  );
  return Number(rows[0]?.count);
};

test('visits of an earlier system stand in reports and in the replay, once, and nobody is told', async () => {
  const outbox = async () => count("kernel.outbox WHERE name LIKE 'queue.ticket-%'");
  const before = await outbox();
  const rows = [
    row('A001'),
    row('A002', {
      calledAt: '',
      startedAt: '',
      endedAt: '09:40',
      windowNumber: '',
      outcome: 'left',
    }),
    row('A003', { startedAt: '', calledAt: '09:27', endedAt: '09:30', outcome: 'missed' }),
  ];
  await load(...rows);
  await load(...rows);
  expect(await count('queue.ticket')).toBe(3);
  expect(await outbox()).toBe(before);

  const report = await hall.app.send(hall.manager, routes.showReport, {
    query: { siteId: hall.siteId, from: '2026-01-19', to: '2026-01-19', by: 'window' },
  });
  expect(report.body.total).toMatchObject({ issued: 3, served: 1, meanWaitSeconds: 1110 });
  const replay = await hall.app.send(hall.manager, routes.replayDay, {
    query: { siteId: hall.siteId, day: '2026-01-19' },
  });
  expect(replay.body.steps.map(({ act, number }) => `${act} ${number}`.trim())).toEqual([
    'issued A001',
    'issued A002',
    'issued A003',
    'called A001',
    'signed-in',
    'started A001',
    'finished A001',
    'called A003',
    'missed A003',
    'signed-out',
    'left A002',
  ]);
});

test('visits of today, of unknown lines and with times out of order are refused by name', async () => {
  for (const wrong of [
    row('A009', { day: '2026-01-20' }),
    row('A009', { businessCode: 'none' }),
    row('A009', { windowNumber: '99' }),
    row('A009', { endedAt: '08:00' }),
  ])
    await expect(load(wrong)).rejects.toMatchObject({ kind: { code: 'imports/has-faults' } });
  expect(await count('queue.ticket')).toBe(3);
});
