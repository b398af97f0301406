import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';

import { openTestDatabase, type TestDatabase } from '#test/support/database.ts';

import { type Maker, routes } from '../contract.ts';
import { type Bench, citizenOf, nextFiled, startBench } from './fixture.ts';

describe('free seals are refused', () => {
  let database: TestDatabase;
  let bench: Bench;
  let maker: Awaited<ReturnType<Bench['addMaker']>>;
  beforeAll(async () => {
    database = await openTestDatabase();
    bench = await startBench(database);
    maker = await bench.addMaker();
  });
  afterAll(async () => {
    await bench.close();
    await database.drop();
  });
  beforeEach(() => bench.setTime('2026-01-20T09:00'));

  const claim = async () => {
    const firm = bench.addFirm();
    const { body } = await bench.send(citizenOf(firm), routes.claimOwn, {
      body: { way: 'window' },
    });
    return { firm, set: body };
  };
  const changeMaker = async ({ id, version, policeCode }: Maker, isActive: boolean) => {
    const { body } = await bench.send(bench.clerk, routes.changeMaker, {
      params: { id },
      body: { policeCode, quota: 1, dailyCapacity: 500, promiseHours: 8, isActive, version },
    });
    return body;
  };

  test('to who signed in for nobody', async () => {
    const lone = { ...citizenOf(bench.addFirm()), subject: 'nobody' };
    expect((await bench.send(lone, routes.listOwnSets)).problem).toBe('seals/not-linked');
    const claimed = await bench.send(lone, routes.claimOwn, { body: { way: 'window' } });
    expect(claimed.problem).toBe('seals/not-linked');
  });

  test('to a code at the window that no firm has', async () => {
    const { problem } = await bench.send(bench.clerk, routes.claimFor, {
      body: { creditCode: '91310117MA1T99999X', way: 'window' },
    });
    expect(problem).toBe('seals/unknown-firm');
  });

  test('a maker twice, and one that the register does not know', async () => {
    const body = {
      creditCode: maker.firm.uscc,
      policeCode: '310117000009',
      quota: 1,
      dailyCapacity: 1,
      promiseHours: 8,
      isActive: true,
    };
    const again = await bench.send(bench.clerk, routes.createMaker, { body });
    expect(again.problem).toBe('seals/maker-known');
    const unknown = { ...body, creditCode: '91310117MA1T99999X' };
    expect((await bench.send(bench.clerk, routes.createMaker, { body: unknown })).problem).toBe(
      'seals/unknown-firm',
    );
  });

  test('a maker while none is at work, with the reason in the language of the reader', async () => {
    const stopped = await changeMaker(maker.maker, false);
    const { set } = await claim();
    expect(set.state).toBe('applied');
    const params = { id: set.id };
    const ask = (makerId: string | null) =>
      bench.send(bench.clerk, routes.dispatchSet, {
        params,
        body: { version: set.version, makerId },
      });
    const refused = await ask(null);
    expect(refused.problem).toBe('seals/no-maker');
    expect(refused.text).toContain('没有在用的刻章单位');
    expect(refused.text).not.toContain('no maker is at work');
    expect((await ask(stopped.id)).problem).toBe('seals/no-maker');
    await changeMaker(stopped, true);
    expect((await ask(null)).body).toMatchObject({ state: 'dispatched' });
  });

  test('a filed number in another form, with the seal it is for', async () => {
    const { set } = await claim();
    const params = { id: set.id };
    const accepted = await bench.send(maker.actor, routes.acceptSet, {
      params,
      body: { version: set.version },
    });
    const numbers = set.seals.map(({ kind }) => ({ kind, number: nextFiled() }));
    const file = (wrong: typeof numbers) =>
      bench.send(maker.actor, routes.fileSet, {
        params,
        body: { version: accepted.body.version, numbers: wrong },
      });
    const [first, ...rest] = numbers;
    if (first === undefined) throw new Error('There is no seal');
    const refused = await file([{ ...first, number: 'ABC-1' }, ...rest]);
    expect(refused.problem).toBe('seals/number-wrong');
    expect(refused.text).toContain('ABC-1');
    expect((await file(rest)).problem).toBe('seals/numbers-missing');
  });

  test('an act that its state does not allow, with what was done last and by whom', async () => {
    const { set } = await claim();
    const { problem, text } = await bench.send(maker.actor, routes.engraveSet, {
      params: { id: set.id },
      body: { version: set.version },
    });
    expect(problem).toBe('seals/not-in-state');
    expect(text).toContain(
      '该套印章目前为“待接单”，不能进行“刻制完成”。最近一步：派单（演示办事人',
    );
    expect(text).not.toContain('Dispatch');
  });

  test('a settlement before the month is added up, and one of nothing', async () => {
    bench.setTime('2026-02-02T09:00');
    const params = { month: '2026-01' };
    const handOn = async () => {
      const { body } = await bench.send(bench.clerk, routes.getMonth, { params });
      return bench.send(bench.clerk, routes.handOnMonth, {
        params,
        body: { version: body.version },
      });
    };
    expect((await handOn()).problem).toBe('seals/month-open');
    await bench.send(bench.clerk, routes.closeMonth, { params });
    expect((await handOn()).problem).toBe('seals/nothing-to-settle');
  });

  test('a dispute in a month to which the line does not belong', async () => {
    const { set } = await claim();
    await bench.work(maker.actor, set.id);
    const params = { id: set.id };
    const get = async () => (await bench.send(bench.clerk, routes.getSet, { params })).body;
    await bench.send(bench.clerk, routes.receiveSet, {
      params,
      body: { version: (await get()).version },
    });
    await bench.send(bench.clerk, routes.handOutSet, {
      params,
      body: { version: (await get()).version, receivedBy: '诸葛明', signatureFileId: set.id },
    });
    bench.setTime('2026-03-02T09:00');
    await bench.send(bench.clerk, routes.closeMonth, { params: { month: '2026-01' } });
    const { problem } = await bench.send(bench.clerk, routes.disputeLine, {
      params: { month: '2026-02', setId: set.id },
      body: { reason: '签收人不符' },
    });
    expect(problem).toBe('seals/line-settled');
  });
});
