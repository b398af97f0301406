import { Secret, TOTP } from 'otpauth';
import { describe, expect, it } from 'vitest';

import { findTotpStep, makeTotpSecret, toTotpUri } from './totp.ts';

// RFC 6238, appendix B: the secret "12345678901234567890"; the last six digits of its eight.
const RFC_SECRET = Secret.fromLatin1('12345678901234567890').base32;

describe('codes of a generator', () => {
  it('follow the vectors of RFC 6238', () => {
    expect(findTotpStep(RFC_SECRET, '287082', new Date(59_000))).toBe(1);
    expect(findTotpStep(RFC_SECRET, '081804', new Date(1_111_111_109_000))).toBe(37_037_036);
    expect(findTotpStep(RFC_SECRET, '005924', new Date(1_234_567_890_000))).toBe(41_152_263);
  });

  it('may be one step early or late, and name their own step', () => {
    const secret = makeTotpSecret();
    const at = (seconds: number) => new Date(1_768_874_400_000 + seconds * 1000);
    const code = new TOTP({ secret: Secret.fromBase32(secret) }).generate({
      timestamp: at(0).getTime(),
    });
    const step = findTotpStep(secret, code, at(0));
    expect(step).toBe(1_768_874_400 / 30);
    expect(findTotpStep(secret, code, at(59))).toBe(step);
    expect(findTotpStep(secret, code, at(-1))).toBe(step);
    expect(findTotpStep(secret, code, at(60))).toBeUndefined();
    expect(findTotpStep(secret, code, at(-31))).toBeUndefined();
  });

  it('are six digits and nothing else', () => {
    expect(findTotpStep(RFC_SECRET, '28708', new Date(59_000))).toBeUndefined();
    expect(findTotpStep(RFC_SECRET, ' 287082', new Date(59_000))).toBeUndefined();
    expect(findTotpStep(RFC_SECRET, '２８７０８２', new Date(59_000))).toBeUndefined();
  });

  it('are set up from a secret of 160 bits that no two people share', () => {
    const secrets = new Set(Array.from({ length: 50 }, makeTotpSecret));
    expect(secrets.size).toBe(50);
    expect([...secrets].every((secret) => /^[A-Z2-7]{32}$/.test(secret))).toBe(true);
    expect(toTotpUri(RFC_SECRET, '一窗', 'zhang.wei')).toMatch(
      /^otpauth:\/\/totp\/.*secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ/,
    );
  });
});
