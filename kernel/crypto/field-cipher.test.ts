import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { CipherError } from './cipher-error.ts';
import { createFieldCipher, type FieldPlace } from './field-cipher.ts';
import { parseKeyRing } from './key-ring.ts';

const K1 = 'v1:pWcIr8Mln4VyPHTQnrkrL6YTDuuhmiGwWCA3WjLNZxA=';
const K2 = 'v2:LMqiH8Gm6vQ0g5xAKEjPlIE7J1XhNe2rAvnJOiLqZf8=';
const production = { production: true };

const place: FieldPlace = {
  centreId: 'c1',
  table: 'parties.person',
  column: 'id_number',
  rowId: 'r1',
};
const old = createFieldCipher(parseKeyRing(K1, production));
const both = createFieldCipher(parseKeyRing(`${K1},${K2}`, production));

const faultOf = (act: () => unknown): string => {
  try {
    act();
    return 'opened';
  } catch (error) {
    return error instanceof CipherError ? error.fault : 'other';
  }
};

describe('an encrypted field', () => {
  it('opens to the same text in its own place', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (plain) => {
        expect(old.decrypt(place, old.encrypt(place, plain))).toBe(plain);
      }),
    );
  });

  it('shows nothing of the text and differs each time', () => {
    const ciphertext = old.encrypt(place, '310117199901010019');
    expect(ciphertext).toMatch(/^v1\.[A-Za-z0-9_-]+$/);
    expect(ciphertext).not.toBe(old.encrypt(place, '310117199901010019'));
    expect(old.encrypt(place, '13812341234')).toHaveLength(old.encrypt(place, '张三').length);
  });

  it('cannot be moved to another row, column, table or centre', () => {
    const ciphertext = old.encrypt(place, '310117199901010019');
    for (const other of [
      { rowId: 'r2' },
      { column: 'phone' },
      { table: 'parties.firm' },
      { centreId: 'c2' },
    ]) {
      expect(faultOf(() => old.decrypt({ ...place, ...other }, ciphertext))).toBe('tampered');
    }
    const shifted = { ...place, table: 'parties.personid', column: '_number' };
    expect(faultOf(() => old.decrypt(shifted, ciphertext))).toBe('tampered');
  });

  it('cannot be changed, relabelled or opened without its key', () => {
    const ciphertext = both.encrypt(place, '310117199901010019');
    expect(faultOf(() => old.decrypt(place, ciphertext))).toBe('unknown-version');
    expect(faultOf(() => both.decrypt(place, ciphertext.replace('v2.', 'v1.')))).toBe('tampered');
    expect(faultOf(() => both.decrypt(place, `${ciphertext.slice(0, -4)}AAAA`))).toBe('tampered');
    expect(faultOf(() => both.decrypt(place, 'v2.AAAA'))).toBe('malformed');
    expect(faultOf(() => both.decrypt(place, '310117199901010019'))).toBe('malformed');
  });

  it('stays readable while keys rotate, and is renewed once', () => {
    const before = old.encrypt(place, '张三');
    expect(both.decrypt(place, before)).toBe('张三');
    expect(both.needsRotation(before)).toBe(true);
    const after = both.reencrypt(place, before);
    expect(both.needsRotation(after)).toBe(false);
    expect(createFieldCipher(parseKeyRing(K2, production)).decrypt(place, after)).toBe('张三');
    expect(faultOf(() => both.reencrypt({ ...place, rowId: 'r2' }, before))).toBe('tampered');
  });
});

describe('a blind index', () => {
  it('is equal for equal values of one kind and scope only', () => {
    const index = old.blindIndex('citizen-id', '310117199901010019');
    expect(index).toMatch(/^v1\.[A-Za-z0-9_-]{22}$/);
    expect(old.blindIndex('citizen-id', '310117199901010019')).toBe(index);
    expect(old.blindIndex('phone', '310117199901010019')).not.toBe(index);
    expect(old.blindIndex('citizen-id', '310117199901010019', 'c1')).not.toBe(index);
    expect(old.blindIndex('ab', 'c')).not.toBe(old.blindIndex('a', 'bc'));
  });

  it('finds old and new rows during a rotation', () => {
    const stored = old.blindIndex('phone', '13812341234');
    const searched = both.blindIndexes('phone', '13812341234');
    expect(searched).toEqual([both.blindIndex('phone', '13812341234'), stored]);
    expect(both.needsReindex(stored)).toBe(true);
    expect(both.needsReindex(searched[0] ?? '')).toBe(false);
  });
});
