import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';

import { newId } from '#kernel/ids/id.ts';
import { isProblem } from '#kernel/problems/problem-error.ts';
import { TEST_CENTRE } from '#test/support/database.ts';

import { problems, routes, type SettlementLine } from '../contract.ts';
import { aContract, type Bench, people, startBench } from './fixture.ts';

describe('settlements that the work itself puts forward', () => {
  let bench: Bench;
  beforeAll(async () => {
    bench = await startBench();
  });
  beforeEach(() => bench.app.clock.set('2026-02-02T02:00:00Z'));
  afterAll(() => bench.close());

  const door = () => bench.api;
  const open = async (eventType: string, price = '3200000.00') => {
    const lineId = await bench.openLine(500_000_000n);
    const { body } = await bench.pass(
      aContract(lineId, price, {
        type: 'metered',
        instalments: [],
        meter: { unitPrice: '100.00', eventType, unit: '套' },
      }),
    );
    return { lineId, contractId: body.contractId ?? '' };
  };
  const line = (more: Partial<SettlementLine> = {}): SettlementLine => ({
    key: newId(),
    day: '2026-01-20',
    quantity: 1,
    unitPriceFen: 10_000n,
    ...more,
  });
  const propose = (contractId: string, lines: readonly SettlementLine[]) =>
    bench.app.database.transaction((tx) =>
      door().proposeSettlement(tx, people.maker, {
        contractId,
        lines,
        what: '2026年1月',
        reason: '演示',
        confirmedOn: '2026-02-02',
      }),
    );
  const find = (documentId: string) =>
    door().findSettlement(bench.app.database.db, TEST_CENTRE, documentId);
  const sign = async (documentId: string) => {
    const params = { id: documentId };
    await bench.app.send(people.checker, routes.checkDocument, { params, body: { version: 1 } });
    return bench.app.send(people.approver, routes.approveDocument, {
      params,
      body: { version: 2 },
    });
  };

  test('are found by what they count, by the day, and by the supplier', async () => {
    const { contractId } = await open('seals.made-one');
    const of = (onDay: string, more = {}) =>
      door().findMeteredContract(bench.app.database.db, TEST_CENTRE, {
        eventType: 'seals.made-one',
        onDay,
        ...more,
      });
    expect(await of('2026-03-01')).toMatchObject({
      contractId,
      unitPriceFen: 10_000n,
      leftFen: 320_000_000n,
      leftUnits: 32_000n,
    });
    expect(await of('2026-01-15')).toBeUndefined();
    expect(await of('2027-01-01')).toBeUndefined();
    expect(await of('2026-03-01', { creditCode: '91310000MA1234567X' })).toBeUndefined();
  });

  test('wait for two other people, and are due when both have signed', async () => {
    const { lineId, contractId } = await open('seals.made-two');
    const made = await propose(contractId, [line({ quantity: 3 }), line({ quantity: 4 })]);
    expect(made).toMatchObject({ quantity: 7, amountFen: 70_000n });
    expect(await find(made.documentId)).toMatchObject({ state: 'submitted', settlementId: null });
    expect(await bench.figures(lineId)).toMatchObject({ due: '0.00' });
    expect((await sign(made.documentId)).body.state).toBe('approved');
    expect(await bench.figures(lineId)).toMatchObject({ due: '700.00' });
    const after = await find(made.documentId);
    expect(after).toMatchObject({ state: 'approved', amountFen: 70_000n, paidFen: 0n });
    expect(after?.settlementId).not.toBeNull();
  });

  test('claim each thing once: what is asked for is not asked for again, until it was returned', async () => {
    const { contractId } = await open('seals.made-three');
    const same = line({ quantity: 2 });
    const first = await propose(contractId, [same]);
    await expect(propose(contractId, [same])).rejects.toSatisfy((error) =>
      isProblem(error, problems.countedAlready),
    );
    // A settlement by its last day does not take what is set aside either.
    const byDay = await bench.prepare({
      kind: 'settlement',
      contractId,
      instalment: null,
      untilOn: '2026-02-01',
      amount: null,
      what: '',
      confirmedOn: '2026-02-02',
      invoiceNumber: '',
      invoicedOn: null,
      invoiceFileId: null,
      proposalId: null,
    });
    expect(byDay.problem).toBe('contracts/nothing-counted');
    await bench.app.send(people.checker, routes.returnDocument, {
      params: { id: first.documentId },
      body: { version: 1, note: '缺清单' },
    });
    const second = await propose(contractId, [same]);
    expect((await sign(second.documentId)).body.state).toBe('approved');
    await expect(propose(contractId, [same])).rejects.toSatisfy((error) =>
      isProblem(error, problems.countedAlready),
    );
  });

  test('are refused at another price, with another number than was counted, and above what is left', async () => {
    const { contractId } = await open('seals.made-four', '1000.00');
    const dear = propose(contractId, [line({ unitPriceFen: 10_001n })]);
    await expect(dear).rejects.toSatisfy((error) => isProblem(error, problems.unitPriceWrong));
    const key = newId();
    await bench.app.database.transaction(async (tx) =>
      door().count(tx, people.maker, [
        { key, eventType: 'seals.made-four', day: '2026-01-20', quantity: 2 },
      ]),
    );
    const other = propose(contractId, [line({ key, quantity: 3 })]);
    await expect(other).rejects.toSatisfy((error) => isProblem(error, problems.countedOtherwise));
    const many = propose(contractId, [line({ quantity: 11 })]);
    await expect(many).rejects.toSatisfy((error) => isProblem(error, problems.aboveContract));
    const late = propose(contractId, [line({ day: '2026-02-03' })]);
    await expect(late).rejects.toSatisfy((error) => isProblem(error, problems.tooLate));
    const none = propose(contractId, []);
    await expect(none).rejects.toSatisfy((error) => isProblem(error, problems.tooManyLines));
  });

  test('what was cancelled is taken back, but not what is settled', async () => {
    const { contractId } = await open('seals.made-five');
    const [kept, gone] = [line(), line()];
    const count = { eventType: 'seals.made-five', day: '2026-01-20', quantity: 1 };
    const uncount = (key: string) =>
      bench.app.database.transaction((tx) =>
        door().uncount(tx, people.maker, 'seals.made-five', [key]),
      );
    await bench.app.database.transaction(async (tx) =>
      door().count(tx, people.maker, [
        { ...count, key: kept.key },
        { ...count, key: gone.key },
      ]),
    );
    await uncount(gone.key);
    await propose(contractId, [kept]);
    await expect(uncount(kept.key)).rejects.toSatisfy((error) =>
      isProblem(error, problems.countedAlready),
    );
    const { body } = await bench.app.send(people.viewer, routes.getContract, {
      params: { id: contractId },
    });
    expect(body.forecast?.used).toBe(1);
  });
});
