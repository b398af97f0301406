import { randomBytes } from 'node:crypto';

import { hkdf } from 'sm-crypto-v2';
import { describe, expect, it } from 'vitest';

import { deriveKey } from './derive-key.ts';
import { KeyRingError, parseKeyRing } from './key-ring.ts';

const key = (bytes = 32) => randomBytes(bytes).toString('base64');
const production = { production: true };

function faultOf(text: string, options = production): string {
  try {
    parseKeyRing(text, options);
    return 'accepted';
  } catch (error) {
    return error instanceof KeyRingError ? error.fault : 'other';
  }
}

describe('a key ring', () => {
  it('seals with the last key and knows all', () => {
    const [first, second] = [key(), key()];
    const ring = parseKeyRing(`v1:${first}, v2:${second}\n`, production);
    expect(ring.current).toBe('v2');
    expect(ring.versions).toEqual(['v1', 'v2']);
    expect(Buffer.from(ring.getSecret('v1')).toString('base64')).toBe(first);
    expect(() => ring.getSecret('v3')).toThrow('not in the key ring');
  });

  it('can be told of a new key before it is used', () => {
    expect(parseKeyRing(`v2:${key()},v1:${key()}`, production).current).toBe('v1');
  });

  it('is refused with the reason', () => {
    const twice = key();
    expect(faultOf('')).toBe('empty');
    expect(faultOf(key())).toBe('form');
    expect(faultOf(`1:${key()}`)).toBe('form');
    expect(faultOf(`v1:${key()},v1:${key()}`)).toBe('duplicate-version');
    expect(faultOf(`v1:${twice},v2:${twice}`)).toBe('duplicate-key');
    expect(faultOf(`v1:${key(16)}`)).toBe('short');
  });

  it('is refused in production when a key was typed or is a pattern', () => {
    const demonstration = Buffer.from('onewindow-demonstration-key-0001').toString('base64');
    const counted = Buffer.from(Array.from({ length: 32 }, (_, index) => index)).toString('base64');
    const repeated = Buffer.alloc(32, randomBytes(4)).toString('base64');
    for (const weak of [demonstration, counted, repeated, Buffer.alloc(32).toString('base64')]) {
      expect(faultOf(`v1:${weak}`)).toBe('weak');
      expect(faultOf(`v1:${weak}`, { production: false })).toBe('accepted');
    }
    for (let draw = 0; draw < 500; draw += 1) expect(faultOf(`v1:${key()}`)).toBe('accepted');
  });

  it('never shows a key in its refusal', () => {
    const short = key(16);
    const refuse = () => parseKeyRing(`v1:${short}`, production);
    expect(refuse).toThrow('shorter than 32 bytes');
    expect(refuse).not.toThrow(short);
  });
});

describe('a derived key', () => {
  it('is HKDF over HMAC-SM3, as another implementation has it', () => {
    const master = randomBytes(32);
    const other = hkdf(
      master,
      Buffer.from('onewindow/key-derivation/1'),
      Buffer.from('field/seal/1'),
      48,
    );
    expect(deriveKey(master, 'field/seal/1', 48).equals(Buffer.from(other))).toBe(true);
  });

  it('differs by label and master', () => {
    const master = Buffer.alloc(32, 7);
    expect(deriveKey(master, 'a/b/1', 32).equals(deriveKey(master, 'a/b/2', 32))).toBe(false);
    expect(deriveKey(master, 'a/b/1', 32).equals(deriveKey(Buffer.alloc(32, 8), 'a/b/1', 32))).toBe(
      false,
    );
    expect(() => deriveKey(master, '', 32)).toThrow(RangeError);
  });
});
