import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';

import { nobodyInParticular, staffWith } from '#test/support/actors.ts';
import { OTHER_CENTRE } from '#test/support/database.ts';

import { permissions, routes } from '../contract.ts';
import { aContract, type Bench, people, startBench, YEAR } from './fixture.ts';

describe('contracts', () => {
  let bench: Bench;
  beforeAll(async () => {
    bench = await startBench();
  });
  beforeEach(() => bench.app.clock.set('2026-01-20T02:00:00Z'));
  afterAll(() => bench.close());

  const settle = (contractId: string, instalment: number, confirmedOn = '2026-01-20') =>
    bench.pass({
      kind: 'settlement',
      contractId,
      instalment,
      untilOn: null,
      amount: null,
      what: '',
      confirmedOn,
      invoiceNumber: '',
      invoicedOn: null,
      invoiceFileId: null,
      proposalId: null,
    });
  const pay = (settlementId: string, amount: string, paidOn = '2026-01-20') =>
    bench.pass({ kind: 'payment', settlementId, amount, paidOn, voucher: 'JZ-1' });
  const get = async (id: string) =>
    (await bench.app.send(people.viewer, routes.getContract, { params: { id } })).body;
  const sign = async (price: string, limitFen: bigint, more = {}) => {
    const lineId = await bench.openLine(limitFen);
    const { body } = await bench.pass(aContract(lineId, price, more));
    return { lineId, contractId: body.contractId ?? '' };
  };

  describe('who may', () => {
    test('refuses the public, staff without the permission, and viewers who would write', async () => {
      const { app } = bench;
      expect((await app.send(undefined, routes.getOverview)).problem).toBe('access/not-signed-in');
      expect((await app.send(nobodyInParticular(), routes.getOverview)).problem).toBe(
        'access/forbidden',
      );
      const lineId = await bench.openLine(1_000n);
      const body = { body: aContract(lineId, '10.00'), reason: '演示' };
      const byViewer = await app.send(people.viewer, routes.prepareDocument, { body });
      expect(byViewer.problem).toBe('access/forbidden');
    });

    test('shows nothing to another centre', async () => {
      const { contractId } = await sign('10.00', 1_000n);
      const stranger = staffWith([permissions.view.name], undefined, { centreId: OTHER_CENTRE });
      const answer = await bench.app.send(stranger, routes.getContract, {
        params: { id: contractId },
      });
      expect(answer.problem).toBe('request/not-found');
    });

    test('one person does not sign twice, whatever roles they hold', async () => {
      const lineId = await bench.openLine(10_000n);
      const { app } = bench;
      const all = people.everything;
      const body = { body: aContract(lineId, '10.00'), reason: '演示' };
      const { body: made } = await app.send(all, routes.prepareDocument, { body });
      const params = { id: made.id };
      const own = await app.send(all, routes.checkDocument, { params, body: { version: 1 } });
      expect(own.problem).toBe('contracts/same-person');
      await app.send(people.checker, routes.checkDocument, { params, body: { version: 1 } });
      const approval = await app.send(all, routes.approveDocument, {
        params,
        body: { version: 2 },
      });
      expect(approval.problem).toBe('contracts/same-person');
      expect((await bench.figures(lineId))['committed']).toBe('0.00');
    });

    test('an unchecked document is not approved, and a returned one moves nothing', async () => {
      const lineId = await bench.openLine(10_000n);
      const { app } = bench;
      const { body: made } = await bench.prepare(aContract(lineId, '10.00'));
      const params = { id: made.id };
      const early = await app.send(people.approver, routes.approveDocument, {
        params,
        body: { version: 1 },
      });
      expect(early.problem).toBe('contracts/not-in-state');
      const back = await app.send(people.checker, routes.returnDocument, {
        params,
        body: { version: 1, note: '缺附件' },
      });
      expect(back.body.state).toBe('returned');
      expect((await bench.figures(lineId))['available']).toBe('100.00');
    });
  });

  describe('contract ≤ line', () => {
    test('AC14: 0.01 above the line is refused with both figures; equal takes all of it', async () => {
      const lineId = await bench.openLine(27_110_000n);
      const refused = await bench.prepare(aContract(lineId, '271100.01'));
      expect(refused.problem).toBe('contracts/not-enough');
      expect(refused.text).toContain('271100.01');
      expect(refused.text).toContain('271100.00');
      const done = await bench.pass(aContract(lineId, '271100.00'));
      expect(done.body.state).toBe('approved');
      expect(await bench.figures(lineId)).toMatchObject({
        available: '0.00',
        committed: '271100.00',
      });
      const { instalments } = await get(done.body.contractId ?? '');
      expect(instalments.map((one) => one.amount)).toEqual(['81330.00', '108440.00', '81330.00']);
    });

    test('AC15: percentages that are not 100 and shares that are not the price are refused', async () => {
      const lineId = await bench.openLine(27_110_000n);
      const contract = aContract(lineId, '271100.00');
      const [one, two] = contract.instalments;
      const third = { label: '验收', percent: '31', trigger: { on: 'accepted' as const } };
      const instalments = [one, two, third].flatMap((each) => each ?? []);
      const wrong = await bench.prepare({ ...contract, instalments });
      expect(wrong.problem).toBe('contracts/percents-wrong');
      expect(wrong.text).toContain('101.00%');
      const shares = [{ lineId, amount: '271099.99' }];
      expect((await bench.prepare({ ...contract, shares })).problem).toBe('contracts/shares-wrong');
    });

    test('contract ≤ award ≤ procurement item, and what the item kept above the price is free again', async () => {
      const lineId = await bench.openLine(50_000_000n);
      const item = await bench.pass({
        kind: 'reservation',
        lineId,
        name: '演示采购',
        category: 'services',
        catalogueCode: 'C1601',
        amount: '400000.00',
        method: 'competitive-consultation',
        sme: '400000.00',
        smallMicro: '240000.00',
        intentOn: null,
      });
      expect(await bench.figures(lineId)).toMatchObject({
        available: '100000.00',
        reserved: '400000.00',
      });
      const plan = await bench.app.send(people.viewer, routes.getProcurementPlan, {
        query: { year: YEAR },
      });
      const itemId = plan.body.items.find((one) => one.lineId === lineId)?.id ?? '';
      expect(item.body.state).toBe('approved');
      const more = { itemId, awardedOn: '2026-01-20', signedOn: '2026-01-20' };
      const above = await bench.prepare(
        aContract(lineId, '390000.00', { ...more, award: '400000.01' }),
      );
      expect(above.problem).toBe('contracts/above-item');
      const aboveAward = await bench.prepare(
        aContract(lineId, '380000.01', { ...more, award: '380000.00' }),
      );
      expect(aboveAward.problem).toBe('contracts/above-award');
      await bench.pass(aContract(lineId, '380000.00', { ...more, award: '380000.00' }));
      expect(await bench.figures(lineId)).toMatchObject({
        available: '120000.00',
        reserved: '0.00',
        committed: '380000.00',
      });
    });
  });

  describe('settling and paying', () => {
    test('AC16: an instalment before its event is refused, and so is one that is settled', async () => {
      const { contractId } = await sign('271100.00', 27_110_000n);
      const early = await settle(contractId, 2);
      expect(early.problem).toBe('contracts/not-reached');
      expect(early.text).toContain('2026-10-16');
      expect((await settle(contractId, 1)).body.state).toBe('approved');
      expect((await settle(contractId, 1)).problem).toBe('contracts/already-settled');
      const unrecorded = await settle(contractId, 3);
      expect(unrecorded.problem).toBe('contracts/not-reached');
    });

    test('an event is recorded once, with evidence, not before the signature nor in the future', async () => {
      const { contractId } = await sign('1000.00', 100_000n);
      const record = (day: string) =>
        bench.app.send(people.maker, routes.recordEvent, {
          params: { id: contractId },
          body: { kind: 'mid-term', day, evidence: '中期验收单', fileId: null },
        });
      expect((await record('2026-01-15')).problem).toBe('contracts/too-early');
      expect((await record('2026-01-21')).problem).toBe('contracts/too-late');
      expect((await record('2026-01-20')).body.events).toHaveLength(1);
      expect((await record('2026-01-19')).problem).toBe('contracts/event-recorded');
    });

    test('AC16, AC18: paid money is never more than is owed, and is owed thirty days after it was confirmed', async () => {
      const { lineId, contractId } = await sign('271100.00', 27_110_000n);
      await settle(contractId, 1);
      const [settlement] = (await get(contractId)).settlements;
      // 30 days after 20 January is a Thursday in the week of the Spring Festival: the next working day is the 24th.
      expect(settlement?.dueOn).toBe('2026-02-24');
      const id = settlement?.id ?? '';
      const above = await pay(id, '81330.01');
      expect(above.problem).toBe('contracts/above-settlement');
      expect(above.text).toContain('81330.00');
      await pay(id, '81000.00');
      expect((await pay(id, '330.01')).problem).toBe('contracts/above-settlement');
      await pay(id, '330.00');
      expect((await pay(id, '0.01')).problem).toBe('contracts/above-settlement');
      expect(await bench.figures(lineId)).toMatchObject({
        committed: '189770.00',
        due: '0.00',
        paid: '81330.00',
      });
    });

    test('AC18: what is late is shown: the payment, and a contract of an item that was not published in two working days', async () => {
      const lineId = await bench.openLine(1_000_000n);
      // 16 January 2026 is a Friday.
      bench.app.clock.set('2026-01-16T02:00:00Z');
      const item = {
        kind: 'reservation' as const,
        lineId,
        name: '演示采购',
        category: 'goods' as const,
        catalogueCode: '',
        amount: '10000.00',
        method: 'inquiry' as const,
        sme: '10000.00',
        smallMicro: '0.00',
        intentOn: null,
      };
      await bench.pass(item);
      const plan = await bench.app.send(people.viewer, routes.getProcurementPlan, {
        query: { year: YEAR },
      });
      const itemId = plan.body.items.find((one) => one.lineId === lineId)?.id ?? '';
      const award = { itemId, award: '10000.00', awardedOn: '2026-01-16' };
      const { body } = await bench.pass(aContract(lineId, '10000.00', award));
      const contractId = body.contractId ?? '';
      expect((await get(contractId)).publishBy).toBe('2026-01-20');
      await settle(contractId, 1, '2026-01-16');
      const lateOn = async (onDay: string) => {
        const answer = await bench.app.send(people.viewer, routes.listOverdue, {
          query: { onDay },
        });
        const own = answer.body.items.filter((one) => one.contractId === contractId);
        return own.map((one) => one.kind).toSorted();
      };
      expect(await lateOn('2026-01-20')).toEqual([]);
      expect(await lateOn('2026-01-21')).toEqual(['publication']);
      expect(await lateOn('2026-03-01')).toEqual(['payment', 'publication']);
      const params = { id: contractId };
      const published = await bench.app.send(people.maker, routes.recordPublication, {
        params,
        body: {
          publishedOn: '2026-01-16',
          address: 'https://gov.example/1',
          version: (await get(contractId)).version,
        },
      });
      expect(published.body.publication).toBe('published');
      expect(await lateOn('2026-01-21')).toEqual([]);
    });

    test('a payment and its settlement are reversed in turn; the movements stay', async () => {
      const { lineId, contractId } = await sign('1000.00', 100_000n);
      const settled = await settle(contractId, 1);
      const [settlement] = (await get(contractId)).settlements;
      const paid = await pay(settlement?.id ?? '', '300.00');
      const reverse = (documentId: string) => bench.pass({ kind: 'reversal', documentId });
      expect((await reverse(settled.body.id)).problem).toBe('contracts/not-reversible');
      expect((await reverse(paid.body.id)).body.state).toBe('approved');
      expect((await reverse(paid.body.id)).problem).toBe('contracts/not-reversible');
      expect((await reverse(settled.body.id)).body.state).toBe('approved');
      expect(await bench.figures(lineId)).toMatchObject({ committed: '1000.00', paid: '0.00' });
      expect((await settle(contractId, 1)).body.state).toBe('approved');
      const { body } = await bench.app.send(people.viewer, routes.listMovements, {
        query: { lineId },
      });
      expect(body.items.filter((one) => one.isReversal)).toHaveLength(2);
    });
  });
});
