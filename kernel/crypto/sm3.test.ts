import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

import fc from 'fast-check';
import { sm3 as otherSm3 } from 'sm-crypto-v2';
import { describe, expect, it } from 'vitest';

import { isEqualSecret } from './equal-secret.ts';
import { hmacSm3, sm3, sm3Hex, Sm3Meter, sm3OfStream, toMacKey } from './sm3.ts';
import { hashToken } from './token-hash.ts';

describe('SM3', () => {
  it('gives the examples of GM/T 0004-2012', () => {
    expect(sm3Hex('abc')).toBe('66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0');
    expect(sm3Hex('abcd'.repeat(16))).toBe(
      'debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732',
    );
    expect(sm3('abc').toString('hex')).toBe(sm3Hex('abc'));
  });

  it('agrees with another implementation', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(sm3Hex(bytes)).toBe(otherSm3(bytes));
      }),
      { numRuns: 30 },
    );
  });

  it('is the same of a stream as of the whole, with its size', async () => {
    const chunks = Array.from({ length: 50 }, (_, index) => Buffer.alloc(index * 37, index));
    const whole = Buffer.concat(chunks);
    expect(await sm3OfStream(Readable.from(chunks))).toEqual({
      digest: sm3(whole),
      bytes: whole.length,
    });
    const meter = new Sm3Meter();
    const out: Buffer[] = [];
    expect(() => meter.digest).toThrow('not ended');
    await pipeline(Readable.from(chunks), meter, async (passed: AsyncIterable<Buffer>) => {
      for await (const chunk of passed) out.push(chunk);
    });
    expect(Buffer.concat(out).equals(whole)).toBe(true);
    expect(meter.digest.equals(sm3(whole))).toBe(true);
    expect(meter.bytes).toBe(whole.length);
  });
});

describe('HMAC-SM3', () => {
  const key = Buffer.from(Array.from({ length: 32 }, (_, index) => index + 1));
  const message = 'abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq'.repeat(2);

  it('gives the example of GM/T 0042-2015', () => {
    const expected = 'ca05e144ed05d1857840d1f318a4a8669e559fc8391f414485bfdf7bb408963a';
    expect(hmacSm3(key, message).toString('hex')).toBe(expected);
    expect(hmacSm3(toMacKey(key), message.slice(0, 50), message.slice(50)).toString('hex')).toBe(
      expected,
    );
  });
});

describe('secrets', () => {
  it('are compared whatever their lengths', () => {
    expect(isEqualSecret('token', 'token')).toBe(true);
    expect(isEqualSecret('token', 'tokem')).toBe(false);
    expect(isEqualSecret('token', 'token ')).toBe(false);
    expect(isEqualSecret('', Buffer.alloc(0))).toBe(true);
  });

  it('are stored as a digest of their own kind', () => {
    expect(hashToken('abc')).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(hashToken('abc')).not.toBe(sm3('abc').toString('base64url'));
    expect(hashToken('abc')).toBe(hashToken('abc'));
  });
});
