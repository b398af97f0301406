import { formatDay } from '#web/kit/format.ts';
import type { Say } from '#web/kit/words.ts';

import { type CaseSummary, isClosed } from '../../../contract.ts';
import type { messages } from '../messages.ts';

type Words = Say<(typeof messages)['zh-CN']>;
type Standing = Pick<CaseSummary, 'state' | 'due' | 'isStopped'>;

/** What the applicant waits for or has to do, in a sentence with its day. */
export function sayNext({ state, due, isStopped }: Standing, t: Words): string {
  if (state === 'withdraw-pending') return t('next.withdraw');
  if (isClosed(state)) return t('next.ended');
  if (isStopped) return t('next.stopped');
  if (state === 'ready') return t('next.ready');
  if (due === null) return t('next.none');
  return t(`next.${due.limit}`, { day: formatDay(due.dueOn, t.language, true) });
}
