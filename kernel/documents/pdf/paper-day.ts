import { isDay } from '#kernel/clock/day.ts';
import type { Locale } from '#kernel/problems/contract.ts';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/**
 * A calendar day as papers write it, without leading zeros (GB/T 9704-2012, 7.3.5.4). Throws RangeError when `day`
 * does not exist.
 */
export function toPaperDay(day: string, locale: Locale): string {
  if (!isDay(day)) throw new RangeError(`Not a calendar day: ${day}`);
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  return locale === 'zh-CN'
    ? `${year}年${month}月${date}日`
    : `${date} ${MONTHS[month - 1]} ${year}`;
}
