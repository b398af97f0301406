import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';

import { fillWords } from '#kernel/problems/contract.ts';
import { ProblemError } from '#kernel/problems/problem-error.ts';

import { routes } from '../contract.ts';
import { aContract, type Bench, people, startBench, YEAR } from './fixture.ts';
import { openLedger } from './ledger.ts';

describe('the ledger on the database', () => {
  let bench: Bench;
  beforeAll(async () => {
    bench = await startBench();
  });
  beforeEach(() => bench.app.clock.set('2026-01-20T02:00:00Z'));
  afterAll(() => bench.close());

  const metered = async (limitFen: bigint, price: string, eventType: string) => {
    const lineId = await bench.openLine(limitFen);
    const { body } = await bench.pass(
      aContract(lineId, price, {
        type: 'metered',
        instalments: [],
        meter: { unitPrice: '100.00', eventType, unit: '套' },
      }),
    );
    return { lineId, contractId: body.contractId ?? '' };
  };
  const settleUntil = (contractId: string, untilOn: string) =>
    bench.pass({
      kind: 'settlement',
      contractId,
      instalment: null,
      untilOn,
      amount: null,
      what: '',
      confirmedOn: untilOn,
      invoiceNumber: '',
      invoicedOn: null,
      invoiceFileId: null,
      proposalId: null,
    });

  test('AC13: 12,000.00 from one line to another: the total stays, each line changes, the legs sum to nothing', async () => {
    const from = await bench.openLine(5_000_000n);
    const to = await bench.openLine(100_000n);
    const body = {
      kind: 'transfer' as const,
      fromLineId: from,
      toLineId: to,
      amount: '12000.00',
      paper: '调剂〔2026〕1号',
    };
    expect((await bench.pass(body)).body.state).toBe('approved');
    expect(await bench.figures(from)).toMatchObject({
      approved: '50000.00',
      adjusted: '-12000.00',
      available: '38000.00',
    });
    expect(await bench.figures(to)).toMatchObject({ adjusted: '12000.00', available: '13000.00' });
    const above = await bench.prepare({ ...body, amount: '38000.01' });
    expect(above.problem).toBe('contracts/not-enough');
    const { body: sums } = await bench.app.send(people.viewer, routes.reconcile);
    expect(sums).toMatchObject({ isRight: true, legs: '0.00' });
  });

  test('AC17: 32,000 sets at 100.00 in settlements come to 3,200,000.00; no set is settled twice, the next one is refused', async () => {
    const { lineId, contractId } = await metered(320_000_000n, '3200000.00', 'seals.set-issued');
    await bench.count('seals.set-issued', [
      ['2026-01-16', 10_000],
      ['2026-01-17', 12_000],
      ['2026-01-18', 10_000],
    ]);
    expect((await settleUntil(contractId, '2026-01-17')).body.amount).toBe('2200000.00');
    expect((await settleUntil(contractId, '2026-01-17')).problem).toBe('contracts/nothing-counted');
    expect((await settleUntil(contractId, '2026-01-19')).body.amount).toBe('1000000.00');
    expect(await bench.figures(lineId)).toMatchObject({ committed: '0.00', due: '3200000.00' });
    await bench.count('seals.set-issued', [['2026-01-20', 1]]);
    const next = await settleUntil(contractId, '2026-01-20');
    expect(next.problem).toBe('contracts/above-contract');
    expect(next.text).toContain('100.00');
    expect(next.text).toContain('0.00');
  });

  test('an event that is handed over twice is counted once', async () => {
    const { contractId } = await metered(10_000_000n, '100000.00', 'parcels.sent');
    await bench.count('parcels.sent', [['2026-01-18', 3]]);
    const settled = await settleUntil(contractId, '2026-01-19');
    expect(settled.body.amount).toBe('300.00');
    const reversed = await bench.pass({ kind: 'reversal', documentId: settled.body.id });
    expect(reversed.body.state).toBe('approved');
    expect((await settleUntil(contractId, '2026-01-19')).body.amount).toBe('300.00');
  });

  test('two approvals at once do not spend the same money', async () => {
    const { app } = bench;
    const lineId = await bench.openLine(100_000n);
    const made = await Promise.all([1, 2, 3].map(() => bench.prepare(aContract(lineId, '600.00'))));
    for (const { body } of made)
      await app.send(people.checker, routes.checkDocument, {
        params: { id: body.id },
        body: { version: 1 },
      });
    const answers = await Promise.all(
      made.map(({ body }) =>
        app.send(people.approver, routes.approveDocument, {
          params: { id: body.id },
          body: { version: 2 },
        }),
      ),
    );
    expect(answers.map((one) => one.status).toSorted((one, other) => one - other)).toEqual([
      200, 409, 409,
    ]);
    expect(await bench.figures(lineId)).toMatchObject({ available: '400.00', committed: '600.00' });
  });

  test('a bucket that does not hold so much is named in the reader’s language, with both figures', async () => {
    const lineId = await bench.openLine(100_000n);
    const { app } = bench;
    const attempt = app.database.transaction(async (tx) => {
      const ledger = await openLedger(app, tx, people.maker, [lineId]);
      const [from, to] = [
        { lineId, side: 'due' },
        { lineId, side: 'paid' },
      ] as const;
      ledger.post(
        { kind: 'pay', from, to, amountFen: 1n },
        { day: '2026-01-20', documentId: null },
      );
    });
    const refused = await attempt.catch((error: unknown) => error);
    if (!(refused instanceof ProblemError)) throw new Error('It was not refused');
    const { title } = refused.kind;
    expect(fillWords(title, 'zh-CN', refused.values)).toMatch(
      /中应付的金额不足：需要 0.01 元，现有 0.00 元。$/,
    );
    expect(fillWords(title, 'en', refused.values)).toMatch(
      /as much due: 0.01 yuan asked, 0.00 there.$/,
    );
  });

  test('the tables themselves refuse what does not balance and a document that one person signed twice', async () => {
    const lineId = await bench.openLine(100_000n);
    const { pool } = bench.app.database;
    await expect(
      pool.query('update contracts.line set available_fen = available_fen + 1 where line_id = $1', [
        lineId,
      ]),
    ).rejects.toThrow('line_balanced');
    await expect(
      pool.query(
        'update contracts.line set available_fen = -1, approved_fen = -1 where line_id = $1',
        [lineId],
      ),
    ).rejects.toThrow('line_available_not_negative');
    await bench.pass(aContract(lineId, '10.00'));
    await expect(
      pool.query("update contracts.document set approver_id = maker_id where state = 'approved'"),
    ).rejects.toThrow('document_three_people');
    await expect(
      pool.query('update contracts.contract set paid_fen = settled_fen + 1'),
    ).rejects.toThrow('contract_paid_within');
  });

  test('settlements and payments of a year leave as draft entries for the books', async () => {
    const answer = await bench.app.send(people.viewer, routes.exportVouchers, {
      query: { year: YEAR },
    });
    expect(answer.status).toBe(200);
    expect(answer.text.startsWith('PK')).toBe(true);
  });

  test('a year looked at on an earlier day is as it stood then', async () => {
    const lineId = await bench.openLine(100_000n, { projectCode: 'P77', projectName: '演示' });
    await bench.pass(aContract(lineId, '600.00', { signedOn: '2026-01-16' }));
    const on = async (onDay: string) => {
      const answer = await bench.app.send(people.viewer, routes.getOverview, {
        query: { year: YEAR, onDay },
      });
      return answer.body.projects.find((one) => one.code === 'P77')?.figures;
    };
    expect(await on('2026-01-15')).toMatchObject({ available: '1000.00', committed: '0.00' });
    expect(await on('2026-01-16')).toMatchObject({ available: '400.00', committed: '600.00' });
  });

  test('what a contract holds at the end of the year is carried over, once the year is over, and not for a third year', async () => {
    const lineId = await bench.openLine(117_198_000n);
    const { body } = await bench.pass(aContract(lineId, '1171980.00'));
    const carry = { kind: 'carry-over' as const, contractId: body.contractId ?? '' };
    expect((await bench.prepare(carry)).problem).toBe('contracts/year-not-over');
    bench.app.clock.set('2027-01-04T02:00:00Z');
    const end = await bench.app.send(people.viewer, routes.getYearEnd, { query: { year: YEAR } });
    const own = end.body.proposals.find((one) => one.contractId === carry.contractId);
    expect(own).toMatchObject({ committed: '1171980.00', ageYears: 1 });
    expect((await bench.pass(carry)).body.state).toBe('approved');
    expect(await bench.figures(lineId)).toMatchObject({
      adjusted: '-1171980.00',
      committed: '0.00',
    });
    bench.app.clock.set('2028-01-04T02:00:00Z');
    expect((await bench.pass(carry)).body.state).toBe('approved');
    bench.app.clock.set('2029-01-04T02:00:00Z');
    expect((await bench.prepare(carry)).problem).toBe('contracts/too-old');
    const { body: sums } = await bench.app.send(people.viewer, routes.reconcile);
    expect(sums).toMatchObject({ isRight: true, differences: [] });
  });
});
