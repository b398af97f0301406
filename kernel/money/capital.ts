import type { Fen } from './fen.ts';

const DIGITS = '零壹贰叁肆伍陆柒捌玖';
const PLACES = ['', '拾', '佰', '仟'] as const;
const WAN = 10_000n;
const YI = 100_000_000n;

// 壹亿亿元: no paper has a word beyond it.
const LIMIT: Fen = 1_000_000_000_000_000_000n;

/**
 * The amount in capital characters for papers (人民币大写), as 《支付结算办法》 annex 1 writes it: 整 after 元 and 角, one 零 for
 * zeros in the middle, 零 before 角 when the yuan end in 0. Where the rule allows two forms, its first one is taken.
 * Throws RangeError from one hundred million times one hundred million yuan.
 */
export function toCapitalYuan(fen: Fen): string {
  const magnitude = fen < 0n ? -fen : fen;
  if (magnitude >= LIMIT) throw new RangeError('No capital form for so large an amount');
  const yuan = magnitude / 100n;
  const jiao = Number((magnitude / 10n) % 10n);
  const cent = Number(magnitude % 10n);
  const whole = yuan === 0n ? '' : `${toCapitals(yuan)}元`;
  return `人民币${fen < 0n ? '负' : ''}${whole}${decimalsOf(yuan, jiao, cent)}`;
}

function decimalsOf(yuan: bigint, jiao: number, cent: number): string {
  if (jiao === 0 && cent === 0) return yuan === 0n ? '零元整' : '整';
  const zero = yuan > 0n && (jiao === 0 || yuan % 10n === 0n) ? '零' : '';
  const tenths = jiao === 0 ? '' : `${DIGITS.charAt(jiao)}角`;
  return cent === 0 ? `${zero}${tenths}整` : `${zero}${tenths}${DIGITS.charAt(cent)}分`;
}

/** A whole number above zero, by 亿, 万 and sections of four digits. */
function toCapitals(number: bigint): string {
  if (number >= YI) return joinSections(number, YI, '亿');
  if (number >= WAN) return joinSections(number, WAN, '万');
  let text = '';
  const digits = number.toString();
  for (const [index, digit] of digits.split('').entries()) {
    if (digit === '0') continue;
    const gap = index > 0 && digits.charAt(index - 1) === '0' ? '零' : '';
    text += `${gap}${DIGITS.charAt(Number(digit))}${PLACES[digits.length - 1 - index] ?? ''}`;
  }
  return text;
}

function joinSections(number: bigint, unit: bigint, name: string): string {
  const [upper, lower] = [number / unit, number % unit];
  if (lower === 0n) return `${toCapitals(upper)}${name}`;
  return `${toCapitals(upper)}${name}${lower < unit / 10n ? '零' : ''}${toCapitals(lower)}`;
}
