import {
  CARRIER,
  listStories,
  nextWorkday,
  parcelOf,
  trackingOf,
  wasSent,
} from './past-fulfilment.ts';
import type { Table } from './table.ts';

const PRICE = '12.00';

const billColumns = [
  'month',
  'row',
  'trackingNo',
  'ourNumber',
  'billedOn',
  'weightGrams',
  'amount',
] as const;

const carrierColumns = ['code', 'name', 'endpoint', 'active', 'standIn'] as const;

/** The imitated carrier; the server keeps its address as it is where it runs. */
export const makeCarriers = (): Table<(typeof carrierColumns)[number]> => ({
  columns: carrierColumns,
  rows: [
    {
      code: CARRIER,
      name: '演示速递（模拟）',
      endpoint: 'http://localhost/standin/carrier',
      active: true,
      standIn: true,
    },
  ],
});

/** The carrier's bill of October: most of it right, and one line of each kind of fault. */
export function makePastBills(): Table<(typeof billColumns)[number]> {
  const sent = listStories().filter(
    (told) => told.story.fate === 'sent-signed' && nextWorkday(told.story.claimOn, 2) < '2026-11',
  );
  const parcels = listStories().filter(wasSent);
  const returned = parcels.find(({ story }) => story.fate === 'returned');
  // The last one is in no bill.
  const billed = sent.slice(0, -1).map((told, index) => ({
    told,
    weightGrams: index === 3 ? 1200 : 320,
    amount: index === 5 ? '18.00' : PRICE,
  }));
  const [first] = billed;
  const lines = [
    ...billed,
    ...(first === undefined ? [] : [first]),
    ...(returned === undefined ? [] : [{ told: returned, weightGrams: 320, amount: PRICE }]),
  ].map(({ told, weightGrams, amount }) => ({
    trackingNo: trackingOf(told.at),
    ourNumber: parcelOf(told.at),
    billedOn: nextWorkday(told.story.claimOn, 2),
    weightGrams,
    amount,
  }));
  const stranger = {
    trackingNo: 'YS9900001234',
    ourNumber: '',
    billedOn: '2026-10-21',
    weightGrams: 500,
    amount: PRICE,
  };
  return {
    columns: billColumns,
    rows: [...lines, stranger].map((line, at) => ({ month: '2026-10', row: at + 2, ...line })),
  };
}
