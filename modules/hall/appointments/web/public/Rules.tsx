import { useCall } from '#web/client/index.ts';
import { Card } from '#web/kit/public/index.ts';
import { useWords } from '#web/kit/words.ts';

import { routes } from '../../contract.ts';
import { messages } from './messages.ts';

/** The rules of the centre in plain sentences. */
export function Rules() {
  const t = useWords(messages);
  const { data } = useCall(routes.getSettings);
  if (data === undefined) return null;
  const sentences = [
    t('ruleAhead', { days: data.aheadOpenDays, minutes: data.closesMinutesBefore }),
    t('ruleChange', { minutes: data.changesMinutesBefore }),
    t('ruleCheckIn', { early: data.earlyMinutes, late: data.lateMinutes }),
    ...(data.missedLimit === 0
      ? []
      : [
          t('ruleMissed', {
            within: data.missedWithinDays,
            limit: data.missedLimit,
            days: data.banDays,
          }),
        ]),
  ];
  return (
    <Card title={t('rules')}>
      <ul className="ow-appt-rules">
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </Card>
  );
}
