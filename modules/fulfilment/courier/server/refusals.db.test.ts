import { Readable } from 'node:stream';

import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { newId } from '#kernel/ids/id.ts';
import { openTestDatabase, type TestDatabase } from '#test/support/database.ts';

import { routes } from '../contract.ts';
import { type Bench, citizen, clerk, SECRET, startBench } from './fixture.ts';

const BILL = '运单号,客户单号,签收日期,计费重量（克）,金额（元）\r\nSX1,,,300,12.00';

describe('free parcels are refused', () => {
  let database: TestDatabase;
  let bench: Bench;
  beforeAll(async () => {
    database = await openTestDatabase();
    bench = await startBench(database);
  });
  afterAll(async () => {
    await bench.close();
    await database.drop();
  });

  test('an order while there is no carrier, and a carrier whose code is in use', async () => {
    const { id } = await bench.make();
    expect((await bench.order(id)).problem).toBe('courier/no-carrier');
    await bench.addCarrier();
    expect((await bench.order(id)).body.state).toBe('ordered');
    const again = await bench.send(clerk, routes.createCarrier, {
      body: {
        code: 'demo',
        name: '另一家',
        endpoint: bench.carrier.endpoint,
        secret: SECRET,
        isActive: true,
      },
    });
    expect(again.problem).toBe('courier/carrier-known');
  });

  test('to who signed in for nobody', async () => {
    const { subject: _subject, ...lone } = citizen('');
    expect((await bench.send(lone, routes.listOwnParcels)).problem).toBe('courier/not-linked');
  });

  test('what its state does not allow, in the language of the reader alone', async () => {
    const { id, version } = await bench.make();
    const label = await bench.send(clerk, routes.printLabel, { params: { id } });
    expect(label.problem).toBe('courier/not-in-state');
    expect(label.text).toContain('“待下单”');
    expect(label.text).not.toContain('To be ordered');
    const settled = await bench.send(clerk, routes.settleTrouble, {
      params: { id },
      body: { version, what: 'closed', reason: '演示' },
    });
    expect(settled.text).toContain('“待下单”');
    expect(settled.text).not.toContain('To be ordered');
  });

  test('a bill without a contract that serves, and a settlement of nothing', async () => {
    bench.clock.set('2026-02-02T09:00:00+08:00');
    const fileId = newId();
    bench.files.set(fileId, {
      name: '账单.csv',
      hash: fileId,
      open: async () => Readable.from([Buffer.from(BILL)]),
    });
    const take = (month: string) =>
      bench.send(clerk, routes.takeBill, { params: { month }, body: { fileId } });
    bench.world.hasContract = false;
    expect((await take('2026-01')).problem).toBe('courier/no-contract');
    bench.world.hasContract = true;
    const { body } = await take('2026-01');
    expect(body).toMatchObject({ state: 'matched', dropped: 1, agreed: 0 });
    const handed = await bench.send(clerk, routes.handOnMonth, {
      params: { month: '2026-01' },
      body: { version: body.version },
    });
    expect(handed.problem).toBe('courier/nothing-to-settle');
  });
});
