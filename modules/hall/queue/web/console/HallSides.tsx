import { EmptyState, formatTime, Notice, Section, useLanguage } from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import type { Hall } from '../../contract.ts';
import { messages } from '../messages.ts';

/** Which window to open, where a line is over target. */
export function Suggestions({ hall }: { readonly hall: Hall }) {
  const t = useWords(messages);
  const { language } = useLanguage();
  const lines = new Map(hall.businesses.map((line) => [line.id, line]));
  const numbers = new Map(hall.windows.map((window) => [window.id, window.number]));
  return (
    <Section title={t('suggestions')}>
      {hall.suggestions.length === 0 ? <p>{t('noSuggestion')}</p> : null}
      <div className="ow-live-notices">
        {hall.suggestions.map((one) => {
          const line = lines.get(one.businessId);
          const windows = one.windowIds.map((id) => numbers.get(id) ?? '').join(', ');
          return (
            <Notice
              key={one.businessId}
              tone="warn"
              title={t('suggestion', {
                line: (language === 'en' ? line?.nameEn : line?.nameZh) ?? '',
                waiting: one.waiting,
                minutes: one.forecastMinutes,
                target: one.targetMinutes,
              })}
            >
              {windows === '' ? t('noneToOpen') : t('openThese', { windows })}
            </Notice>
          );
        })}
      </div>
    </Section>
  );
}

/** The last calls, newest first. */
export function LastCalls({ hall }: { readonly hall: Hall }) {
  const t = useWords(messages);
  const { language } = useLanguage();
  return (
    <Section title={t('lastCalls')}>
      {hall.calls.length === 0 ? <EmptyState title={t('nobodyCalled')} /> : null}
      <ol>
        {hall.calls.slice(0, 8).map((call) => (
          <li key={call.ticketId}>
            {call.number} → {t('windowNo', { number: call.windowNumber })} ·{' '}
            {formatTime(call.at, language)}
          </li>
        ))}
      </ol>
    </Section>
  );
}
