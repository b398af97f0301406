import { localDay } from '#kernel/clock/local-day.ts';
import { formatDay, formatTime, StatusTag } from '#web/kit/public/index.ts';
import { useWords } from '#web/kit/words.ts';

import type { OpeningState } from '../../contract.ts';
import { messages } from './messages.ts';

/** Whether it is open now and until when, or when it opens next. */
export function OpeningTag({
  state,
  today,
}: {
  readonly state: OpeningState;
  readonly today: string;
}) {
  const t = useWords(messages);
  return (
    <span className="ow-where-state">
      <StatusTag tone={state.isOpen ? 'good' : 'idle'}>
        {t(state.isOpen ? 'openNow' : 'closedNow')}
      </StatusTag>
      <When state={state} today={today} />
    </span>
  );
}

function When({ state, today }: { readonly state: OpeningState; readonly today: string }) {
  const t = useWords(messages);
  const { language } = t;
  if (state.isOpen) {
    if (state.until === null) return t('always');
    return t('until', { time: formatTime(state.until, language) });
  }
  if (state.nextOpening === null) return null;
  const time = formatTime(state.nextOpening, language);
  const day = localDay(new Date(state.nextOpening));
  if (day === today) return t('opensAt', { time });
  return t('opensOn', { day: formatDay(day, language, true), time });
}
