import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';

import { decodeGb18030, encodeGb18030 } from './gb18030.ts';

describe('text for a Chinese printer', () => {
  it('has the bytes that another encoder gives, for every character of the basic plane in use', () => {
    const differing: string[] = [];
    for (let point = 0x20; point < 0xd800; point += 1) {
      const character = String.fromCodePoint(point);
      const ours = Buffer.from(encodeGb18030(character)).toString('hex');
      const theirs = iconv.encode(character, 'gb18030').toString('hex');
      if (ours !== theirs) differing.push(`${point.toString(16)} ${ours} ${theirs}`);
    }
    // Eight parts of characters, U+9FB4 to U+9FBB, got codes of two bytes in a later edition of the standard.
    expect(differing.filter((line) => !/^9fb[4-9ab] fe/.test(line))).toEqual([]);
  });

  it('keeps rare characters of names beyond the basic plane', () => {
    for (const name of ['𠮷田', '㐂', '䶮', '𫖯', 'A012 号']) {
      expect(decodeGb18030(encodeGb18030(name))).toBe(name);
      expect(iconv.decode(Buffer.from(encodeGb18030(name)), 'gb18030')).toBe(name);
    }
  });

  it('turns half a character into a question mark instead of failing the slip', () => {
    expect([...encodeGb18030('\uD842')]).toEqual([0x3f]);
  });
});
