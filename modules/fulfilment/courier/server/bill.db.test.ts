import { Readable } from 'node:stream';

import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';

import { newId } from '#kernel/ids/id.ts';
import { openTestDatabase, type TestDatabase } from '#test/support/database.ts';

import { type Difference, routes } from '../contract.ts';
import { type Bench, CENTRE, clerk, startBench } from './fixture.ts';
import { measures } from './measures.ts';
import { tables } from './repository.ts';

const MONTH = '2026-01';
const params = { month: MONTH };
const HEAD = '运单号,客户单号,签收日期,计费重量（克）,金额（元）';

interface Sent {
  readonly trackingNo: string;
  readonly number: string;
}

describe('a month of parcels', () => {
  let database: TestDatabase;
  let bench: Bench;
  let carrierId: string;
  beforeAll(async () => {
    database = await openTestDatabase();
    bench = await startBench(database);
    carrierId = (await bench.addCarrier()).id;
  });
  afterAll(async () => {
    await bench.close();
    await database.drop();
  });
  beforeEach(async () => {
    bench.clock.set('2026-02-02T09:00:00+08:00');
    bench.world.settlement = 'submitted';
    bench.proposals.length = 0;
    for (const table of ['courier.bill_line', 'courier.month', 'courier.parcel'] as const)
      await tables(database.db).deleteFrom(table).execute();
  });

  const january = (at: number) => `2026-01-${String((at % 28) + 1).padStart(2, '0')}`;
  /** Parcels that were signed for, as pushes leave them. */
  const sign = async (count: number, day: (at: number) => string | null = january) => {
    const now = bench.clock.now();
    const rows = Array.from({ length: count }, (_, at) => ({
      centre_id: CENTRE,
      parcel_id: newId(),
      number: `KD2026${newId().slice(-12).toUpperCase()}`,
      direction: 'out' as const,
      subject_kind: 'cases.case' as const,
      subject_id: newId(),
      subject_no: '松办',
      party_id: newId(),
      contents: '许可证',
      has_originals: true,
      contact_sealed: '',
      recipient_shown: '',
      place_shown: '',
      state: day(at) === null ? ('moving' as const) : ('signed' as const),
      carrier_id: carrierId,
      tracking_no: `SF${newId().slice(-12).toUpperCase()}`,
      hand_over_id: null,
      failure: '',
      created_at: now,
      handed_at: now,
      last_event_at: now,
      signed_at: day(at) === null ? null : now,
      signed_on: day(at),
      weight_grams: 300,
      ended_on: day(at),
      version: 5,
      updated_at: now,
    }));
    for (let at = 0; at < rows.length; at += 1000)
      await tables(database.db)
        .insertInto('courier.parcel')
        .values(rows.slice(at, at + 1000))
        .execute();
    return rows.map((row): Sent => ({ trackingNo: row.tracking_no, number: row.number }));
  };
  const right = ({ trackingNo, number }: Sent) => `${trackingNo},${number},2026-01-12,320,12.00`;
  const takeBill = (lines: readonly string[], month = MONTH) => {
    const fileId = newId();
    const text = [HEAD, ...lines].join('\r\n');
    bench.files.set(fileId, {
      name: '账单.csv',
      hash: fileId,
      open: async () => Readable.from([Buffer.from(text)]),
    });
    return bench.send(clerk, routes.takeBill, { params: { month }, body: { fileId } });
  };
  const handOn = async (month = MONTH) => {
    const { body } = await bench.send(clerk, routes.getMonth, { params: { month } });
    return bench.send(clerk, routes.handOnMonth, {
      params: { month },
      body: { version: body.version },
    });
  };
  const listKind = async (difference: Difference) =>
    (await bench.send(clerk, routes.listLines, { params, query: { difference, limit: 500 } })).body;
  const judge = (rowNumber: number, verdict: 'paid-at-contract' | 'dropped', month = MONTH) =>
    bench.send(clerk, routes.judgeLine, {
      params: { month, rowNumber },
      body: { verdict, reason: '与快递公司核实' },
    });

  test('is what its bill and our books agree on, at the price of the contract', async () => {
    const sent = await sign(20);
    const { body } = await takeBill(sent.slice(0, 18).map(right));
    expect(body).toMatchObject({
      state: 'matched',
      delivered: 20,
      unbilled: 2,
      billedRows: 18,
      billed: '216.00',
      agreed: 18,
      amount: '216.00',
      open: 0,
      contractNumber: 'HT2026-2',
      differences: [{ difference: 'none', lines: 18, billed: '216.00' }],
    });
    const handed = await handOn();
    expect(handed.body).toMatchObject({
      state: 'handed-on',
      documentNumber: 'CW2026-1',
      agreed: 18,
    });
    expect(bench.proposals[0]?.lines).toHaveLength(18);
    expect(bench.proposals[0]?.lines.every((line) => line.unitPriceFen === 1200n)).toBe(true);
    const measure = measures.find(({ name }) => name === 'courier.cost-per-parcel');
    const span = { centreId: CENTRE, from: '2026-01-01', until: '2026-01-31' };
    expect(await measure?.read(database.db, span)).toMatchObject({ value: '12.00' });
    expect((await handOn()).problem).toBe('courier/month-handed-on');
    expect((await takeBill(sent.map(right))).problem).toBe('courier/month-handed-on');
  });

  test('is refused before it is over, without a readable bill, and to whoever may not settle', async () => {
    const sent = await sign(2);
    expect((await takeBill(sent.map(right), '2026-02')).problem).toBe('courier/month-not-over');
    const unreadable = await takeBill(['SF1,KD1,2026-01-12,300,twelve']);
    expect(unreadable.problem).toBe('courier/bill-unreadable');
    expect(unreadable.text).toContain('E2');
    expect((await handOn()).problem).toBe('courier/month-open');
    const viewer = { ...clerk, id: newId(), grants: clerk.grants.slice(0, 1) };
    expect((await bench.send(viewer, routes.getMonth, { params })).problem).toBe(
      'access/forbidden',
    );
  });

  test('pays nothing that was not delivered, is not ours or was billed before, and the rest as judged', async () => {
    const [one, heavy, dear, dropped] = await sign(4);
    const [moving] = await sign(1, () => null);
    const off = (of: Sent | undefined, grams: number, yuan: string) =>
      `${of?.trackingNo},${of?.number},2026-01-12,${grams},${yuan}`;
    const { body } = await takeBill([
      off(one, 300, '12.00'),
      off(one, 300, '12.00'),
      off(heavy, 900, '18.00'),
      off(dear, 300, '15.00'),
      off(dropped, 300, '20.00'),
      off(moving, 300, '12.00'),
      'SF000000000000,,2026-01-12,300,12.00',
    ]);
    expect(body).toMatchObject({ agreed: 1, open: 3, dropped: 3, amount: '12.00' });
    expect(body.differences.map(({ difference, lines }) => [difference, lines])).toEqual([
      ['none', 1],
      ['not-ours', 1],
      ['twice', 1],
      ['not-delivered', 1],
      ['wrong-weight', 1],
      ['wrong-price', 2],
    ]);
    expect((await judge(3, 'paid-at-contract')).problem).toBe('courier/not-payable');
    await judge(4, 'paid-at-contract');
    await judge(6, 'dropped');
    expect((await handOn()).body).toMatchObject({ agreed: 2, amount: '24.00', open: 1 });
    expect((await judge(4, 'dropped')).problem).toBe('courier/line-settled');
    // What is judged later goes with the next month, and is billed nowhere else.
    expect((await judge(5, 'paid-at-contract')).body.verdict).toBe('paid-at-contract');
    bench.clock.set('2026-03-02T09:00:00+08:00');
    const next = await takeBill([off(one, 300, '12.00'), off(dropped, 300, '12.00')], '2026-02');
    expect(next.body.differences.map(({ difference, lines }) => [difference, lines])).toEqual([
      ['none', 1],
      ['twice', 1],
    ]);
    expect((await handOn('2026-02')).body).toMatchObject({ agreed: 2 });
    const keys = bench.proposals.flatMap(({ lines }) => lines.map(({ key }) => key));
    expect(keys).toHaveLength(4);
    expect(new Set(keys).size).toBe(4);
    expect((await judge(6, 'paid-at-contract')).problem).toBe('courier/already-billed');
  });

  test('opens again when its document came back, and another bill replaces the first', async () => {
    const sent = await sign(3);
    await takeBill(sent.slice(0, 1).map(right));
    await handOn();
    bench.world.settlement = 'returned';
    const { body } = await takeBill(sent.map(right));
    expect(body).toMatchObject({ state: 'matched', agreed: 3, amount: '36.00' });
    expect((await handOn()).body).toMatchObject({ state: 'handed-on', agreed: 3 });
  });

  test('goes back to the carrier as a sheet with what is wrong', async () => {
    const [one] = await sign(1);
    await takeBill([right(one ?? { trackingNo: '', number: '' }), 'SF1,,,,12.00']);
    const sheet = await bench.send(clerk, routes.exportLines, { params });
    expect(sheet.bytes.subarray(0, 2).toString()).toBe('PK');
  });

  test('of 30,000 lines with 500 faults names each of them, and pays nothing twice', async () => {
    const sent = await sign(29_700);
    const undelivered = await sign(100, () => null);
    const faults = 100;
    const lines = sent.map((one, at) => {
      if (at < faults) return `${one.trackingNo},${one.number},2026-01-12,900,12.00`;
      if (at < 2 * faults) return `${one.trackingNo},${one.number},2026-01-12,300,13.00`;
      return right(one);
    });
    // Into the middle of the bill, as they come.
    lines.splice(9000, 0, ...undelivered.map(right));
    lines.splice(17_000, 0, ...sent.slice(1000, 1000 + faults).map(right));
    lines.splice(
      24_000,
      0,
      ...Array.from({ length: faults }, (_, at) => `SX${String(at).padStart(12, '0')},,,300,12.00`),
    );
    expect(lines).toHaveLength(30_000);
    const { body } = await takeBill(lines);
    expect(body.differences.map(({ difference, lines: count }) => [difference, count])).toEqual([
      ['none', 29_500],
      ['not-ours', 100],
      ['twice', 100],
      ['not-delivered', 100],
      ['wrong-weight', 100],
      ['wrong-price', 100],
    ]);
    expect((await listKind('wrong-weight')).items.map(({ rowNumber }) => rowNumber)).toEqual(
      Array.from({ length: 100 }, (_, at) => at + 2),
    );
    const handed = await handOn();
    expect(handed.body).toMatchObject({ agreed: 29_500, amount: '354000.00' });
    const keys = bench.proposals[0]?.lines.map(({ key }) => key) ?? [];
    expect(new Set(keys).size).toBe(29_500);
  }, 120_000);

  test('of 1,000 parcels is matched and handed on whole', async () => {
    const sent = await sign(1000);
    await takeBill(sent.map(right));
    const { body } = await handOn();
    expect(body).toMatchObject({ agreed: 1000, amount: '12000.00' });
  });
});
