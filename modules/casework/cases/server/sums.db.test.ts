import { afterAll, beforeAll, expect, test } from 'vitest';

import { TEST_CENTRE } from '#test/support/database.ts';

import { routes } from '../contract.ts';
import { type Cases, startCases } from './fixture.ts';
import { type SumBy, sumCases } from './repository-sums.ts';

let cases: Cases;
let matterId: string;
let partyId: string;
beforeAll(async () => {
  cases = await startCases();
  matterId = await cases.matter();
  partyId = await cases.party();
});
afterAll(() => cases.app.close());

const SPAN = {
  from: new Date('2026-03-02T00:00:00+08:00'),
  until: new Date('2026-03-31T23:59:59.999+08:00'),
  zone: 'Asia/Shanghai',
};
const sum = (by: SumBy, siteIds?: readonly string[]) =>
  sumCases(cases.app.database.db, TEST_CENTRE, { ...SPAN, siteIds }, by);

test('each step of a case counts on its own day, at its window and for whoever took it', async () => {
  cases.setTime('2026-03-02T23:30');
  const one = await cases.accepted(matterId, partyId);
  await cases.receive(matterId, partyId);
  cases.setTime('2026-03-04T09:00');
  const examined = { passes: true, opinion: '同意' };
  const first = await cases.act(cases.first, routes.examineCase, one.id, {
    version: one.version,
    ...examined,
  });
  const second = await cases.act(cases.second, routes.examineCase, one.id, {
    version: first.version,
    ...examined,
  });
  await cases.act(cases.approver, routes.approveCase, one.id, { version: second.version });

  expect(await sum('day')).toMatchObject([
    { key: '2026-03-02', received: 2, accepted: 1, decided: 0 },
    { key: '2026-03-04', received: 0, accepted: 0, decided: 1, decidedInTime: 1 },
  ]);
  expect(await sum('hour')).toMatchObject([
    { key: '09', decided: 1 },
    { key: '23', received: 2 },
  ]);
  expect(await sum('window')).toMatchObject([{ key: cases.windowId, received: 2, decided: 1 }]);
  const byClerk = await sum('clerk');
  expect(byClerk.find(({ key }) => key === cases.clerk.id)).toMatchObject({
    name: { zh: '综窗甲' },
    received: 2,
    accepted: 1,
    decided: 0,
  });
  expect(byClerk.find(({ key }) => key === cases.approver.id)).toMatchObject({ decided: 1 });
  const [byMatter, ...others] = await sum('matter');
  expect(byMatter).toMatchObject({ key: matterId, name: { zh: expect.any(String) }, received: 2 });
  expect(others).toEqual([]);
});

test('cases of other sites and other days are left out', async () => {
  cases.setTime('2026-04-01T00:00');
  await cases.receive(matterId, partyId);
  expect(await sum('total', [cases.siteId])).toMatchObject([{ received: 2, decided: 1 }]);
  expect(await sum('total', [])).toEqual([]);
});
