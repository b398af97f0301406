import { z } from 'zod';

import { randomToken } from '#kernel/ids/token.ts';

const KEY = 'onewindow.device-key';
const NONCE = 'onewindow.device-nonce';

const nonceShape = z.string().regex(/^[\w-]{22,100}$/);

/** The key under which this device speaks; undefined before enrolment. It never leaves this browser's store. */
export function readDeviceKey(): string | undefined {
  return localStorage.getItem(KEY) ?? undefined;
}

export function keepDeviceKey(key: string): void {
  localStorage.setItem(KEY, key);
  localStorage.removeItem(NONCE);
}

export function forgetDeviceKey(): void {
  localStorage.removeItem(KEY);
}

/** Kept until the enrolment has succeeded, so that a lost answer can be asked for again. */
export function readNonce(): string {
  const kept = nonceShape.safeParse(localStorage.getItem(NONCE));
  if (kept.success) return kept.data;
  const nonce = randomToken(24);
  localStorage.setItem(NONCE, nonce);
  return nonce;
}
