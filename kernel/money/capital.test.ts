import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { toCapitalYuan } from './capital.ts';

/** Reads capitals back, by another way than they were written: every unit multiplies what came before it. */
function readCapitals(text: string): bigint {
  const digit = (character: string) => '零壹贰叁肆伍陆柒捌玖'.indexOf(character);
  const [, yuan = '', jiao = '', cent = ''] =
    /^人民币负?(?:(.+)元)?零?(?:(.)角)?(?:零?(.)分)?整?$/.exec(text) ?? [];
  let [total, wan, section, current] = [0n, 0n, 0n, 0n];
  for (const character of yuan) {
    const place = { 拾: 10n, 佰: 100n, 仟: 1000n }[character];
    if (place !== undefined) [section, current] = [section + current * place, 0n];
    else if (character === '万') [wan, section, current] = [(section + current) * 10_000n, 0n, 0n];
    else if (character === '亿')
      [total, wan, section, current] = [(wan + section + current) * 100_000_000n, 0n, 0n, 0n];
    else current = BigInt(digit(character));
  }
  const fen =
    (total + wan + section + current) * 100n +
    BigInt(Math.max(0, digit(jiao || '零')) * 10 + Math.max(0, digit(cent || '零')));
  return text.includes('负') ? -fen : fen;
}

describe('an amount in capitals', () => {
  it('is written as the rules for payment papers show it', () => {
    const shown: Array<[bigint, string]> = [
      [140_950n, '人民币壹仟肆佰零玖元伍角整'],
      [600_714n, '人民币陆仟零柒元壹角肆分'],
      [168_032n, '人民币壹仟陆佰捌拾元零叁角贰分'],
      [10_700_053n, '人民币壹拾万柒仟元零伍角叁分'],
      [1_640_902n, '人民币壹万陆仟肆佰零玖元零贰分'],
      [32_504n, '人民币叁佰贰拾伍元零肆分'],
    ];
    expect(shown.map(([fen]) => toCapitalYuan(fen))).toEqual(shown.map(([, text]) => text));
  });

  it('is written at the edges', () => {
    const edges: Array<[bigint, string]> = [
      [0n, '人民币零元整'],
      [1n, '人民币壹分'],
      [10n, '人民币壹角整'],
      [15n, '人民币壹角伍分'],
      [1000n, '人民币壹拾元整'],
      [1_000_000n, '人民币壹万元整'],
      [1_000_100n, '人民币壹万零壹元整'],
      [10_000_000_000n, '人民币壹亿元整'],
      [10_000_010_000n, '人民币壹亿零壹佰元整'],
      [3_931_185_430n, '人民币叁仟玖佰叁拾壹万壹仟捌佰伍拾肆元叁角整'],
      [100_000_000_000_000n, '人民币壹万亿元整'],
      [-150n, '人民币负壹元伍角整'],
    ];
    expect(edges.map(([fen]) => toCapitalYuan(fen))).toEqual(edges.map(([, text]) => text));
    expect(() => toCapitalYuan(10n ** 18n)).toThrow(RangeError);
  });

  it('can be read back to the same fen, and never has two zeros in a row', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 18n) + 1n, max: 10n ** 18n - 1n }),
        fc.nat(17),
        (fen, shift) => {
          const amount = fen / 10n ** BigInt(shift);
          const text = toCapitalYuan(amount);
          expect(readCapitals(text)).toBe(amount);
          expect(text).not.toMatch(/零零|零万|零亿|亿万/);
        },
      ),
      { numRuns: 500 },
    );
  });
});
