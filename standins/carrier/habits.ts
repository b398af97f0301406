import type { Words } from '#kernel/problems/contract.ts';

/** How a parcel of the stand-in fares: as most do, or in one of the ways in which carriers fail. */
export const HABITS = ['punctual', 'late', 'twice', 'out-of-order', 'returned', 'lost'] as const;
export type Habit = (typeof HABITS)[number];

export const habitWords: Readonly<Record<Habit, Words>> = {
  punctual: { 'zh-CN': '正常送达', en: 'Arrives as it should' },
  late: { 'zh-CN': '状态迟报', en: 'States are told late' },
  twice: { 'zh-CN': '状态重复推送', en: 'States are told twice' },
  'out-of-order': { 'zh-CN': '状态乱序推送', en: 'States are told out of order' },
  returned: { 'zh-CN': '拒收退回', en: 'Refused and sent back' },
  lost: { 'zh-CN': '运输中丢失', en: 'Lost on the way' },
};

const EVERY = 10;
const FAULTY: Readonly<Record<number, Habit>> = {
  3: 'late',
  5: 'twice',
  6: 'out-of-order',
  8: 'returned',
  9: 'lost',
};

/** By the last digits of our number, so that a rehearsal can be repeated: five of ten parcels fare well. */
export function habitOf(number: string): Habit {
  const serial = Number.parseInt(/\d{1,4}$/.exec(number)?.[0] ?? '0', 10);
  return FAULTY[serial % EVERY] ?? 'punctual';
}

/** What happens to a parcel, in seconds from its collection, and how much later it is told. */
export interface Stop {
  readonly code: number;
  readonly after: number;
  readonly toldAfter: number;
  readonly isToldTwice: boolean;
}

const stop = (code: number, after: number, more: Partial<Stop> = {}): Stop => ({
  code,
  after,
  toldAfter: 0,
  isToldTwice: false,
  ...more,
});

const USUAL = [stop(1, 0), stop(0, 60), stop(5, 150), stop(3, 240)] as const;
const LATE_BY = 300;

/** The way of a parcel. An hour of the road is a minute of the demonstration. */
export function wayOf(habit: Habit): readonly Stop[] {
  switch (habit) {
    case 'punctual':
      return USUAL;
    case 'late':
      return USUAL.map((one) => ({ ...one, toldAfter: LATE_BY }));
    case 'twice':
      return USUAL.map((one) => ({ ...one, isToldTwice: true }));
    // On the way and out for delivery are told after the signature.
    case 'out-of-order':
      return [
        stop(1, 0),
        stop(0, 60, { toldAfter: 240 }),
        stop(5, 150, { toldAfter: 130 }),
        stop(3, 240),
      ];
    case 'returned':
      return [stop(1, 0), stop(0, 60), stop(5, 150), stop(14, 240), stop(6, 300), stop(4, 420)];
    case 'lost':
      return [stop(1, 0), stop(0, 60), stop(2, 180)];
  }
}

const SAID: Readonly<Record<number, string>> = {
  0: '快件运输中',
  1: '快递员已揽收',
  2: '快件异常，正在查找',
  3: '已签收',
  4: '已退回寄件人',
  5: '快递员派送中',
  6: '快件退回途中',
  14: '收件人拒收',
};

/** Whatever it says, it says that it is played. */
export const saidOf = (code: number): string => `【模拟】${SAID[code] ?? '状态更新'}`;
