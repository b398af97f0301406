import { formatDay } from '#web/kit/format.ts';
import { useWords } from '#web/kit/words.ts';

import { messages } from './messages.ts';

interface Validity {
  readonly validFrom: string;
  readonly validUntil: string | null;
}

/** From when to when a licence holds, in words. */
export function useValidity(): (licence: Validity) => string {
  const t = useWords(messages);
  return ({ validFrom, validUntil }) => {
    const from = formatDay(validFrom, t.language);
    return validUntil === null
      ? t('from', { from })
      : t('fromTo', { from, to: formatDay(validUntil, t.language) });
  };
}
