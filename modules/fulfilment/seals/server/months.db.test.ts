import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';

import { newId } from '#kernel/ids/id.ts';
import { openTestDatabase, type TestDatabase } from '#test/support/database.ts';

import { routes } from '../contract.ts';
import { type Bench, CENTRE, startBench } from './fixture.ts';
import { newSeals } from './open-set.ts';
import { tables } from './repository.ts';

const MONTH = '2026-01';
const params = { month: MONTH };

describe('a month of seals', () => {
  let database: TestDatabase;
  let bench: Bench;
  let makers: ReadonlyArray<Awaited<ReturnType<Bench['addMaker']>>>;
  beforeAll(async () => {
    database = await openTestDatabase();
    bench = await startBench(database);
    makers = [await bench.addMaker(2), await bench.addMaker(1)];
  });
  afterAll(async () => {
    await bench.close();
    await database.drop();
  });
  beforeEach(async () => {
    bench.setTime('2026-02-02T09:00');
    bench.world.settlement = 'submitted';
    bench.world.proposals.length = 0;
    for (const table of ['seals.line', 'seals.month', 'seals.step', 'seals.seal_set'] as const)
      await tables(database.db).deleteFrom(table).execute();
  });

  /** Signed sets, as the desk leaves them. */
  const sign = async (count: number, day: (at: number) => string) => {
    const now = bench.clock.now();
    const ids = Array.from({ length: count }, () => newId());
    const rows = ids.map((id, at) => ({
      centre_id: CENTRE,
      set_id: id,
      number: `KZ${id}`,
      state: 'signed' as const,
      uscc: `91310117${id.slice(-10).toUpperCase()}`,
      party_id: newId(),
      firm_name: `演示第${at}公司`,
      legal_sealed: '',
      licence_id: newId(),
      licence_number: 'L',
      licensed_on: '2026-01-02',
      case_no: '',
      claim_until: '2026-04-02',
      maker_id: makers[at % 3 === 0 ? 1 : 0]?.maker.id ?? null,
      declined: '[]',
      way: 'window' as const,
      delivery_sealed: null,
      tracking_no: '',
      applied_at: now,
      answer_by: null,
      due_on: null,
      seals: JSON.stringify(newSeals()),
      is_remake: false,
      is_outdated: false,
      signed_at: now,
      first_signed_on: day(at),
      signed_days: 1,
      received_sealed: null,
      signature_file_id: null,
      handed_by: '',
      steps: 1,
      version: 1,
      created_at: now,
      updated_at: now,
    }));
    for (let at = 0; at < rows.length; at += 500)
      await tables(database.db)
        .insertInto('seals.seal_set')
        .values(rows.slice(at, at + 500))
        .execute();
    return ids;
  };
  const january = (at: number) => `2026-01-${String((at % 28) + 1).padStart(2, '0')}`;
  const close = () => bench.send(bench.clerk, routes.closeMonth, { params });
  const handOn = async () => {
    const { body } = await bench.send(bench.clerk, routes.getMonth, { params });
    return bench.send(bench.clerk, routes.handOnMonth, {
      params,
      body: { version: body.version },
    });
  };

  test('is the signed sets times the unit price, line by line, each maker its own', async () => {
    await sign(30, january);
    await sign(2, () => '2026-02-01');
    const { body } = await close();
    expect(body).toMatchObject({ sets: 30, amount: '3000.00', unitPrice: '100.00' });
    expect(
      body.byMaker
        .toSorted((one, other) => one.sets - other.sets)
        .map(({ sets, amount }) => [sets, amount]),
    ).toEqual([
      [10, '1000.00'],
      [20, '2000.00'],
    ]);
    const lines = await bench.send(bench.clerk, routes.listLines, {
      params,
      query: { limit: 500 },
    });
    expect(lines.body.total).toBe(30);
    const own = await bench.send(makers[0]?.actor, routes.listMakerLines, { params });
    expect(own.body.amount).toBe('2000.00');
    const sheet = await bench.send(bench.clerk, routes.exportLines, { params });
    expect(sheet.bytes.subarray(0, 2).toString()).toBe('PK');
  });

  test('cannot be closed before it is over, nor without a contract that serves', async () => {
    await sign(1, january);
    bench.setTime('2026-01-31T23:00');
    expect((await close()).problem).toBe('seals/month-not-over');
    bench.setTime('2026-02-02T09:00');
    const { meter } = bench.world;
    bench.world.meter = undefined;
    expect((await close()).problem).toBe('seals/no-contract');
    bench.world.meter = meter;
  });

  test('takes each set once, however often and by whomever it is closed', async () => {
    await sign(10, january);
    await Promise.all([close(), close(), close()]);
    const [late] = await sign(1, january);
    const { body } = await close();
    expect(body.sets).toBe(11);
    expect((await handOn()).body).toMatchObject({ state: 'handed-on', amount: '1100.00' });
    const keys = bench.world.proposals[0]?.lines.map(({ key }) => key) ?? [];
    expect(new Set(keys).size).toBe(11);
    expect(keys).toContain(`seals.set/${late}`);
    expect((await close()).problem).toBe('seals/month-handed-on');
    expect((await handOn()).problem).toBe('seals/month-handed-on');
    // The next month finds nothing of it.
    bench.setTime('2026-03-02T09:00');
    const february = { params: { month: '2026-02' } };
    const next = await bench.send(bench.clerk, routes.closeMonth, february);
    expect(next.body.sets).toBe(0);
  });

  test('hands on what is agreed; what is disputed waits, and what was dropped is never paid', async () => {
    const [one = '', other = '', kept = ''] = await sign(5, january);
    await close();
    const dispute = (setId: string) =>
      bench.send(bench.clerk, routes.disputeLine, {
        params: { month: MONTH, setId },
        body: { reason: '签收人不符' },
      });
    const judge = (setId: string, keeps: boolean, month = MONTH) =>
      bench.send(bench.clerk, routes.judgeLine, {
        params: { month, setId },
        body: { keeps, reason: '核实' },
      });
    await dispute(one);
    await dispute(other);
    await dispute(kept);
    await judge(other, false);
    await judge(kept, true);
    const { body } = await handOn();
    expect(body).toMatchObject({ sets: 3, dropped: 1, disputed: 0, amount: '300.00' });
    expect(bench.world.proposals[0]?.lines).toHaveLength(3);
    expect((await dispute(kept)).problem).toBe('seals/month-handed-on');
    const february = { month: '2026-02' };
    const waiting = await bench.send(bench.clerk, routes.getMonth, { params: february });
    expect(waiting.body).toMatchObject({ disputed: 1, sets: 0 });
    expect((await judge(one, true, '2026-02')).body).toMatchObject({ dispute: 'kept' });
  });

  test('opens again when its document came back', async () => {
    await sign(3, january);
    await close();
    await handOn();
    bench.world.settlement = 'returned';
    const { body } = await close();
    expect(body.state).toBe('closed');
    expect((await handOn()).body).toMatchObject({ state: 'handed-on', documentNumber: 'CW2026-2' });
  });

  test('of 2,700 sets is closed and handed on in under ten seconds', async () => {
    await sign(2700, january);
    const began = performance.now();
    await close();
    const { body } = await handOn();
    expect(performance.now() - began).toBeLessThan(10_000);
    expect(body).toMatchObject({ sets: 2700, amount: '270000.00' });
    const { body: months } = await bench.send(bench.clerk, routes.listMonths);
    expect(months.forecast).toMatchObject({ limit: 32_000, unitPrice: '100.00' });
  });
});
