import type { Fen } from './fen.ts';

const CAPITALS = new Map(
  '零壹贰叁肆伍陆柒捌玖'.split('').map((capital, digit) => [String(digit), capital]),
);
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
  const whole = yuan === 0n ? '' : `${toCapitals(yuan)}元`;
  return `人民币${fen < 0n ? '负' : ''}${whole}${decimalsOf(yuan, magnitude % 100n)}`;
}

function decimalsOf(yuan: bigint, cents: bigint): string {
  if (cents === 0n) return yuan === 0n ? '零元整' : '整';
  const [jiao, fen] = [cents / 10n, cents % 10n];
  const zero = yuan > 0n && (jiao === 0n || yuan % 10n === 0n) ? '零' : '';
  const tenths = jiao === 0n ? '' : `${toCapitals(jiao)}角`;
  return fen === 0n ? `${zero}${tenths}整` : `${zero}${tenths}${toCapitals(fen)}分`;
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
    text += `${gap}${CAPITALS.get(digit) ?? ''}${PLACES[digits.length - 1 - index] ?? ''}`;
  }
  return text;
}

function joinSections(number: bigint, unit: bigint, name: string): string {
  const [upper, lower] = [number / unit, number % unit];
  if (lower === 0n) return `${toCapitals(upper)}${name}`;
  return `${toCapitals(upper)}${name}${lower < unit / 10n ? '零' : ''}${toCapitals(lower)}`;
}
