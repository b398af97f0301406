import type { Words } from '#kernel/problems/contract.ts';

/** What a display says for a call: the sentence, and its pieces for a voice that joins recordings. */
export interface Announcement {
  readonly words: Words;
  /** Chinese pieces in order: 请 A 零 零 一 号 到 三 号窗口. */
  readonly pieces: readonly string[];
}

const DIGITS = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'] as const;

/** A whole number below a thousand as it is spoken: 3 三, 10 十, 21 二十一, 105 一百零五. */
export function sayNumber(value: number): string {
  const digit = (at: number) => DIGITS[at] ?? '';
  if (!Number.isInteger(value) || value < 0 || value > 999)
    throw new RangeError(`Not a number to be spoken: ${value}`);
  if (value < 10) return digit(value);
  if (value < 20) return `十${value === 10 ? '' : digit(value - 10)}`;
  if (value < 100)
    return `${digit(Math.floor(value / 10))}十${value % 10 === 0 ? '' : digit(value % 10)}`;
  const rest = value % 100;
  const head = `${digit(Math.floor(value / 100))}百`;
  if (rest === 0) return head;
  if (rest < 10) return `${head}零${digit(rest)}`;
  return rest < 20 ? `${head}一${sayNumber(rest)}` : `${head}${sayNumber(rest)}`;
}

/**
 * The sentence of a call: letters spelled and digits read one by one, the window as a number. A digit 1 is
 * said 幺 when `saysYao`.
 */
export function announce(
  call: { readonly number: string; readonly windowNumber: number },
  saysYao = false,
): Announcement {
  const spelled = call.number.split('').map((sign) => {
    if (!/\d/.test(sign)) return sign;
    return saysYao && sign === '1' ? '幺' : (DIGITS[Number(sign)] ?? sign);
  });
  const window = sayNumber(call.windowNumber);
  return {
    words: {
      'zh-CN': `请${spelled.join('')}号，到${window}号窗口`,
      en: `Ticket ${call.number.split('').join(' ')}, please go to window ${call.windowNumber}`,
    },
    pieces: ['请', ...spelled, '号', '到', ...window.split(''), '号窗口'],
  };
}
