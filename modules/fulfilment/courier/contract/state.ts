import { z } from 'zod';

import type { Words } from '#kernel/problems/contract.ts';

/** 结果寄送, 材料揽收. */
export const Direction = z.enum(['out', 'in']);
export type Direction = z.infer<typeof Direction>;

/**
 * 待下单, 已下单, 已交接, 已揽收, 运输中, 派送中, 疑难, 退回中, 已签收, 已退回, 丢失, 损坏, 已取消. `closed` follows a loss or damage that
 * was settled with the applicant.
 */
export const ParcelState = z.enum([
  'waiting',
  'ordered',
  'handed',
  'collected',
  'moving',
  'delivering',
  'problem',
  'returning',
  'signed',
  'returned',
  'lost',
  'damaged',
  'closed',
  'cancelled',
]);
export type ParcelState = z.infer<typeof ParcelState>;

export const stateWords: Readonly<Record<ParcelState, Words>> = {
  waiting: { 'zh-CN': '待下单', en: 'To be ordered' },
  ordered: { 'zh-CN': '待交接', en: 'To be handed over' },
  handed: { 'zh-CN': '已交接', en: 'Handed over' },
  collected: { 'zh-CN': '已揽收', en: 'Collected' },
  moving: { 'zh-CN': '运输中', en: 'On the way' },
  delivering: { 'zh-CN': '派送中', en: 'Out for delivery' },
  problem: { 'zh-CN': '疑难件', en: 'In difficulties' },
  returning: { 'zh-CN': '退回途中', en: 'Coming back' },
  signed: { 'zh-CN': '已签收', en: 'Signed for' },
  returned: { 'zh-CN': '已退回', en: 'Came back' },
  lost: { 'zh-CN': '已丢失', en: 'Lost' },
  damaged: { 'zh-CN': '已损坏', en: 'Damaged' },
  closed: { 'zh-CN': '已了结', en: 'Settled' },
  cancelled: { 'zh-CN': '已取消', en: 'Cancelled' },
};

/** With the carrier: its pushes move it. */
export const UNDER_WAY = [
  'handed',
  'collected',
  'moving',
  'delivering',
  'problem',
  'returning',
] as const satisfies readonly ParcelState[];

/** Nothing that a carrier says changes these. */
export const ENDED = [
  'signed',
  'returned',
  'closed',
  'cancelled',
] as const satisfies readonly ParcelState[];

/** Tracking states as carriers in China commonly number them. */
export const TRACKING: Readonly<Record<number, ParcelState>> = {
  0: 'moving',
  1: 'collected',
  2: 'problem',
  3: 'signed',
  4: 'returned',
  5: 'delivering',
  6: 'returning',
  7: 'moving',
  14: 'returning',
};

/** What a push does to a parcel: moves it on, comes too late to matter, or is not understood. */
export type Reading =
  | { readonly kind: 'move'; readonly to: ParcelState }
  | { readonly kind: 'late' }
  | { readonly kind: 'unknown-state' };

/**
 * Reads a push. One that happened before the last that was applied is kept and moves nothing; nothing moves a parcel that has
 * ended; only the end of a way back ends what is coming back.
 */
export function readPush(
  parcel: { readonly state: ParcelState; readonly lastEventAt: Date | null },
  push: { readonly code: number; readonly at: Date },
): Reading {
  const to = TRACKING[push.code];
  if (to === undefined) return { kind: 'unknown-state' };
  const isEnd = to === 'signed' || to === 'returned';
  if (ENDED.some((state) => state === parcel.state)) return { kind: 'late' };
  if (parcel.state === 'waiting' || parcel.state === 'ordered')
    return isEnd || to === 'collected' || to === 'moving' ? { kind: 'move', to } : { kind: 'late' };
  const isOlder = parcel.lastEventAt !== null && push.at < parcel.lastEventAt;
  return isOlder && !isEnd ? { kind: 'late' } : { kind: 'move', to };
}
