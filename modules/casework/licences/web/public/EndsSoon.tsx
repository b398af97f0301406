import { formatDay } from '#web/kit/public/index.ts';
import { useWords } from '#web/kit/words.ts';

import type { OwnLicence } from '../../contract.ts';
import { messages } from './messages.ts';

/** That a licence ends soon, and what can be done about it; nothing otherwise. */
export function EndsSoon({ licence }: { readonly licence: OwnLicence }) {
  const t = useWords(messages);
  const { endsSoon, daysLeft, renewFrom } = licence;
  if (!endsSoon || daysLeft === null) return null;
  const days = daysLeft - 1;
  return (
    <p className="ow-lic-soon" data-near={days <= 7 ? 'yes' : 'no'}>
      <strong>{days === 0 ? t('endsToday') : t('endsSoon', { days })}</strong>{' '}
      {sayRenewal(t, licence, renewFrom)}
    </p>
  );
}

function sayRenewal(
  t: ReturnType<typeof useWords<(typeof messages)['zh-CN']>>,
  { validUntil, daysLeft }: OwnLicence,
  renewFrom: string | null,
): string {
  if (renewFrom === null || validUntil === null) return t('renewNone');
  // How far the window lies ahead follows from the two ends and the days that are left.
  const span = (Date.parse(validUntil) - Date.parse(renewFrom)) / 86_400_000;
  return (daysLeft ?? 0) - 1 <= span
    ? t('renewNow')
    : t('renewFrom', { day: formatDay(renewFrom, t.language) });
}
