import { setTimeout as pause } from 'node:timers/promises';

import { z } from 'zod';

import type { CarrierAccess, CarrierOrder, OrderAnswer, OrderParcel } from '../contract.ts';
import { signFields } from './signature.ts';

const Answer = z.object({ trackingNo: z.string().min(4).max(40) });
const Refusal = z.object({ reason: z.string().max(200) });

export interface Patience {
  /** Of each try. */
  readonly timeoutMs: number;
  readonly tries: number;
  /** Before the second try; twice as long before the third. */
  readonly pauseMs: number;
}

const USUAL: Patience = { timeoutMs: 8000, tries: 3, pauseMs: 300 };

/**
 * A carrier over HTTP (docs/how-to/connect-a-carrier.md): `POST <endpoint>/orders`, signed; a timeout for each try, and up
 * to three tries. Our number is the key, so that a try whose answer was lost orders nothing twice.
 */
export const createHttpCarrier =
  (patience: Partial<Patience> = {}): OrderParcel =>
  async (access, order) => {
    const { timeoutMs, tries, pauseMs } = { ...USUAL, ...patience };
    const body = writeOrder(access, order);
    let last: Attempt = { ok: false, reason: '', isWorthAnother: true };
    for (let attempt = 1; attempt <= tries; attempt += 1) {
      last = await tryOnce(`${access.endpoint}/orders`, body, timeoutMs);
      if (last.ok || !last.isWorthAnother) break;
      if (attempt < tries) await pause(pauseMs * attempt);
    }
    return last.ok ? last : { ok: false, reason: last.reason };
  };

function writeOrder({ secret }: CarrierAccess, order: CarrierOrder): string {
  const { number, direction, contact, contents, pushTo } = order;
  const { recipient, phone, address } = contact;
  const fields = [number, direction, recipient, phone, address, contents, pushTo];
  return JSON.stringify({ ...order, signature: signFields(secret, fields) });
}

type Attempt =
  | Extract<OrderAnswer, { ok: true }>
  | { readonly ok: false; readonly reason: string; readonly isWorthAnother: boolean };

const fail = (reason: string, isWorthAnother: boolean): Attempt => ({
  ok: false,
  reason,
  isWorthAnother,
});

async function tryOnce(url: string, body: string, timeoutMs: number): Promise<Attempt> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
      signal: AbortSignal.timeout(timeoutMs),
    });
    const said = safeJson(await response.text());
    if (response.status >= 500) return fail(`HTTP ${response.status}`, true);
    if (!response.ok) {
      const { data } = Refusal.safeParse(said);
      return fail(data?.reason ?? `HTTP ${response.status}`, false);
    }
    const { data } = Answer.safeParse(said);
    return data === undefined ? fail('答复无法识别', false) : { ok: true, ...data };
  } catch (error) {
    const isLate = error instanceof Error && error.name === 'TimeoutError';
    return fail(isLate ? '答复超时' : '无法连接', true);
  }
}

function safeJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
