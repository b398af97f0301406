import { formatInstant, useLanguage } from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import type { Indicator, LiveValue } from '../../contract.ts';
import { messages } from '../messages.ts';
import { showValue } from '../parts/show.ts';

interface ValueTextProps {
  readonly indicator: Indicator;
  readonly value: LiveValue;
}

/** A value with where it comes from. */
export function ValueText({ indicator, value }: ValueTextProps) {
  const t = useWords(messages);
  const { language } = useLanguage();
  const { from, until, readAt, events, source, fileId, fileName } = value;
  return (
    <>
      <span className="ow-performance-value">
        {value.value === null ? t('noValue') : showValue(indicator, value.value)}
      </span>
      <small className="ow-performance-source">{value.query[language]}</small>
      {source === 'measure' ? (
        <small className="ow-performance-source" title={t('hash', { hash: value.hash })}>
          {t('readOver', { from, until, at: formatInstant(readAt, language) })}
          {events === null ? '' : ` · ${t('events', { count: events })}`}
        </small>
      ) : null}
      {fileId === null ? null : (
        <small className="ow-performance-source">
          <a href={`/api/v1/files/${fileId}/content`}>{fileName}</a>
        </small>
      )}
    </>
  );
}
