import { useCallback } from 'react';

import { type Say, useWords } from '#web/kit/words.ts';

import type { Limit } from '../../contract.ts';
import { messages } from './messages.ts';

/** A limit in words: 5 个工作日, 当场办结. */
export function sayLimit(limit: Limit, t: Say<(typeof messages)['zh-CN']>): string {
  const { count, unit } = limit;
  if (count === 0) return t('onTheSpot');
  switch (unit) {
    case 'working-day':
      return t('workingDays', { count });
    case 'natural-day':
      return t('naturalDays', { count });
    case 'month':
      return t('months', { count });
  }
}

export function useLimitWords(): (limit: Limit) => string {
  const t = useWords(messages);
  return useCallback((limit) => sayLimit(limit, t), [t]);
}
