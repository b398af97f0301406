import { createCipheriv, createSecretKey } from 'node:crypto';

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { CipherError } from './cipher-error.ts';
import { decryptSm4, encryptSm4, openBox, sealBox, toSealKeys } from './sm4.ts';

const KEY = Buffer.from('0123456789abcdeffedcba9876543210', 'hex');
const keys = toSealKeys(Buffer.from(Array.from({ length: 48 }, (_, index) => (index * 7) & 0xff)));
const context = Buffer.from('a place');

describe('SM4', () => {
  it('gives the first example of GM/T 0002-2012, and the second after a million rounds', () => {
    const cipher = createCipheriv('sm4-ecb', KEY, null).setAutoPadding(false);
    expect(cipher.update(KEY).toString('hex')).toBe('681edf34d206965e86b3e94f536e4246');
    const chained = createCipheriv('sm4-cbc', KEY, Buffer.alloc(16)).setAutoPadding(false);
    // In CBC over zeros each block is the encryption of the one before it: a million rounds in one call.
    chained.update(KEY);
    const rounds = chained.update(Buffer.alloc(16 * 999_999));
    expect(rounds.subarray(-16).toString('hex')).toBe('595298c7c6fd271f0402f804c33d3f66');
  });

  it('gives the CBC example of draft-ribose-cfrg-sm4', () => {
    const plain = Buffer.from(
      'aaaaaaaabbbbbbbbccccccccddddddddeeeeeeeeffffffffaaaaaaaabbbbbbbb',
      'hex',
    );
    const iv = Buffer.from('000102030405060708090a0b0c0d0e0f', 'hex');
    const encrypted = encryptSm4(createSecretKey(KEY), iv, plain);
    expect(encrypted.subarray(0, 32).toString('hex')).toBe(
      '78ebb11cc40b0a48312aaeb2040244cb4cb7016951909226979b0d15dc6a8f6d',
    );
    expect(decryptSm4(createSecretKey(KEY), iv, encrypted).equals(plain)).toBe(true);
  });
});

describe('a sealed box', () => {
  it('opens to what was put in, and looks different each time', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
        const box = sealBox(keys, bytes, context);
        expect(openBox(keys, box, context).equals(bytes)).toBe(true);
        expect(sealBox(keys, bytes, context).equals(box)).toBe(false);
      }),
    );
  });

  it('does not open when any bit of it, its context or its key differs', () => {
    const box = sealBox(keys, Buffer.from('310117199901010013'), context);
    const tampered = new CipherError(
      'tampered',
      'The box was changed, moved, or sealed with another key',
    );
    for (let bit = 0; bit < box.length * 8; bit += 1) {
      const changed = Buffer.from(box);
      changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(() => openBox(keys, changed, context)).toThrow(tampered);
    }
    expect(() => openBox(keys, box, Buffer.from('a plac'))).toThrow(tampered);
    expect(() => openBox(toSealKeys(Buffer.alloc(48, 1)), box, context)).toThrow(tampered);
  });

  it('that was cut is no box', () => {
    const box = sealBox(keys, Buffer.from('x'), context);
    for (let length = 0; length < box.length; length += 1) {
      expect(() => openBox(keys, box.subarray(0, length), context)).toThrow(CipherError);
    }
    expect(() => toSealKeys(Buffer.alloc(32))).toThrow(RangeError);
  });
});
