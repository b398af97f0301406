import type { Language } from './language.tsx';

/** The zone of the centre's clocks; instants are shown in it wherever the reader is. */
const ZONE = 'Asia/Shanghai';

const kept = new Map<string, Intl.DateTimeFormat>();

function formatter(
  language: Language,
  name: string,
  options: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat {
  const key = `${language} ${name}`;
  const known = kept.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(tagOf(language, options), options);
  kept.set(key, made);
  return made;
}

/** 2026-02-13 as date fields show it (GB/T 7408.1), and 13 Feb 2026 in English, where 02/03 could be either month. */
const dayOf = (language: Language) =>
  ({ year: 'numeric', month: language === 'en' ? 'short' : '2-digit', day: '2-digit' }) as const;

/** Days with a year read as ISO 8601 writes them; of all locales the Swedish one does. */
function tagOf(language: Language, { year }: Intl.DateTimeFormatOptions): string {
  if (language === 'en') return 'en-GB';
  return year === undefined ? language : 'sv-SE';
}
const time = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;

/** An ISO instant as day and time of the centre: 2026-02-13 17:30. */
export function formatInstant(iso: string, language: Language, withSeconds = false): string {
  const seconds = withSeconds ? ({ second: '2-digit' } as const) : {};
  return formatter(language, `instant ${withSeconds}`, {
    ...dayOf(language),
    ...time,
    ...seconds,
    timeZone: ZONE,
  }).format(new Date(iso));
}

/** The time of an ISO instant alone. */
export function formatTime(iso: string, language: Language): string {
  return formatter(language, 'time', { ...time, timeZone: ZONE }).format(new Date(iso));
}

/** A calendar day `YYYY-MM-DD`: it has no zone and must not move by one. */
export function formatDay(on: string, language: Language, withWeekday = false): string {
  const date = new Date(`${on}T00:00:00Z`);
  const text = formatter(language, 'day', { ...dayOf(language), timeZone: 'UTC' }).format(date);
  if (!withWeekday) return text;
  const weekday = formatWeekday(date, language);
  return language === 'en' ? `${weekday} ${text}` : `${text} ${weekday}`;
}

/** A day of these weeks without its year: 11月20日 周五, Fri 20 Nov. */
export function formatNearDay(on: string, language: Language): string {
  const date = new Date(`${on}T00:00:00Z`);
  const options = { month: 'short', day: 'numeric', timeZone: 'UTC' } as const;
  const parts = [formatter(language, 'near', options).format(date), formatWeekday(date, language)];
  return (language === 'en' ? parts.toReversed() : parts).join(' ');
}

function formatWeekday(date: Date, language: Language): string {
  return formatter(language, 'weekday', { weekday: 'short', timeZone: 'UTC' }).format(date);
}

export function formatNumber(value: number | bigint, language: Language): string {
  return new Intl.NumberFormat(language).format(value);
}

/** Fen as yuan with its sign; every digit is kept. */
/** The same for an amount of yuan as it travels, `2400.00`. */
export const formatYuanText = (yuan: string, language: Language): string =>
  formatFen(BigInt(yuan.replace('.', '')), language);

export function formatFen(fen: bigint, language: Language): string {
  const format = new Intl.NumberFormat(language, { style: 'currency', currency: 'CNY' });
  const absolute = fen < 0n ? -fen : fen;
  const cents = String(absolute % 100n).padStart(2, '0');
  const whole = new Intl.NumberFormat(language).format(absolute / 100n);
  const sign = format.formatToParts(0).find((part) => part.type === 'currency')?.value ?? '¥';
  return `${fen < 0n ? '-' : ''}${sign}${whole}.${cents}`;
}

const steps = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const;

/** How long ago or ahead, in the largest unit that fits; undefined within a minute. */
export function formatDistance(iso: string, nowMs: number, language: Language): string | undefined {
  const gap = Date.parse(iso) - nowMs;
  const step = steps.find(([, ms]) => Math.abs(gap) >= ms);
  if (!step) return undefined;
  return new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(
    Math.trunc(gap / step[1]),
    step[0],
  );
}

/** Several things in one line: 甲、乙 or A, B. */
export function formatList(parts: readonly string[], language: Language): string {
  return parts.filter((part) => part !== '').join(language === 'zh-CN' ? '、' : ', ');
}

/** A size in bytes, in the unit that people use. */
export function formatBytes(bytes: number, language: Language): string {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;
  const step = Math.min(units.length - 1, bytes < 1 ? 0 : Math.floor(Math.log2(bytes) / 10));
  return new Intl.NumberFormat(language, {
    style: 'unit',
    unit: units[step] ?? 'byte',
    maximumFractionDigits: step === 0 ? 0 : 1,
  }).format(bytes / 1024 ** step);
}

const dayParts = new Intl.DateTimeFormat('en-CA', {
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  timeZone: ZONE,
});

/** The calendar day of an instant by the centre's clock, `YYYY-MM-DD`. */
export function dayOfInstant(iso: string): string {
  return dayParts.format(new Date(iso));
}
