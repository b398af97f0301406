import { existsDay, isDay, type Day } from '../clock/day.ts';
import type { Words } from '../problems/contract.ts';
import { accept, refuse, type Checked } from './checked.ts';
import { isProvince } from './province.ts';
import { toIdentifierText } from './text.ts';

/** 公民身份号码, GB 11643-1999, taken apart. */
export interface CitizenId {
  /** All 18 characters, normalised. */
  readonly number: string;
  /** The division of first registration, six digits; it may have been renamed or dissolved since. */
  readonly division: string;
  readonly bornOn: Day;
  readonly sex: 'male' | 'female';
}

export type CitizenIdReason =
  | 'empty'
  | 'length'
  | 'legacy'
  | 'character'
  | 'region'
  | 'date'
  | 'future'
  | 'check';

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const CHECKS = '10X98765432';

// Residence permits of people from Hong Kong, Macao and Taiwan carry 81, 82 and 83.
const TAIWAN_RESIDENT = '83';

const MESSAGES: Readonly<Record<CitizenIdReason, Words>> = {
  empty: { 'zh-CN': '请填写公民身份号码。', en: 'Enter the citizen identity number.' },
  length: { 'zh-CN': '公民身份号码应为18位。', en: 'A citizen identity number has 18 characters.' },
  legacy: {
    'zh-CN': '15位号码已停止使用，请填写18位公民身份号码。',
    en: 'Numbers of 15 digits are no longer in use; enter the citizen identity number of 18 characters.',
  },
  character: {
    'zh-CN': '公民身份号码前17位应为数字，末位为数字或X。',
    en: 'A citizen identity number is 17 digits and a last character that is a digit or X.',
  },
  region: {
    'zh-CN': '公民身份号码前两位不是省级行政区划代码。',
    en: 'The first two digits are not the code of a province.',
  },
  date: {
    'zh-CN': '公民身份号码中的出生日期不存在。',
    en: 'The date of birth in the number does not exist.',
  },
  future: {
    'zh-CN': '公民身份号码中的出生日期晚于今天。',
    en: 'The date of birth in the number lies in the future.',
  },
  check: {
    'zh-CN': '公民身份号码校验码不符，请逐位核对。',
    en: 'The check character of the citizen identity number does not match; compare it digit by digit.',
  },
};

/**
 * Takes a number apart, or says why it is none. `today` is the business day against which a birth in the future is refused.
 * 15-digit numbers of the first generation are refused as `legacy`; see {@link toSearchableCitizenId}.
 */
export function parseCitizenId(text: string, today: Day): Checked<CitizenId, CitizenIdReason> {
  const number = normaliseCitizenId(text);
  if (number === '') return refuse(MESSAGES, 'empty');
  if (/^\d{15}$/.test(number)) return refuse(MESSAGES, 'legacy');
  if (number.length !== 18) return refuse(MESSAGES, 'length');
  if (!/^\d{17}[\dX]$/.test(number)) return refuse(MESSAGES, 'character');
  const region = number.slice(0, 2);
  if (!isProvince(region) && region !== TAIWAN_RESIDENT) return refuse(MESSAGES, 'region');
  const bornOn = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`;
  if (!isDay(bornOn) || bornOn < '1800-01-01') return refuse(MESSAGES, 'date');
  if (bornOn > today) return refuse(MESSAGES, 'future');
  if (checkCitizenId(number.slice(0, 17)) !== number.charAt(17)) return refuse(MESSAGES, 'check');
  const sex = Number(number.charAt(16)) % 2 === 1 ? 'male' : 'female';
  return accept({ number, division: number.slice(0, 6), bornOn, sex });
}

export function isCitizenId(text: string, today: Day): boolean {
  return parseCitizenId(text, today).ok;
}

export function normaliseCitizenId(text: string): string {
  return toIdentifierText(text).replaceAll(/[-.×Х]/g, (sign) =>
    sign === '-' || sign === '.' ? '' : 'X',
  );
}

/** The check character of the first 17 digits (ISO 7064 MOD 11-2), or undefined when they are not 17 digits. */
export function checkCitizenId(first17: string): string | undefined {
  if (!/^\d{17}$/.test(first17)) return undefined;
  const sum = WEIGHTS.reduce(
    (total, weight, index) => total + weight * Number(first17.charAt(index)),
    0,
  );
  return CHECKS.charAt(sum % 11);
}

/**
 * Full years of age (周岁) on a day, the birthday counting as reached; negative before birth. Someone born on 29 February
 * completes a year on 28 February where there is no 29th (民法典 art. 202: the last day of the month stands in).
 * Throws RangeError when a day does not exist.
 */
export function ageOn(bornOn: Day, day: Day): number {
  if (!isDay(bornOn) || !isDay(day)) throw new RangeError(`Not calendar days: ${bornOn}, ${day}`);
  const year = Number(day.slice(0, 4));
  const years = year - Number(bornOn.slice(0, 4));
  const leapless = bornOn.endsWith('-02-29') && !existsDay(year, 2, 29);
  const birthday = leapless ? '02-28' : bornOn.slice(5);
  return day.slice(5) < birthday ? years - 1 : years;
}

/**
 * What to look a number up by: 18 characters stay as they are, 15 digits of the first generation become 18 with the century
 * filled in (serials 996 to 999 were kept for people born before 1900). Undefined for anything else. For search only:
 * a converted number is a guess and is never stored as somebody's number.
 */
export function toSearchableCitizenId(text: string): string | undefined {
  const number = normaliseCitizenId(text);
  if (/^\d{17}[\dX]$/.test(number)) return number;
  if (!/^\d{15}$/.test(number)) return undefined;
  const century = Number(number.slice(12)) >= 996 ? '18' : '19';
  const first17 = `${number.slice(0, 6)}${century}${number.slice(6)}`;
  return `${first17}${checkCitizenId(first17) ?? ''}`;
}

/** Puts a number together for seeds and tests: six digits, a day, a serial of 0 to 999 (odd for men). Undefined when a part is wrong. */
export function composeCitizenId(
  division: string,
  bornOn: Day,
  serial: number,
): string | undefined {
  if (
    !/^\d{6}$/.test(division) ||
    !isDay(bornOn) ||
    !Number.isInteger(serial) ||
    serial < 0 ||
    serial > 999
  )
    return undefined;
  const first17 = `${division}${bornOn.replaceAll('-', '')}${String(serial).padStart(3, '0')}`;
  const check = checkCitizenId(first17);
  return check === undefined ? undefined : first17 + check;
}
