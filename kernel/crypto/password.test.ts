import { pbkdf2Sync } from 'node:crypto';

import { describe, expect, it } from 'vitest';

import {
  ARGON2ID_COST,
  defaultPasswordCost,
  hashPassword,
  hasArgon2,
  needsRehash,
  PBKDF2_SM3_COST,
  verifyPassword,
} from './password.ts';
import { hmacSm3 } from './sm3.ts';

const cheapArgon = { ...ARGON2ID_COST, memoryKib: 64 };
const cheapPbkdf = { ...PBKDF2_SM3_COST, iterations: 100 };

describe('a password', () => {
  it.each([cheapArgon, cheapPbkdf])(
    'is recognised, and no other is, with $scheme',
    async (cost) => {
      const stored = await hashPassword('松江 Window 97', cost);
      expect(stored.startsWith(`$${cost.scheme}$`)).toBe(true);
      expect(await verifyPassword('松江 Window 97', stored)).toBe(true);
      expect(await verifyPassword('松江 Window 98', stored)).toBe(false);
      expect(await verifyPassword('', stored)).toBe(false);
      expect(await hashPassword('松江 Window 97', cost)).not.toBe(stored);
    },
  );

  it('is recognised whichever way its accents were typed', async () => {
    const stored = await hashPassword('caf\u00e9', cheapPbkdf);
    expect(await verifyPassword('cafe\u0301', stored)).toBe(true);
  });

  it('hashed by the reference program of argon2 is recognised', async () => {
    const reference =
      '$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc';
    expect(hasArgon2()).toBe(true);
    expect(await verifyPassword('password', reference)).toBe(true);
    expect(await verifyPassword('passwore', reference)).toBe(false);
  });

  it('is derived by PBKDF2 over HMAC-SM3 as RFC 8018 defines it', () => {
    const salt = Buffer.from('a salt of sixteen');
    let block = hmacSm3(Buffer.from('password'), salt, Buffer.from([0, 0, 0, 1]));
    const sum = Buffer.from(block);
    for (let round = 1; round < 50; round += 1) {
      block = hmacSm3(Buffer.from('password'), block);
      for (const [index, byte] of block.entries()) sum[index] = (sum[index] ?? 0) ^ byte;
    }
    expect(pbkdf2Sync('password', salt, 50, 32, 'sm3').equals(sum)).toBe(true);
  });

  it('of nobody is checked like one of somebody, and is wrong', async () => {
    expect(await verifyPassword('anything', undefined, cheapArgon)).toBe(false);
    expect(await verifyPassword('anything', 'not a hash', cheapArgon)).toBe(false);
  });

  it('that is empty or endless is refused', async () => {
    await expect(hashPassword('', cheapArgon)).rejects.toThrow(RangeError);
    await expect(hashPassword('长'.repeat(400), cheapArgon)).rejects.toThrow(RangeError);
    expect(await verifyPassword('x'.repeat(2000), await hashPassword('x', cheapPbkdf))).toBe(false);
  });
});

describe('a stored hash', () => {
  it('is made anew when its scheme or cost is no longer the chosen one', async () => {
    const argon = await hashPassword('x', cheapArgon);
    const pbkdf = await hashPassword('x', cheapPbkdf);
    expect(needsRehash(argon, cheapArgon)).toBe(false);
    expect(needsRehash(argon, ARGON2ID_COST)).toBe(true);
    expect(needsRehash(argon, { ...cheapArgon, passes: 3 })).toBe(true);
    expect(needsRehash(pbkdf, cheapPbkdf)).toBe(false);
    expect(needsRehash(pbkdf, PBKDF2_SM3_COST)).toBe(true);
    expect(needsRehash(pbkdf, cheapArgon)).toBe(true);
    expect(needsRehash('nonsense', cheapArgon)).toBe(true);
    expect(defaultPasswordCost()).toEqual(ARGON2ID_COST);
  });

  it('planted with a price nobody can pay is not computed', async () => {
    const tail = '$c29tZXNhbHRzb21lc2FsdA$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc';
    for (const head of [
      '$argon2id$v=19$m=4194304,t=2,p=1',
      '$argon2id$v=19$m=65536,t=200,p=1',
      '$argon2id$v=19$m=4,t=1,p=1',
      '$pbkdf2-sm3$i=99999999',
      '$pbkdf2-sm3$i=0',
    ]) {
      expect(await verifyPassword('password', head + tail, cheapPbkdf)).toBe(false);
      expect(needsRehash(head + tail, cheapPbkdf)).toBe(true);
    }
  });
});
