import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { toggleOption } from './choice/toggle-option.ts';
import { faultsBelow, withMember } from './input-props.ts';
import { toAmount, toTyped } from './money/amount.ts';
import { toNumber } from './number/to-number.ts';
import { withCell } from './table/rows.ts';
import { toTownName } from './use-towns.ts';

describe('an amount that is typed', () => {
  it('is kept in fen, in 元 and in 万元', () => {
    expect(toAmount('550', 'yuan')).toBe(55_000);
    expect(toAmount('1,234.5', 'yuan')).toBe(123_450);
    expect(toAmount('50', 'ten-thousand-yuan')).toBe(50_000_000);
    expect(toAmount('0.000001', 'ten-thousand-yuan')).toBe(1);
  });

  it('is left as it stands when it is none or has parts of a fen', () => {
    expect(toAmount('1.005', 'yuan')).toBe('1.005');
    expect(toAmount('五百', 'yuan')).toBe('五百');
    expect(toAmount('99999999999999999', 'yuan')).toBe('99999999999999999');
    expect(toAmount(' ', 'yuan')).toBeUndefined();
  });

  it('reads back as the same amount', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1e12, max: 1e12 }),
        fc.constantFrom('yuan' as const, 'ten-thousand-yuan' as const),
        (fen, shownIn) => {
          expect(toAmount(toTyped(fen, shownIn), shownIn) === fen).toBe(true);
        },
      ),
    );
  });
});

describe('a number that is typed', () => {
  it('is a number once it reads as one', () => {
    expect(toNumber('12.50')).toBe(12.5);
    expect(toNumber('-3')).toBe(-3);
    expect(toNumber('12.')).toBe('12.');
    expect(toNumber('')).toBeUndefined();
  });
});

describe('values with parts', () => {
  it('go away with their last part', () => {
    expect(withMember(undefined, 'name', '李')).toEqual({ name: '李' });
    expect(withMember({ name: '李', phone: '' }, 'name', '')).toBeUndefined();
  });

  it('a chosen option stands in the order of the field', () => {
    const field = {
      options: ['a', 'b', 'c'].map((key) => ({ key, text: { zh: key } })),
    };
    expect(toggleOption(field, ['c'], 'a', true)).toEqual(['a', 'c']);
    expect(toggleOption(field, ['c'], 'c', false)).toBeUndefined();
  });

  it('a cell that is emptied is left out of its row', () => {
    expect(withCell([{ a: 1 }, { a: 2, b: 3 }], 1, 'a', undefined)).toEqual([{ a: 1 }, { b: 3 }]);
  });

  it('faults are found below their part only', () => {
    const faults = new Map([
      ['1.plate', 'wrong'],
      ['10.plate', 'other'],
    ]);
    expect([...faultsBelow(faults, '1.plate')]).toEqual([['', 'wrong']]);
  });
});

describe('a town', () => {
  it('is called by its name, not by its service centre', () => {
    const town = toTownName(
      '岳阳街道社区事务受理服务中心',
      'Yueyang Subdistrict Community Affairs Service Centre',
    );
    expect(town).toEqual({ nameZh: '岳阳街道', nameEn: 'Yueyang Subdistrict' });
  });
});
