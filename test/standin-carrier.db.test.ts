import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { migrate, readMigrations } from '#kernel/db/migrate.ts';
import { routes } from '#modules/fulfilment/courier/contract.ts';
import { keepStandinCarrier } from '#modules/fulfilment/courier/index.ts';
import {
  type Bench,
  CENTRE,
  clerk,
  startBench,
} from '#modules/fulfilment/courier/server/fixture.ts';
import { createRoad, createStandinCarrier, migrations, MOUNT } from '#standins/carrier/index.ts';

import { openTestDatabase, type TestDatabase } from './support/database.ts';
import { findFreePort } from './support/free-port.ts';

const secret = 'of-the-demonstration';

describe('the imitated carrier', () => {
  let database: TestDatabase;
  let bench: Bench;
  let road: ReturnType<typeof createRoad>;
  let publicUrl: string;
  beforeAll(async () => {
    database = await openTestDatabase();
    await migrate(
      database,
      await readMigrations([{ part: 'standins/carrier', folder: migrations }]),
    );
    const port = await findFreePort();
    publicUrl = `http://127.0.0.1:${port}`;
    bench = await startBench(database, publicUrl);
    const options = { database, clock: bench.clock, centreId: CENTRE, publicUrl, secret };
    await bench.http.register(createStandinCarrier(options));
    await keepStandinCarrier(bench.deps, CENTRE, { endpoint: `${publicUrl}${MOUNT}`, secret });
    road = createRoad(options);
    await bench.http.listen({ port, host: '127.0.0.1' });
  });
  afterAll(async () => {
    await bench.close();
    await database.drop();
  });

  const desk = async () => (await bench.http.inject({ url: MOUNT })).body;
  const collect = (number: string, origin = publicUrl) =>
    bench.http.inject({
      method: 'POST',
      url: `${MOUNT}/collections`,
      headers: { origin, 'content-type': 'application/x-www-form-urlencoded' },
      payload: `number=${number}`,
    });
  /** The road until nothing is left to be told. */
  const goOn = async (minutes: number) => {
    for (let at = 0; at < minutes * 2; at += 1) {
      bench.clock.advance(30_000);
      await road.goOn();
    }
  };

  test('is entered once as an imitation, and kept where it is', async () => {
    await keepStandinCarrier(bench.deps, CENTRE, { endpoint: `${publicUrl}${MOUNT}`, secret });
    const { body } = await bench.send(clerk, routes.listCarriers);
    expect(body.items).toHaveLength(1);
    expect(body.items[0]).toMatchObject({ code: 'standin', isStandIn: true, version: 1 });
    expect(await desk()).toContain('没有真实快件');
  });

  test('refuses orders that somebody else signed, and places out of its reach', async () => {
    const forged = await bench.http.inject({
      method: 'POST',
      url: `${MOUNT}/orders`,
      payload: {
        number: 'KD1',
        direction: 'out',
        signature: 'no',
        contents: '',
        pushTo: publicUrl,
        contact: { recipient: '', phone: '', address: '' },
      },
    });
    expect(forged.statusCode).toBe(401);
    const { body } = await bench.send(clerk, routes.sendForCase, {
      body: {
        caseNo: bench.aCase().caseNo,
        contents: '许可证',
        contact: { recipient: '诸葛明', phone: '13800138000', address: '超区的地址一号' },
      },
    });
    const refused = await bench.order(body.id);
    expect(refused.problem).toBe('courier/carrier-failed');
    expect(refused.text).toContain('地址超出派送范围');
  });

  test('fares with ten parcels as carriers do, and each ends in a clear state, counted once', async () => {
    const parcels = [];
    for (let at = 0; at < 10; at += 1) {
      const { id, number } = await bench.make();
      const { body } = await bench.order(id);
      expect(body).toMatchObject({ state: 'ordered', failure: '' });
      expect(body.trackingNo).toMatch(/^YS\d{13}$/u);
      parcels.push({ id, number, last: number.at(-1) ?? '' });
    }
    await bench.handOver(parcels.map(({ id }) => id));
    expect(await desk()).not.toContain('13800138000');
    expect((await collect(parcels[0]?.number ?? '', 'https://elsewhere.example')).statusCode).toBe(
      400,
    );
    for (const { number } of parcels) expect((await collect(number)).statusCode).toBe(303);
    await goOn(14);
    const states = await Promise.all(
      parcels.map(async ({ id, last }) => [last, (await bench.get(id)).state] as const),
    );
    expect(Object.fromEntries(states)).toEqual({
      0: 'signed',
      1: 'signed',
      2: 'signed',
      3: 'signed',
      4: 'signed',
      5: 'signed',
      6: 'signed',
      7: 'signed',
      8: 'returned',
      9: 'problem',
    });
    const counted = bench.acts.filter((act) => act.startsWith('count'));
    expect(counted).toHaveLength(8);
    expect(new Set(counted).size).toBe(8);
    const twice = parcels.find(({ last }) => last === '5');
    expect((await bench.get(twice?.id ?? '')).tracking).toHaveLength(4);
    const mixed = await bench.get(parcels.find(({ last }) => last === '6')?.id ?? '');
    expect(mixed.tracking.map(({ code, isApplied }) => [code, isApplied])).toEqual([
      [1, true],
      [0, false],
      [5, false],
      [3, true],
    ]);
  });

  test('bills what was signed for in the month, and nothing else', async () => {
    const bill = await bench.http.inject({ url: `${MOUNT}/bill?month=2026-01` });
    expect(bill.body.trim().split('\r\n')).toHaveLength(1 + 8);
    expect((await bench.http.inject({ url: `${MOUNT}/bill?month=2026-13` })).statusCode).toBe(400);
  });

  test('comes by himself to a window after half an hour', async () => {
    const { id } = await bench.make();
    await bench.order(id);
    await bench.handOver([id]);
    await road.goOn();
    expect((await bench.get(id)).state).toBe('handed');
    await goOn(31);
    expect((await bench.get(id)).state).not.toBe('handed');
  });
});
