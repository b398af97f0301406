import { timingSafeEqual } from 'node:crypto';

import { sm3, type Input } from './sm3.ts';

/**
 * Whether two secrets are the same, in a time that tells nothing about where they differ. Lengths may differ: their digests
 * are compared.
 */
export function isEqualSecret(left: Input, right: Input): boolean {
  return timingSafeEqual(sm3(left), sm3(right));
}
