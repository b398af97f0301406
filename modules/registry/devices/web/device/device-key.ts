import { z } from 'zod';

import { randomToken } from '#kernel/ids/token.ts';
import { rememberDeviceKey } from '#web/client/index.ts';

const KEY = 'onewindow.device-key';
const NONCE = 'onewindow.device-nonce';

const nonceShape = z.string().regex(/^[\w-]{22,100}$/);

/**
 * The key under which this device speaks; undefined before enrolment. From now on every request of the page
 * carries it. It never leaves this browser's store.
 */
export function readDeviceKey(): string | undefined {
  const key = localStorage.getItem(KEY) ?? undefined;
  rememberDeviceKey(key);
  return key;
}

export function keepDeviceKey(key: string): void {
  localStorage.setItem(KEY, key);
  localStorage.removeItem(NONCE);
  rememberDeviceKey(key);
}

export function forgetDeviceKey(): void {
  localStorage.removeItem(KEY);
  rememberDeviceKey(undefined);
}

/** Kept until the enrolment has succeeded, so that a lost answer can be asked for again. */
export function readNonce(): string {
  const kept = nonceShape.safeParse(localStorage.getItem(NONCE));
  if (kept.success) return kept.data;
  const nonce = randomToken(24);
  localStorage.setItem(NONCE, nonce);
  return nonce;
}
