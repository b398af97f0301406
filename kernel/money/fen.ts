import { accept, refuse, type Checked } from '../ids/checked.ts';
import { toHalfWidth } from '../ids/text.ts';
import type { Words } from '../problems/contract.ts';

/** An amount of money in 分, one hundredth of a yuan. Never a floating number on the way in, inside or out. */
export type Fen = bigint;

/** What a column of type BIGINT holds, either sign. */
export const MAX_FEN: Fen = 9_223_372_036_854_775_807n;

/** The exchange form of an amount: yuan with exactly two decimals and no separators, `39311854.30`. */
export const YUAN_TEXT = /^(?:0|-?[1-9]\d{0,16})\.\d{2}$|^-0\.(?:0[1-9]|[1-9]\d)$/;

export type YuanReason = 'empty' | 'format' | 'range';

const GROUPED = /^-?\d{1,3}(?:,\d{3})+(?:\.\d{1,2})?$/;
const PLAIN = /^-?\d{1,17}(?:\.\d{1,2})?$/;

const MESSAGES: Readonly<Record<YuanReason, Words>> = {
  empty: { 'zh-CN': '请填写金额。', en: 'Enter an amount.' },
  format: {
    'zh-CN': '金额应为数字，最多两位小数，例如39311854.30。',
    en: 'An amount is a number with at most two decimals, for example 39311854.30.',
  },
  range: { 'zh-CN': '金额超出可记录的范围。', en: 'The amount is larger than can be recorded.' },
};

/** Reads the exchange form and nothing else: no separators, no missing or third decimal, no leading zero, no −0.00. */
export function parseYuan(text: string): Checked<Fen, YuanReason> {
  if (text === '') return refuse(MESSAGES, 'empty');
  return YUAN_TEXT.test(text) ? toCheckedFen(text) : refuse(MESSAGES, 'format');
}

/** Reads an amount as a person types it: separators in their places, ¥ or 元, none to two decimals, full-width digits. */
export function parseTypedYuan(text: string): Checked<Fen, YuanReason> {
  const typed = toHalfWidth(text)
    .replaceAll(/\s/g, '')
    .replace(/^(-?)[¥￥]/, '$1')
    .replace(/元$/, '');
  if (typed === '') return refuse(MESSAGES, 'empty');
  if (!GROUPED.test(typed) && !PLAIN.test(typed)) return refuse(MESSAGES, 'format');
  const [whole = '', decimals = ''] = typed.replaceAll(',', '').split('.');
  return toCheckedFen(`${whole}.${decimals.padEnd(2, '0')}`);
}

/** The exchange form of an amount, `39311854.30`. */
export function toYuanText(fen: Fen): string {
  const [sign, digits] = splitDigits(fen, 2);
  return `${sign}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** For people: yuan with thousands and two decimals, `39,311,854.30`. */
export function formatYuan(fen: Fen): string {
  const [sign, digits] = splitDigits(fen, 2);
  return `${sign}${digits.slice(0, -2).replaceAll(/\B(?=(?:\d{3})+$)/g, ',')}.${digits.slice(-2)}`;
}

/** For people: 万元, exact, two to six decimals without trailing zeros beyond the second, no separators, `3931.18543`. */
export function formatWan(fen: Fen): string {
  const [sign, digits] = splitDigits(fen, 6);
  const decimals = digits.slice(-6).replace(/0{1,4}$/, '');
  return `${sign}${digits.slice(0, -6)}.${decimals}`;
}

function toCheckedFen(text: string): Checked<Fen, YuanReason> {
  const fen = BigInt(text.replace('.', ''));
  return fen > MAX_FEN || fen < -MAX_FEN ? refuse(MESSAGES, 'range') : accept(fen);
}

/** Sign and digits, with at least one digit before the last `decimals`. */
function splitDigits(fen: Fen, decimals: number): [string, string] {
  const magnitude = fen < 0n ? -fen : fen;
  return [fen < 0n ? '-' : '', magnitude.toString().padStart(decimals + 1, '0')];
}
