import { z } from 'zod';

import type { Words } from '#kernel/problems/contract.ts';

/** 评价渠道. `default` is no rating of anybody: the system's mark after an invitation that was not answered. */
export const Channel = z.enum([
  'pad',
  'kiosk',
  'window-qr',
  'phone-link',
  'online',
  'telephone',
  'default',
]);
export type Channel = z.infer<typeof Channel>;

export const channelWords: Readonly<Record<Channel, Words>> = {
  pad: { 'zh-CN': '窗口评价器', en: 'Pad at the window' },
  kiosk: { 'zh-CN': '自助终端', en: 'Kiosk' },
  'window-qr': { 'zh-CN': '窗口二维码', en: 'QR code at the window' },
  'phone-link': { 'zh-CN': '短信链接', en: 'Link by message' },
  online: { 'zh-CN': '网上', en: 'Online' },
  telephone: { 'zh-CN': '电话', en: 'Telephone' },
  default: { 'zh-CN': '系统默认', en: 'Default by the system' },
};

/**
 * pf of exchange platforms: 1 PC, 2 mobile, 3 QR, 4 pad in the hall, 5 another terminal in the hall. Two tables are
 * in use beyond 5: in `telephone-first` 6 is the telephone and 7 a text message, in `message-first` 6 is a text
 * message and 7 the system's default.
 */
export const PfTable = z.enum(['telephone-first', 'message-first']);
export type PfTable = z.infer<typeof PfTable>;

const COMMON = { online: 1, 'window-qr': 3, pad: 4, kiosk: 5 } as const;

const PF: Readonly<Record<PfTable, Partial<Readonly<Record<Channel, number>>>>> = {
  'telephone-first': { ...COMMON, telephone: 6, 'phone-link': 7 },
  'message-first': { ...COMMON, 'phone-link': 6, default: 7 },
};

/** The code in that table; undefined where the table has none, so that nothing is sent under a wrong one. */
export const toPf = (channel: Channel, table: PfTable): number | undefined => PF[table][channel];

/** The channel of a code; 2 (mobile) is online too. */
export function fromPf(code: number, table: PfTable): Channel | undefined {
  if (code === 2) return 'online';
  return Channel.options.find((channel) => PF[table][channel] === code);
}
