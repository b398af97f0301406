import { useWords } from '#web/kit/words.ts';

import type { OpeningDay } from '../../contract.ts';
import { messages } from './messages.ts';

/** The hours of a day in one line: `09:00–11:30, 13:30–17:00`, closed all day, or open around the clock. */
export function OpeningText({ intervals }: { readonly intervals: OpeningDay['intervals'] }) {
  const t = useWords(messages);
  const [first] = intervals;
  if (first === undefined) return t('closedAllDay');
  if (first.from === '00:00' && first.to === '24:00') return t('aroundTheClock');
  const separator = t.language === 'en' ? ', ' : '，';
  return intervals.map(({ from, to }) => `${from}–${to}`).join(separator);
}
