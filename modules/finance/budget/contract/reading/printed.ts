import { toPlain } from './plain.ts';

/** An amount as it is printed somewhere: its value, its text, and how exact the text is. */
export interface Printed {
  readonly fen: bigint;
  readonly text: string;
  /** Digits after the point as printed. */
  readonly decimals: number;
  /** Value of one unit in the last printed place. */
  readonly place: bigint;
  readonly line: number;
}

export type MoneyUnit = 'yuan' | 'wan' | 'yi';

const SCALE: Readonly<Record<MoneyUnit, number>> = { yuan: 2, wan: 6, yi: 10 };

/** An amount inside running text: number and unit are captured. For text that `toPlain` has treated. */
export const AMOUNT = String.raw`(-?\d{1,3}(?:,\d{3})+(?:\.\d+)?|-?\d+(?:\.\d+)?)(亿元|万元|元)`;

const NUMBER = /^-?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?$/;

/** Reads a printed number of a unit; undefined when it is none, or finer than a fen. */
export function readPrinted(text: string, unit: MoneyUnit, line: number): Printed | undefined {
  const plain = toPlain(text).replace(/^[¥￥]/, '');
  const match = NUMBER.exec(plain);
  if (match === null) return undefined;
  const decimals = match[1]?.length ?? 0;
  const scale = SCALE[unit];
  const digits = plain.replaceAll(/[,.]/g, '');
  const excess = decimals - scale;
  if (excess > 0 && !digits.endsWith('0'.repeat(excess))) return undefined;
  const cut = excess > 0 ? digits.slice(0, -excess) : digits;
  const place = 10n ** BigInt(Math.max(0, scale - decimals));
  return { fen: BigInt(cut) * place, text: text.trim(), decimals, place, line };
}

export function toMoneyUnit(word: string): MoneyUnit {
  if (word === '元') return 'yuan';
  return word === '万元' ? 'wan' : 'yi';
}

/** A cell that says nothing: empty, or a dash. */
export function isBlankCell(text: string): boolean {
  return /^[-－—–‐/]*$/.test(toPlain(text));
}
