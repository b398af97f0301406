import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';

import { systemActor } from '#kernel/access/system-actor.ts';
import { fillWords } from '#kernel/problems/contract.ts';
import { ProblemError } from '#kernel/problems/problem-error.ts';
import { TEST_CENTRE } from '#test/support/database.ts';

import { type DocumentBody, type NewContract, routes } from '../contract.ts';
import { aContract, type Bench, people, startBench } from './fixture.ts';
import { openLedger } from './ledger.ts';
import { openLines } from './open-year.ts';

const asIncurred = { type: 'as-incurred' as const, instalments: [] };

describe('what finance refuses, and why', () => {
  let bench: Bench;
  beforeAll(async () => {
    bench = await startBench();
  });
  beforeEach(() => bench.app.clock.set('2026-01-20T02:00:00Z'));
  afterAll(() => bench.close());

  const sign = async (price: string, more: Partial<NewContract> = {}) => {
    const lineId = await bench.openLine(100_000n);
    const body = aContract(lineId, price, more);
    const { body: made } = await bench.pass(body);
    return { body, lineId, contractId: made.contractId ?? '' };
  };
  const aSettlement = (contractId: string, more: Record<string, unknown>) =>
    ({
      kind: 'settlement',
      contractId,
      instalment: null,
      untilOn: null,
      amount: null,
      what: '',
      confirmedOn: '2026-01-20',
      invoiceNumber: '',
      invoicedOn: null,
      invoiceFileId: null,
      proposalId: null,
      ...more,
    }) as DocumentBody;
  /** The code of a refusal and what it says. */
  const refusalOf = async (body: DocumentBody) => {
    const { problem = '', text } = await bench.prepare(body);
    return `${problem} ${text}`;
  };
  const naming = (...parts: readonly string[]): RegExp =>
    new RegExp(parts.map((part) => part.replaceAll('.', String.raw`\.`)).join('[^]*'));

  test('a contract whose number exists already, by that number', async () => {
    const { body } = await sign('10.00');
    const again = aContract(await bench.openLine(100_000n), '10.00', { number: body.number });
    expect(await refusalOf(again)).toMatch(naming('contracts/number-taken', body.number));
  });

  test('a milestone contract without instalments, and a bill with a meter', async () => {
    const lineId = await bench.openLine(100_000n);
    expect(await refusalOf(aContract(lineId, '10.00', { instalments: [] }))).toMatch(
      naming('contracts/type-wrong'),
    );
    const meter = { unitPrice: '1.00', eventType: 'seals.set-issued', unit: '套' };
    expect(await refusalOf(aContract(lineId, '10.00', { ...asIncurred, meter }))).toMatch(
      naming('contracts/type-wrong'),
    );
    expect((await bench.figures(lineId))['available']).toBe('1000.00');
  });

  test('an award without its procurement item, and without its day', async () => {
    const lineId = await bench.openLine(100_000n);
    expect(await refusalOf(aContract(lineId, '10.00', { award: '10.00' }))).toMatch(
      naming('contracts/award-missing'),
    );
    const dated = { award: '10.00', awardedOn: '2026-01-10' };
    expect(await refusalOf(aContract(lineId, '10.00', dated))).toMatch(
      naming('contracts/award-missing'),
    );
  });

  test('61 days to pay a small firm, with the 60 that are allowed; a large firm may agree to them', async () => {
    const lineId = await bench.openLine(100_000n);
    const late = aContract(lineId, '10.00', { paymentDays: 61 });
    expect(await refusalOf(late)).toMatch(naming('contracts/payment-days-wrong', '61', '60'));
    const large = {
      ...late,
      supplier: { name: '大型企业', creditCode: '', size: 'large' as const },
    };
    expect((await bench.prepare(large)).problem).toBeUndefined();
  });

  test('more set aside for small firms than for all firms of the kind, with both figures', async () => {
    const lineId = await bench.openLine(100_000n);
    const item = {
      kind: 'reservation' as const,
      lineId,
      name: '演示采购',
      category: 'services' as const,
      catalogueCode: '',
      amount: '100.00',
      method: 'competitive-negotiation' as const,
      sme: '40.00',
      smallMicro: '40.01',
      intentOn: null,
    };
    expect(await refusalOf(item)).toMatch(naming('contracts/above-reserve', '40.01', '40.00'));
    expect(await refusalOf({ ...item, sme: '100.01', smallMicro: '0.00' })).toMatch(
      naming('contracts/above-reserve', '100.01', '100.00'),
    );
  });

  test('a settlement that does not fit how the contract is paid', async () => {
    const { contractId } = await sign('10.00');
    expect(await refusalOf(aSettlement(contractId, { amount: '1.00' }))).toMatch(
      naming('contracts/settlement-wrong'),
    );
    expect(await refusalOf(aSettlement(contractId, {}))).toMatch(
      naming('contracts/settlement-wrong'),
    );
  });

  test('a settlement and an event of a contract that has ended', async () => {
    const { contractId } = await sign('10.00', asIncurred);
    expect((await bench.pass({ kind: 'closure', contractId })).body.state).toBe('approved');
    expect(await refusalOf(aSettlement(contractId, { amount: '1.00' }))).toMatch(
      naming('contracts/not-running'),
    );
    const answer = await bench.app.send(people.maker, routes.recordEvent, {
      params: { id: contractId },
      body: { kind: 'accepted', day: '2026-01-20', evidence: '验收单' },
    });
    expect(answer.problem).toBe('contracts/not-running');
  });

  test('to carry over what a contract no longer holds, with nothing beside nothing', async () => {
    const { contractId } = await sign('10.00', asIncurred);
    await bench.pass(aSettlement(contractId, { amount: '10.00', what: '一月' }));
    expect(await refusalOf({ kind: 'carry-over', contractId })).toMatch(
      naming('contracts/nothing-left', '0.00'),
    );
  });

  test('a contract on a line of a year that has no rules of procurement and payment', async () => {
    const { database, clock } = bench.app;
    const actor = systemActor(TEST_CENTRE, 'test');
    const line = {
      key: 'L2030',
      projectCode: 'P04',
      projectName: '演示项目',
      part: '',
      funcCode: '2019999',
      econCode: '',
      amountFen: 100_000n,
      document: '批复〔2030〕1号',
    };
    await database.transaction((tx) => openLines({ clock }, tx, actor, 2030, [line]));
    const { body } = await bench.app.send(people.viewer, routes.listLines, {
      query: { year: 2030 },
    });
    expect(await refusalOf(aContract(body.items[0]?.id ?? '', '10.00'))).toMatch(
      naming('contracts/no-rules', '2030'),
    );
  });

  test('to open a year without an approved budget, by that year', async () => {
    const answer = await bench.app.send(people.checker, routes.openYear, { body: { year: 2031 } });
    expect(answer.problem).toBe('contracts/no-budget');
    expect(answer.text).toContain('2031');
  });

  test('the ledger itself: to take from a bucket more than it holds, by line, bucket and both figures', async () => {
    const { lineId } = await sign('10.00');
    const { database, clock } = bench.app;
    const actor = systemActor(TEST_CENTRE, 'test');
    const attempt = database.transaction(async (tx) => {
      const ledger = await openLedger({ clock }, tx, actor, [lineId]);
      const leg = (side: 'committed' | 'due') => ({ lineId, side });
      ledger.post(
        { kind: 'settle', from: leg('committed'), to: leg('due'), amountFen: 1_001n },
        { day: '2026-01-20', documentId: null },
      );
      await ledger.write();
    });
    const refused = await attempt.catch((error: unknown) => error);
    if (!(refused instanceof ProblemError)) throw new Error('It was not refused');
    expect(refused.kind.code).toBe('contracts/not-held');
    const said = fillWords(refused.kind.title, 'zh-CN', refused.values);
    for (const part of ['已签约', '10.01', '10.00']) expect(said).toContain(part);
    expect(await bench.figures(lineId)).toMatchObject({ committed: '10.00', due: '0.00' });
  });
});
