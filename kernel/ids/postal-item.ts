import type { Words } from '../problems/contract.ts';
import { accept, refuse, type Checked } from './checked.ts';
import { toIdentifierText } from './text.ts';

/** Identifier of a postal item, UPU standard S10, taken apart. */
export interface PostalItemId {
  /** Thirteen characters, normalised. */
  readonly id: string;
  /** Service indicator, e.g. EE for express. */
  readonly service: string;
  readonly serial: string;
  /** ISO 3166 code of the issuing country, e.g. CN. */
  readonly country: string;
}

export type PostalItemIdReason = 'empty' | 'shape' | 'check';

const WEIGHTS = [8, 6, 4, 2, 3, 5, 9, 7] as const;

const MESSAGES: Readonly<Record<PostalItemIdReason, Words>> = {
  empty: { 'zh-CN': '请填写邮件号码。', en: 'Enter the postal item number.' },
  shape: {
    'zh-CN': '国际邮件号码应为2位字母、9位数字、2位字母。',
    en: 'An international postal item number is two letters, nine digits and two letters.',
  },
  check: {
    'zh-CN': '邮件号码校验位不符，请逐位核对。',
    en: 'The check digit of the postal item number does not match; compare it digit by digit.',
  },
};

/** Takes an identifier apart, or says why it is none. */
export function parsePostalItemId(text: string): Checked<PostalItemId, PostalItemIdReason> {
  const id = toIdentifierText(text).replaceAll('-', '');
  if (id === '') return refuse(MESSAGES, 'empty');
  if (!/^[A-Z]{2}\d{9}[A-Z]{2}$/.test(id)) return refuse(MESSAGES, 'shape');
  const serial = id.slice(2, 10);
  if (checkPostalSerial(serial) !== id.charAt(10)) return refuse(MESSAGES, 'check');
  return accept({ id, service: id.slice(0, 2), serial, country: id.slice(11) });
}

export function isPostalItemId(text: string): boolean {
  return parsePostalItemId(text).ok;
}

/** The check digit of an eight-digit serial (11 − Σ mod 11; 10 is 0, 11 is 5), or undefined when it is not eight digits. */
export function checkPostalSerial(serial: string): string | undefined {
  if (!/^\d{8}$/.test(serial)) return undefined;
  const sum = WEIGHTS.reduce(
    (total, weight, index) => total + weight * Number(serial.charAt(index)),
    0,
  );
  const check = 11 - (sum % 11);
  if (check === 10) return '0';
  return check === 11 ? '5' : String(check);
}
