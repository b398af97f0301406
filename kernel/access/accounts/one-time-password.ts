import { hashPassword } from '../../crypto/password.ts';
import { randomCode } from '../../ids/token.ts';

/** A password that its owner must change at the first sign-in, and its hash. */
export interface OneTimePassword {
  readonly password: string;
  readonly hash: string;
}

const GROUPS = 3;
const GROUP_LENGTH = 5;

/** Makes a one-time password of about 69 bits, easy to read aloud. Takes a while; call it outside a transaction. */
export async function makeOneTimePassword(): Promise<OneTimePassword> {
  const password = Array.from({ length: GROUPS }, () => randomCode(GROUP_LENGTH)).join('-');
  return { password, hash: await hashPassword(password) };
}
