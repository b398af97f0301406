import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { type Billed, type Books, type Known, matchBill } from './match-bill.ts';

const known = (at: number, more: Partial<Known> = {}): Known => ({
  parcel_id: `p${at}`,
  number: `KD${at}`,
  tracking_no: `SF${at}`,
  state: 'signed',
  signed_on: '2026-01-12',
  weight_grams: 300,
  ...more,
});
const line = (at: number, rowNumber: number, more: Partial<Billed> = {}): Billed => ({
  rowNumber,
  trackingNo: `SF${at}`,
  ourNumber: `KD${at}`,
  billedOn: '2026-01-12',
  weightGrams: 310,
  amountFen: 1200n,
  ...more,
});
const books = (parcels: readonly Known[], more: Partial<Books> = {}): Books => ({
  parcels: new Map(parcels.map((one) => [one.tracking_no, one])),
  claimed: new Map(),
  unitPriceFen: 1200n,
  toleranceGrams: 200,
  untilOn: '2026-01-31',
  ...more,
});
const kinds = (lines: readonly Billed[], of: Books) =>
  matchBill(lines, of).map(({ difference, held }) => [difference, held]);

describe('a bill held against our books', () => {
  test('agrees where parcel, weight and price do', () => {
    expect(kinds([line(1, 2)], books([known(1)]))).toEqual([['none', '']]);
    const bare = line(1, 2, { ourNumber: '', weightGrams: null });
    expect(kinds([bare], books([known(1)]))).toEqual([['none', '']]);
  });

  test('names each difference with what we hold against it', () => {
    const of = books(
      [
        known(1),
        known(2, { signed_on: null, state: 'returned' }),
        known(3, { signed_on: '2026-02-01' }),
        known(4),
        known(5),
        known(6),
      ],
      { claimed: new Map([['p6', '2025-12']]) },
    );
    const lines = [
      line(9, 2),
      line(1, 3, { ourNumber: 'KD9' }),
      line(1, 4),
      line(1, 5),
      line(2, 6),
      line(3, 7),
      line(4, 8, { weightGrams: 501 }),
      line(5, 9, { amountFen: 1201n }),
      line(6, 10),
      line(5, 11),
    ];
    expect(kinds(lines, of)).toEqual([
      ['not-ours', ''],
      ['not-ours', 'KD1'],
      ['none', ''],
      ['twice', '#4'],
      ['not-delivered', 'returned'],
      ['not-delivered', '2026-02-01'],
      ['wrong-weight', '300 g'],
      ['wrong-price', '12.00'],
      ['twice', '2025-12'],
      ['twice', '#9'],
    ]);
  });

  test('never claims a parcel twice, nor one that was not delivered, in whatever order the lines stand', () => {
    const parcels = Array.from({ length: 8 }, (_, at) =>
      known(at, at % 3 === 0 ? { signed_on: null, state: 'moving' } : {}),
    );
    const some = fc.record({
      at: fc.integer({ min: 0, max: 10 }),
      weightGrams: fc.constantFrom(null, 300, 900),
      amountFen: fc.constantFrom(1200n, 1300n, null),
    });
    fc.assert(
      fc.property(fc.array(some, { maxLength: 40 }), (drawn) => {
        const lines = drawn.map(({ at, ...more }, row) => line(at, row + 2, more));
        const matched = matchBill(lines, books(parcels));
        const claims = matched.flatMap(({ parcelId }) => parcelId ?? []);
        expect(matched).toHaveLength(lines.length);
        expect(new Set(claims).size).toBe(claims.length);
        for (const one of matched) {
          if (one.parcelId !== null) expect(one.signedOn).not.toBeNull();
          if (one.difference === 'none') expect(one.amountFen).toBe(1200n);
        }
      }),
    );
  });
});
