import { formatDay, useLanguage } from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import type { ForecastShown } from '../../contract.ts';
import { messages } from '../messages.ts';

/** How far a metered contract reaches, in a sentence. */
export function ForecastText({ forecast }: { readonly forecast: ForecastShown }) {
  const t = useWords(messages);
  const { language } = useLanguage();
  const { unit, used, left, perDay: pace, exhaustedOn, lastsTheYear } = forecast;
  if (exhaustedOn === null) return <>{t('forecastNone')}</>;
  const day = formatDay(exhaustedOn, language);
  return <>{t(lastsTheYear ? 'forecastLasts' : 'forecastOn', { unit, used, left, pace, day })}</>;
}
