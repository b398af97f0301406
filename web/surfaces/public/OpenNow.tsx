import type { OpeningState } from '#modules/registry/organisation/contract.ts';

import { dayOfInstant, formatNearDay } from '../../kit/format.ts';
import { formatTime, StatusTag, useLanguage } from '../../kit/public/index.ts';
import { useWords } from '../../kit/words.ts';
import { messages } from './messages.ts';

/** Whether it is open now, by shape and word. */
export function OpenTag({ now }: { readonly now: OpeningState }) {
  const t = useWords(messages);
  return (
    <StatusTag tone={now.isOpen ? 'good' : 'idle'}>{t(now.isOpen ? 'open' : 'closed')}</StatusTag>
  );
}

/** Until when it is open, or when it opens next. */
export function useOpenText(): (now: OpeningState) => string {
  const t = useWords(messages);
  const { language } = useLanguage();
  return ({ isOpen, until, nextOpening }) => {
    if (isOpen)
      return until === null
        ? t('openAlways')
        : t('openUntil', { time: formatTime(until, language) });
    if (nextOpening === null) return t('closedFor');
    return t('closedUntil', {
      day: formatNearDay(dayOfInstant(nextOpening), language),
      time: formatTime(nextOpening, language),
    });
  };
}
