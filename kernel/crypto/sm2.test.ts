import fc from 'fast-check';
import { sm2 } from 'sm-crypto-v2';
import { describe, expect, it } from 'vitest';

import { createSm2KeyPair, createSm2Signer, isSm2PublicKey, isSm2Signature } from './sm2.ts';

// GM/T 0003.5-2012, annex A.
const PRIVATE = '3945208f7b2144b13f36e38ac6d39f95889393692860b51a42fb81ef4df7c5b8';
const PUBLIC =
  '0409f9df311e5421a150dd7d161e4bc5c672179fad1833fc076bb08ff356f35020ccea490ce26775a52dc6ea718cc1aa600aed05fbf35e084a6632f6072da9ad13';
const MESSAGE = Buffer.from('message digest');
const R = 'f5a03b0648d2c4630eeac513e1bb81a15944da3827d5b74143ac7eaceee720b3';
const S = 'b1b6aa29df212fd8763182bc0d421ca1bb9038fd1f7f42d4840b69c485bbc1aa';
const N = 'fffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54123';

/** DER with both numbers as they are; `lead` goes before each. */
function toDer(r: string, s: string, lead = '00'): Buffer {
  const integer = (hex: string) =>
    `02${(hex.length / 2 + lead.length / 2).toString(16).padStart(2, '0')}${lead}${hex}`;
  const body = integer(r) + integer(s);
  return Buffer.from(`30${(body.length / 2).toString(16)}${body}`, 'hex');
}

describe('SM2', () => {
  it('verifies the example of GM/T 0003.5-2012', () => {
    expect(isSm2Signature(PUBLIC, MESSAGE, toDer(R, S))).toBe(true);
    expect(isSm2Signature(PUBLIC, Buffer.from('message digesu'), toDer(R, S))).toBe(false);
  });

  it('signs the example of GM/T 0003.5-2012 when given its random number', () => {
    const k = BigInt('0x59276e27d506861a16680f3ad9c02dccef3cc1fa3cdbe4ce6d54b80deac1bc21');
    const x1 = BigInt('0x04ebfc718e8d1798620432268e77feb6415e2ede0e073c0f4f640ecd2e149a73');
    const signature = sm2.doSignature(MESSAGE, PRIVATE, {
      hash: true,
      publicKey: PUBLIC,
      pointPool: [{ k, x1 }],
    });
    expect(signature).toBe(R + S);
  });

  it('signs what it verifies, and nothing else', async () => {
    const pair = createSm2KeyPair();
    const signer = createSm2Signer({ keyId: 'k1', privateKey: pair.privateKey });
    expect(signer).toMatchObject({ keyId: 'k1', publicKey: pair.publicKey });
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), fc.nat(), async (message, seed) => {
        const signature = Buffer.from(await signer.sign(message));
        expect(isSm2Signature(pair.publicKey, message, signature)).toBe(true);
        const bit = seed % (signature.length * 8);
        signature[bit >> 3] = (signature[bit >> 3] ?? 0) ^ (1 << (bit & 7));
        expect(isSm2Signature(pair.publicKey, message, signature)).toBe(false);
      }),
      { numRuns: 8 },
    );
  });

  it('uses the default identity, not an empty one', async () => {
    const signer = createSm2Signer({ keyId: 'k1', privateKey: PRIVATE });
    const signature = await signer.sign(MESSAGE);
    expect(isSm2Signature(PUBLIC, MESSAGE, signature, '1234567812345678')).toBe(true);
    expect(isSm2Signature(PUBLIC, MESSAGE, signature, '')).toBe(false);
    const own = createSm2Signer({ keyId: 'k2', privateKey: PRIVATE, userId: 'ALICE123@YAHOO.COM' });
    expect(isSm2Signature(PUBLIC, MESSAGE, await own.sign(MESSAGE), 'ALICE123@YAHOO.COM')).toBe(
      true,
    );
    expect(isSm2Signature(PUBLIC, MESSAGE, await own.sign(MESSAGE))).toBe(false);
  });

  it('refuses keys and numbers out of range', () => {
    for (const privateKey of [
      '00'.repeat(32),
      N,
      `${N.slice(0, -1)}2`,
      'ff'.repeat(32),
      '1',
      'zz'.repeat(32),
    ]) {
      expect(() => createSm2Signer({ keyId: 'k', privateKey })).toThrow(RangeError);
    }
    expect(isSm2PublicKey(PUBLIC)).toBe(true);
    expect(isSm2PublicKey(`${PUBLIC.slice(0, -1)}4`)).toBe(false);
    expect(isSm2PublicKey('04')).toBe(false);
    const zero = '00'.repeat(32);
    expect(isSm2Signature(PUBLIC, MESSAGE, toDer(zero, S))).toBe(false);
    expect(isSm2Signature(PUBLIC, MESSAGE, toDer(R, zero))).toBe(false);
    expect(isSm2Signature(PUBLIC, MESSAGE, toDer(N, S))).toBe(false);
    expect(isSm2Signature(PUBLIC.slice(2), MESSAGE, toDer(R, S))).toBe(false);
  });

  it('accepts one encoding of a signature only', () => {
    const good = toDer(R, S);
    expect(isSm2Signature(PUBLIC, MESSAGE, Buffer.concat([good, Buffer.alloc(1)]))).toBe(false);
    expect(isSm2Signature(PUBLIC, MESSAGE, toDer(R, S, '0000'))).toBe(false);
    expect(isSm2Signature(PUBLIC, MESSAGE, toDer(R, S, ''))).toBe(false);
    expect(isSm2Signature(PUBLIC, MESSAGE, Buffer.from(R + S, 'hex'))).toBe(false);
    for (let length = 0; length < good.length; length += 1) {
      expect(isSm2Signature(PUBLIC, MESSAGE, good.subarray(0, length))).toBe(false);
    }
  });
});
