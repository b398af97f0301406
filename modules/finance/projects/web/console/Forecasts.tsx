import { formatDay, StatusTag, useLanguage } from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import type { ProjectRow } from '../../contract.ts';
import { messages } from '../messages.ts';

type Forecast = ProjectRow['forecasts'][number];

/** Until when the metered contracts of a project reach; with the figures where there is room. */
export function Forecasts(props: { readonly all: readonly Forecast[]; readonly isLong?: boolean }) {
  const { all, isLong = false } = props;
  const t = useWords(messages);
  return all.map((one) => (
    <div key={one.contractId} className={isLong ? 'ow-projects-forecast' : undefined}>
      <Reach forecast={one} />
      {isLong ? (
        <small>
          {' '}
          {t('use', { used: one.used, left: one.left, unit: one.unit, pace: one.perDay })}
        </small>
      ) : null}
    </div>
  ));
}

function Reach({ forecast }: { readonly forecast: Forecast }) {
  const t = useWords(messages);
  const { language } = useLanguage();
  const { exhaustedOn, lastsTheYear } = forecast;
  if (exhaustedOn === null) return <StatusTag tone="idle">{t('notUsed')}</StatusTag>;
  if (lastsTheYear) return <StatusTag tone="good">{t('lasts')}</StatusTag>;
  const day = formatDay(exhaustedOn, language);
  return <StatusTag tone="warn">{t('usedUpOn', { day })}</StatusTag>;
}
