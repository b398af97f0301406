import { systemClock } from '#kernel/clock/clock.ts';

import { formatDay, formatDistance, formatInstant, formatTime } from '../format.ts';
import { useLanguage } from '../language.tsx';
import { useWords } from '../words.ts';
import { messages } from './messages.ts';

export interface TimeTextProps {
  /** An ISO instant, or a day `YYYY-MM-DD`; a dash is drawn for null. */
  readonly at: string | null | undefined;
  /** `distance` says how long ago, with the exact time on hover. */
  readonly as?: 'full' | 'seconds' | 'time' | 'distance';
}

/** A moment or a day in the language of the page, readable by machines. */
export function TimeText({ at, as = 'full' }: TimeTextProps) {
  const { language } = useLanguage();
  const t = useWords(messages);
  if (at === null || at === undefined) return <span aria-hidden="true">{'–'}</span>;
  if (!at.includes('T')) return <time dateTime={at}>{formatDay(at, language, true)}</time>;
  const exact = formatInstant(at, language, true);
  const texts = {
    full: () => formatInstant(at, language),
    seconds: () => exact,
    time: () => formatTime(at, language),
    distance: () => formatDistance(at, systemClock.now().getTime(), language) ?? t('relativeNow'),
  };
  return (
    <time dateTime={at} title={exact}>
      {texts[as]()}
    </time>
  );
}
