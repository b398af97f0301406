import type { Day } from '#kernel/clock/day.ts';

import type { Settings } from '../contract.ts';
import type { Hold } from './deps.ts';

/**
 * Where a centre has set nothing: ten years, the shorter of the two fixed terms of 机关文件材料归档范围和文书档案保管期限规定
 * (国家档案局令第8号). A centre writes its own term and rule over it.
 */
export const DEFAULT_SETTINGS: Settings = {
  keepYears: 10,
  basis: '《机关文件材料归档范围和文书档案保管期限规定》（国家档案局令第8号）：定期10年',
  version: 0,
};

/** The same day so many years later; 29 February becomes 28 February where there is no 29th. */
export function addYears(day: Day, years: number): Day {
  const year = String(Number(day.slice(0, 4)) + years).padStart(4, '0');
  const rest = day.slice(5);
  const isLeap = Number(year) % 4 === 0 && (Number(year) % 100 !== 0 || Number(year) % 400 === 0);
  return `${year}-${rest === '02-29' && !isLeap ? '02-28' : rest}`;
}

/** The hold that lasts longest beyond `today`, or undefined when the data may go. */
export function findHold(
  lastUsedOn: Day,
  wasUsed: boolean,
  settings: Settings,
  holds: readonly Hold[],
  today: Day,
): Hold | undefined {
  const own: Hold[] = wasUsed
    ? [
        {
          until: addYears(lastUsedOn, settings.keepYears),
          reason: { 'zh-CN': settings.basis, en: settings.basis },
        },
      ]
    : [];
  return [...own, ...holds]
    .filter(({ until }) => until >= today)
    .toSorted((a, b) => b.until.localeCompare(a.until))[0];
}
