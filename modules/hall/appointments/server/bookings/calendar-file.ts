import type { Locale } from '#kernel/problems/contract.ts';

import type { OwnBooking } from '../../contract.ts';

const encoder = new TextEncoder();

/** Text values of RFC 5545 §3.3.11. */
const escapeText = (text: string): string =>
  text.replaceAll('\\', '\\\\').replaceAll(/\r?\n/g, '\\n').replaceAll(/[,;]/g, '\\$&');

/** `20260120T010000Z`. */
const toStamp = (iso: string): string => `${iso.slice(0, 19).replaceAll(/[-:]/g, '')}Z`;

/** Content lines are at most 75 octets; longer ones go on after CRLF and a space (RFC 5545 §3.1). */
export function foldLine(line: string): string {
  const parts: string[] = [];
  let part = '';
  let octets = 0;
  for (const character of line) {
    const size = encoder.encode(character).length;
    if (octets + size > 75) {
      parts.push(part);
      part = '';
      // The space that the next line begins with counts.
      octets = 1;
    }
    part += character;
    octets += size;
  }
  return [...parts, part].join('\r\n ');
}

const WORDS: Readonly<Record<Locale, { code: string; summary: string }>> = {
  'zh-CN': { code: '取号码', summary: '政务服务预约' },
  en: { code: 'Code', summary: 'Appointment' },
};

/**
 * The appointment as an iCalendar file (RFC 5545): one event with a reminder an hour before. Its UID stays and its
 * SEQUENCE grows when it is moved, and a cancelled one says so, so that a calendar follows.
 */
export function toCalendarFile(booking: OwnBooking, locale: Locale, madeAt: Date): string {
  const words = WORDS[locale];
  const place = [booking.site[locale], booking.zone?.[locale]].filter(Boolean).join(' ');
  const about = [
    `${words.code} ${booking.code}`,
    booking.matter?.[locale],
    booking.hint[locale],
    booking.url,
  ];
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//OneWindow//Appointments//EN',
    'CALSCALE:GREGORIAN',
    `METHOD:${booking.state === 'cancelled' ? 'CANCEL' : 'PUBLISH'}`,
    'BEGIN:VEVENT',
    `UID:${booking.id}@onewindow`,
    `DTSTAMP:${toStamp(madeAt.toISOString())}`,
    `SEQUENCE:${booking.version - 1}`,
    `DTSTART:${toStamp(new Date(booking.startsAt).toISOString())}`,
    `DTEND:${toStamp(new Date(booking.endsAt).toISOString())}`,
    `SUMMARY:${escapeText(`${words.summary}：${booking.group[locale]}`)}`,
    `LOCATION:${escapeText(place)}`,
    `DESCRIPTION:${escapeText(about.filter(Boolean).join('\n'))}`,
    `URL:${booking.url}`,
    `STATUS:${booking.state === 'cancelled' ? 'CANCELLED' : 'CONFIRMED'}`,
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${escapeText(words.summary)}`,
    'TRIGGER:-PT60M',
    'END:VALARM',
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return `${lines.map(foldLine).join('\r\n')}\r\n`;
}
