import fc from 'fast-check';
import { expect, test } from 'vitest';

import { MovementKind } from './ledger.ts';
import { type BookedMovement, draftEntries } from './vouchers.ts';

const movement: fc.Arbitrary<BookedMovement> = fc.record({
  kind: fc.constantFrom(...MovementKind.options),
  isReversal: fc.boolean(),
  amountFen: fc.bigInt({ min: 1n, max: 10n ** 12n }),
  projectCode: fc.constantFrom('', 'P04'),
  econCode: fc.constantFrom('', '30213', '31002'),
});

test('in either system debits are credits, of every movement and its reversal', () => {
  fc.assert(
    fc.property(movement, (one) => {
      for (const system of ['financial', 'budgetary']) {
        const own = draftEntries(one).filter((entry) => entry.system === system);
        const sum = (side: string) =>
          own
            .filter((entry) => entry.side === side)
            .reduce((all, entry) => all + entry.amountFen, 0n);
        expect(sum('debit')).toBe(sum('credit'));
      }
    }),
  );
});

test('what is owed stands in the financial accounts alone, what is paid in both', () => {
  const one = { isReversal: false, amountFen: 8_133_000n, projectCode: 'P04', econCode: '30213' };
  expect(draftEntries({ ...one, kind: 'settle' }).map((entry) => entry.account)).toEqual([
    '业务活动费用',
    '应付账款',
  ]);
  expect(draftEntries({ ...one, kind: 'pay' }).map((entry) => entry.account)).toEqual([
    '应付账款',
    '财政拨款收入',
    '事业支出—财政拨款支出—项目支出',
    '财政拨款预算收入',
  ]);
  expect(draftEntries({ ...one, kind: 'commit' })).toEqual([]);
});
