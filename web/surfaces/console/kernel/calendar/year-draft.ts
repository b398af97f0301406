import type { CalendarYearItem, YearInput } from '#kernel/calendar/contract.ts';
import type { ReadYear } from '#kernel/calendar/reading/read-notice.ts';
import { readNotice } from '#kernel/calendar/reading/read-notice.ts';
import { readYearJson } from '#kernel/calendar/reading/read-year-json.ts';

/** What a form begins with: what is known of the year, or what was read from a text. */
export type YearDraft = Partial<YearInput> & Pick<YearInput, 'version'>;

/** A year as somebody pasted it, JSON or the notice itself; undefined when no year with days off is in it. */
export function readYear(
  text: string,
): { year: number; draft: Omit<YearDraft, 'version'> } | undefined {
  const read: ReadYear = readYearJson(text) ?? readNotice(text);
  if (read.year === undefined || read.holidays.length === 0) return undefined;
  const named = (name: { readonly 'zh-CN': string; readonly en: string }) => ({
    nameZh: name['zh-CN'],
    nameEn: name.en,
  });
  return {
    year: read.year,
    draft: {
      ...(read.title === undefined ? {} : { title: read.title }),
      ...(read.number === undefined ? {} : { number: read.number }),
      ...(read.issuedOn === undefined ? {} : { issuedOn: read.issuedOn }),
      holidays: read.holidays.map(({ name, from, to }) => ({ ...named(name), from, to })),
      makeUpDays: read.makeUpDays.map(({ name, day }) => ({ ...named(name), day })),
    },
  };
}

/** The form for correcting a year that is there. */
export function toDraft(item: CalendarYearItem): YearDraft {
  const { title, number, issuedOn, holidays, makeUpDays, version } = item;
  return {
    title,
    number,
    ...(issuedOn === null ? {} : { issuedOn }),
    holidays,
    makeUpDays,
    version,
  };
}
