import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { Field } from './form.ts';
import { suggestValues } from './suggest-values.ts';

const label = (zh: string, en = '') => ({ zh, en });
const name: Field = { kind: 'text', key: 'name', label: label('经营者名称'), required: true };
const phone: Field = { kind: 'phone', key: 'phone', label: label('联系电话'), required: true };
const day: Field = {
  kind: 'date',
  key: 'day',
  label: label('成立日期'),
  required: false,
  range: 'any',
};
const area: Field = {
  kind: 'number',
  key: 'area',
  label: label('经营面积'),
  required: false,
  decimals: 2,
};
const read = (fields: readonly Field[], ...texts: readonly string[]) =>
  suggestValues(
    fields,
    texts.map((text) => ({ text, confidence: 0.9 })),
  ).map(({ field, value }) => [field.key, value]);

describe('what print says for a form', () => {
  it('is what follows the label, or stands below it', () => {
    expect(
      read(
        [name, phone, day, area],
        '食品经营许可证申请书',
        '经营者名称: 上海云间茶馆',
        '* 联系电话：138 1234 5678',
        '成立日期',
        '2024年3月5日',
        '经营面积（平方米） 86.5',
      ),
    ).toEqual([
      ['name', '上海云间茶馆'],
      ['phone', '13812345678'],
      ['day', '2024-03-05'],
    ]);
  });

  it('is nothing that the field would refuse', () => {
    expect(read([phone, day], '联系电话: 请填写', '成立日期: 2024年13月45日')).toEqual([]);
  });

  it('is not taken from a label that only begins alike', () => {
    expect(read([name], '经营者名称变更: 原名')).toEqual([]);
  });

  it('is as sure as the less sure of the two lines it needs', () => {
    const [found] = suggestValues(
      [name],
      [
        { text: '经营者名称', confidence: 0.95 },
        { text: '云间茶馆', confidence: 0.4 },
      ],
    );
    expect(found?.confidence).toBe(0.4);
  });

  it('never holds a value for a field of another kind, whatever is read', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' })), (texts) => {
        for (const [key, value] of read([name, phone, day, area], ...texts))
          expect(typeof value).toBe(key === 'area' ? 'number' : 'string');
      }),
    );
  });
});
