import type { Day } from '../../clock/day.ts';
import type { Words } from '../../problems/contract.ts';
import type { Holiday, MakeUpDay } from '../calendar-year.ts';
import { toHolidayName } from './holiday-name.ts';

/** What a text says of a year's days off; what it does not say is undefined. A person looks it over before it holds. */
export interface ReadYear {
  readonly year: number | undefined;
  readonly title: string | undefined;
  readonly number: string | undefined;
  readonly issuedOn: Day | undefined;
  readonly holidays: readonly Holiday[];
  readonly makeUpDays: readonly MakeUpDay[];
}

const ITEM = /(?:^|[\n。])\s*[一二三四五六七八九十]+、\s*([^：:\n。]{1,20})[：:]/g;
const DATE = /(?:(\d{4})年)?(?:(\d{1,2})月)?(\d{1,2})日/g;

/**
 * Reads a notice of the State Council as it is published: `二、春节：2月15日（…）至23日（…）放假调休，共9天。2月14日（周六）、
 * 2月28日（周六）上班。` Advice on other days (`安排职工在除夕休息`) is no day off. Never throws.
 */
export function readNotice(text: string): ReadYear {
  const plain = text.normalize('NFKC').replaceAll('\r', '');
  const year = findNumber(/(\d{4})年部分节假日/, plain) ?? findNumber(/(\d{4})年/, plain);
  const holidays: Holiday[] = [];
  const makeUpDays: MakeUpDay[] = [];
  for (const { name, body } of listItems(plain)) {
    for (const sentence of body.split(/[。;\n]/)) {
      const days = readDays(sentence, year);
      if (/上班/.test(sentence)) makeUpDays.push(...days.map((day) => ({ name, day })));
      else if (/放假/.test(sentence)) holidays.push(...toHoliday(name, days));
    }
  }
  return {
    year,
    title: /国务院办公厅关于\d{4}年部分节假日安排的通知/.exec(plain)?.[0],
    number: /国办发明电[〔[(]\d{4}[〕\])]\d+号/.exec(plain)?.[0],
    issuedOn: findSigned(plain),
    holidays,
    makeUpDays,
  };
}

function listItems(text: string): Array<{ name: Words; body: string }> {
  const heads = [...text.matchAll(ITEM)];
  return heads.map((head, index) => {
    const end = heads[index + 1]?.index ?? text.length;
    const body = text.slice(head.index + head[0].length, end);
    // What stands in brackets are weekdays and days of the lunar calendar.
    return { name: toHolidayName(head[1] ?? ''), body: body.replaceAll(/\([^)]*\)/g, '') };
  });
}

/** The days that a sentence names; a month or year that is not said is that of the day before it. */
function readDays(sentence: string, year: number | undefined): Day[] {
  let [inYear, inMonth] = [year, 0];
  const days: Day[] = [];
  for (const [, saidYear, saidMonth, day] of sentence.matchAll(DATE)) {
    if (saidYear !== undefined) inYear = Number(saidYear);
    if (saidMonth !== undefined) inMonth = Number(saidMonth);
    if (inYear === undefined || inMonth === 0) continue;
    days.push(toText(inYear, inMonth, Number(day)));
  }
  return days;
}

function toHoliday(name: Words, days: readonly Day[]): Holiday[] {
  const [from, to] = days;
  return from === undefined ? [] : [{ name, from, to: to ?? from }];
}

/** The day under the notice, alone on its line. */
function findSigned(text: string): Day | undefined {
  const [, year, month, day] = /^\s*(\d{4})年(\d{1,2})月(\d{1,2})日\s*$/m.exec(text) ?? [];
  return year === undefined ? undefined : toText(Number(year), Number(month), Number(day));
}

function findNumber(pattern: RegExp, text: string): number | undefined {
  const found = pattern.exec(text)?.[1];
  return found === undefined ? undefined : Number(found);
}

const toText = (year: number, month: number, day: number): Day =>
  [String(year), String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-');
