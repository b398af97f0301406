import type { Say } from '../../../../kit/words.ts';
import type { messages } from './messages.ts';

type Words = (typeof messages)['zh-CN'];

const weekdays = [
  'sunday',
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
] as const;

/**
 * A schedule as one says it: `cron 30 2 * * * Asia/Shanghai` is "every day at 02:30", `every 600` is "every
 * 10 minutes". What is rarer is shown as it stands, rather than said wrongly.
 */
export function saySchedule(spec: string, t: Say<Words>): string {
  const every = /^every (\d+)$/.exec(spec)?.[1];
  if (every !== undefined) return sayInterval(Number(every), t);
  const fields = spec
    .replace(/^cron /, '')
    .split(' ')
    .slice(0, 5);
  return sayCron(fields, t) ?? spec;
}

function sayInterval(seconds: number, t: Say<Words>): string {
  if (seconds % 3600 === 0) return t('everyHours', { count: seconds / 3600 });
  if (seconds % 60 === 0) return t('everyMinutes', { count: seconds / 60 });
  return t('everySeconds', { count: seconds });
}

function sayCron(fields: readonly string[], t: Say<Words>): string | undefined {
  const [minute = '', hour = '', ...days] = fields;
  const step = /^\*\/(\d+)$/.exec(minute)?.[1];
  if (step !== undefined && [hour, ...days].every((field) => field === '*'))
    return t('everyMinutes', { count: Number(step) });
  if (!isNumber(minute) || !isNumber(hour)) return undefined;
  return sayDays(days, `${hour.padStart(2, '0')}:${minute.padStart(2, '0')}`, t);
}

function sayDays(days: readonly string[], time: string, t: Say<Words>): string | undefined {
  const [day = '', month, weekday = ''] = days;
  if (month !== '*') return undefined;
  if (day !== '*')
    return isNumber(day) && weekday === '*'
      ? t('monthlyAt', { day: Number(day), time })
      : undefined;
  if (weekday === '*') return t('dailyAt', { time });
  const named = sayWeekdays(weekday, t);
  return named === undefined ? undefined : t('weeklyAt', { days: named, time });
}

function sayWeekdays(field: string, t: Say<Words>): string | undefined {
  const [from, to, ...more] = field.split('-').map((one) => weekdays[Number(one) % 7]);
  if (from === undefined || more.length > 0 || !/^[0-7](?:-[0-7])?$/.test(field)) return undefined;
  return to === undefined ? t(from) : t('fromTo', { from: t(from), to: t(to) });
}

function isNumber(text: string): boolean {
  return /^\d+$/.test(text);
}
