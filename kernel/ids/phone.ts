import type { Words } from '../problems/contract.ts';
import { accept, refuse, type Checked } from './checked.ts';
import { toHalfWidth } from './text.ts';

/** A telephone number of the mainland. */
export interface Phone {
  readonly kind: 'mobile' | 'landline' | 'service';
  /** Digits only, landlines with area code: what numbers are compared, stored and searched by. */
  readonly number: string;
  /** For reading: 138 1234 5678, 021-5783 1234, 400-820-8820. */
  readonly printed: string;
  /** E.164, e.g. +8613812345678; undefined for 400 and 800 numbers, which cannot be called from abroad. */
  readonly international: string | undefined;
  readonly extension: string | undefined;
}

export type PhoneReason =
  | 'empty'
  | 'character'
  | 'mobile-length'
  | 'mobile-prefix'
  | 'area-code-missing'
  | 'landline'
  | 'unknown';

export interface PhoneOptions {
  /** Area code with its leading zero that a local number of 7 or 8 digits gets, e.g. 021. */
  readonly areaCode?: string;
}

// Two-digit area codes have numbers of eight digits; 026 is not given out.
const BIG_CITY = /^0(?:10|2[0-57-9])[2-9]\d{7}$/;
const OTHER_CITY = /^0[3-9]\d{2}[2-9]\d{6,7}$/;
const MOBILE = /^1[3-9]\d{9}$/;
const SERVICE = /^[48]00\d{7}$/;

const MESSAGES: Readonly<Record<PhoneReason, Words>> = {
  empty: { 'zh-CN': '请填写电话号码。', en: 'Enter the telephone number.' },
  character: {
    'zh-CN': '电话号码含有无法识别的字符。',
    en: 'The telephone number has characters that do not belong there.',
  },
  'mobile-length': { 'zh-CN': '手机号码应为11位。', en: 'A mobile number has 11 digits.' },
  'mobile-prefix': {
    'zh-CN': '手机号码应以13至19开头。',
    en: 'A mobile number begins with 13 to 19.',
  },
  'area-code-missing': {
    'zh-CN': '固定电话请加区号，例如021-57831234。',
    en: 'Enter a landline with its area code, for example 021-57831234.',
  },
  landline: {
    'zh-CN': '固定电话应为区号加7或8位号码。',
    en: 'A landline is an area code followed by a number of 7 or 8 digits.',
  },
  unknown: {
    'zh-CN': '请填写手机号码或带区号的固定电话。',
    en: 'Enter a mobile number or a landline with its area code.',
  },
};

/** Takes a number apart, or says why it is none. Spaces, hyphens, brackets, +86 and an extension (转 or -) are understood. */
export function parsePhone(text: string, options: PhoneOptions = {}): Checked<Phone, PhoneReason> {
  const typed = toHalfWidth(text)
    .trim()
    .replace(/^(?:\+|00)\s*86[\s-]*/, '')
    .replace(/^86[\s-]*(?=1\d{10}$)/, '');
  if (typed === '') return refuse(MESSAGES, 'empty');
  const [main, extension] = splitExtension(typed);
  const number = main.replaceAll(/[\s()\-–—.]/g, '');
  if (!/^\d+$/.test(number)) return refuse(MESSAGES, 'character');
  return parseDigits(number, extension, options);
}

export function isPhone(text: string, options: PhoneOptions = {}): boolean {
  return parsePhone(text, options).ok;
}

/** Whether the text is a mainland mobile number, the only kind that gets text messages. */
export function isMobile(text: string): boolean {
  const parsed = parsePhone(text);
  return parsed.ok && parsed.value.kind === 'mobile' && parsed.value.extension === undefined;
}

function parseDigits(
  number: string,
  extension: string | undefined,
  options: PhoneOptions,
): Checked<Phone, PhoneReason> {
  if (MOBILE.test(number)) {
    const printed = `${number.slice(0, 3)} ${number.slice(3, 7)} ${number.slice(7)}`;
    return accept({ kind: 'mobile', number, printed, international: `+86${number}`, extension });
  }
  if (SERVICE.test(number)) {
    const printed = `${number.slice(0, 3)}-${number.slice(3, 6)}-${number.slice(6)}`;
    return accept({ kind: 'service', number, printed, international: undefined, extension });
  }
  if (/^[2-9]\d{6,7}$/.test(number)) {
    if (options.areaCode === undefined) return refuse(MESSAGES, 'area-code-missing');
    return parseDigits(`${options.areaCode}${number}`, extension, {});
  }
  if (BIG_CITY.test(number) || OTHER_CITY.test(number))
    return accept(toLandline(number, extension));
  if (number.startsWith('0')) return refuse(MESSAGES, 'landline');
  if (/^1[3-9]/.test(number)) return refuse(MESSAGES, 'mobile-length');
  return refuse(
    MESSAGES,
    number.startsWith('1') && number.length === 11 ? 'mobile-prefix' : 'unknown',
  );
}

function toLandline(number: string, extension: string | undefined): Phone {
  const areaLength = BIG_CITY.test(number) ? 3 : 4;
  const local = number.slice(areaLength);
  const printed = `${number.slice(0, areaLength)}-${local.slice(0, -4)} ${local.slice(-4)}`;
  return { kind: 'landline', number, printed, international: `+86${number.slice(1)}`, extension };
}

function splitExtension(text: string): [string, string | undefined] {
  const match =
    /^(.+?)\s*(?:转|分机|ext\.?|x|#)\s*(\d{1,6})$/i.exec(text) ??
    /^(\(?0\d{2,3}\)?[\s-]*\d{7,8})\s*-\s*(\d{1,6})$/.exec(text);
  return [match?.[1] ?? text, match?.[2]];
}
