import type { Say } from '#web/kit/words.ts';

import type { CaseSummary } from '../../contract.ts';
import type { messages } from './messages.ts';

type Words = Say<(typeof messages)['zh-CN']>;

/** How much time is left, in working days: 还剩 3 个工作日, 今天到期, 已超过 2 个工作日. */
export function sayLeft(
  { due, isStopped }: Pick<CaseSummary, 'due' | 'isStopped'>,
  t: Words,
): string {
  if (isStopped) return t('stoppedNow');
  if (due === null) return t('noDue');
  return sayRemaining(due.remainingDays, t);
}

/** Working days to a day that is due; negative once it has passed. */
export function sayRemaining(days: number, t: Words): string {
  if (days === 0) return t('leftToday');
  return days > 0 ? t('leftDays', { count: days }) : t('leftOver', { count: -days });
}
