import { z } from 'zod';

import { maskAddress, maskName } from '#kernel/crypto/mask.ts';

import { habitOf } from './habits.ts';
import * as repository from './repository.ts';
import type { CarrierOptions } from './road.ts';
import { isRightlySigned } from './signature.ts';

const Order = z.object({
  number: z.string().min(1).max(40),
  direction: z.enum(['out', 'in']),
  contact: z.object({
    recipient: z.string().max(60),
    phone: z.string().max(30),
    address: z.string().max(200),
  }),
  contents: z.string().max(300),
  pushTo: z.url(),
  signature: z.string(),
});

export interface Answer {
  readonly status: number;
  readonly body: Readonly<Record<string, string>>;
}

const refuse = (status: number, reason: string): Answer => ({ status, body: { reason } });

/** Minutes until the courier comes by himself: to the window after half an hour, to a home at once. */
const COMES_AFTER = { out: 30, in: 1 } as const;
const OUT_OF_REACH = '超区';

/** Takes an order by the documented interface: one parcel for a number, however often it is sent. */
export async function takeOrder(
  { database, clock, centreId, secret }: CarrierOptions,
  body: unknown,
): Promise<Answer> {
  const read = Order.safeParse(body);
  if (!read.success) return refuse(400, '订单格式有误');
  const { number, direction, contact, contents, pushTo, signature } = read.data;
  const { recipient, phone, address } = contact;
  const lines = [number, direction, recipient, phone, address, contents, pushTo];
  if (!isRightlySigned(secret, lines, signature)) return refuse(401, '签名不正确');
  if (address.includes(OUT_OF_REACH)) return refuse(422, '地址超出派送范围');
  const now = clock.now();
  const digits = number.replaceAll(/\D/g, '').padStart(13, '0').slice(-13);
  const row = await repository.keepOrder(database.db, {
    centre_id: centreId,
    number,
    tracking_no: `YS${digits}`,
    direction,
    contents,
    recipient: maskName(recipient),
    place: maskAddress(address),
    push_to: pushTo,
    habit: habitOf(number),
    ordered_at: now,
    collect_at: new Date(now.getTime() + COMES_AFTER[direction] * 60_000),
    collected_at: null,
    last_code: null,
    last_at: null,
    weight_grams: 300,
  });
  return { status: 200, body: { trackingNo: row.tracking_no } };
}
