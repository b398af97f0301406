import { randomCode } from '../../ids/token.ts';

const COUNT = 10;
const HALF = 5;

/** Ten codes for the drawer, about 46 bits each, in two groups for reading. */
export function makeRecoveryCodes(): string[] {
  return Array.from({ length: COUNT }, () => `${randomCode(HALF)}-${randomCode(HALF)}`);
}
