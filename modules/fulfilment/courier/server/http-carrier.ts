import { setTimeout as pause } from 'node:timers/promises';

import { z } from 'zod';

import type { OrderAnswer, OrderParcel } from '../contract.ts';
import { signFields } from './signature.ts';

const Answer = z.object({ trackingNo: z.string().min(4).max(40) });
const Refusal = z.object({ reason: z.string().max(200) });

const TIMEOUT_MS = 8000;
const TRIES = 3;
const PAUSE_MS = 300;

/**
 * A carrier over HTTP (docs/how-to/connect-a-carrier.md): `POST <endpoint>/orders`, signed; a timeout for each try, and up
 * to three tries. Our number is the key, so that a try whose answer was lost orders nothing twice.
 */
export const orderOverHttp: OrderParcel = async (access, order) => {
  const { recipient, phone, address } = order.contact;
  const fields = [
    order.number,
    order.direction,
    recipient,
    phone,
    address,
    order.contents,
    order.pushTo,
  ];
  const body = JSON.stringify({ ...order, signature: signFields(access.secret, fields) });
  let last: OrderAnswer = { ok: false, reason: '' };
  for (let attempt = 1; attempt <= TRIES; attempt += 1) {
    last = await tryOnce(`${access.endpoint}/orders`, body);
    if (last.ok || !isWorthATry(last.reason)) return last;
    if (attempt < TRIES) await pause(PAUSE_MS * attempt);
  }
  return last;
};

const AGAIN = '!';
const isWorthATry = (reason: string): boolean => reason.startsWith(AGAIN);

async function tryOnce(url: string, body: string): Promise<OrderAnswer> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    const text = await response.text();
    if (response.ok) {
      const { trackingNo } = Answer.parse(JSON.parse(text));
      return { ok: true, trackingNo };
    }
    if (response.status >= 500) return { ok: false, reason: `${AGAIN}HTTP ${response.status}` };
    const refusal = Refusal.safeParse(safeJson(text));
    return { ok: false, reason: refusal.success ? refusal.data.reason : `HTTP ${response.status}` };
  } catch (error) {
    return { ok: false, reason: `${AGAIN}${error instanceof Error ? error.name : 'error'}` };
  }
}

function safeJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
