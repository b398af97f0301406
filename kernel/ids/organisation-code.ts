import type { Words } from '../problems/contract.ts';
import { accept, refuse, type Checked } from './checked.ts';
import { toIdentifierText } from './text.ts';

/** 组织机构代码, GB 11714: eight characters and a check character. */
export interface OrganisationCode {
  /** Nine characters without the hyphen, as inside a 统一社会信用代码. */
  readonly code: string;
  /** With the hyphen, as printed on old certificates. */
  readonly printed: string;
}

export type OrganisationCodeReason = 'empty' | 'shape' | 'check';

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2] as const;
const SHAPE = /^[0-9A-Z]{8}[0-9X]$/;

const MESSAGES: Readonly<Record<OrganisationCodeReason, Words>> = {
  empty: { 'zh-CN': '请填写组织机构代码。', en: 'Enter the organisation code.' },
  shape: {
    'zh-CN': '组织机构代码应为8位数字或大写字母加1位校验码（数字或X）。',
    en: 'An organisation code has 8 digits or capital letters and a check character (digit or X).',
  },
  check: {
    'zh-CN': '组织机构代码校验码不符，请逐位核对。',
    en: 'The check character of the organisation code does not match; compare it character by character.',
  },
};

/** Takes a code apart, or says why it is none. The hyphen before the check character may be there or not. */
export function parseOrganisationCode(
  text: string,
): Checked<OrganisationCode, OrganisationCodeReason> {
  const code = toIdentifierText(text).replace(/^(.{8})-(.)$/, '$1$2');
  if (code === '') return refuse(MESSAGES, 'empty');
  if (!SHAPE.test(code)) return refuse(MESSAGES, 'shape');
  if (checkOrganisationCode(code.slice(0, 8)) !== code.charAt(8)) return refuse(MESSAGES, 'check');
  return accept({ code, printed: `${code.slice(0, 8)}-${code.slice(8)}` });
}

export function isOrganisationCode(text: string): boolean {
  return parseOrganisationCode(text).ok;
}

/** The check character of the first eight (11 − Σ mod 11, 10 is X, 11 is 0), or undefined when they have another shape. */
export function checkOrganisationCode(first8: string): string | undefined {
  if (first8.length !== 8) return undefined;
  let sum = 0;
  for (const [index, weight] of WEIGHTS.entries()) {
    const value = ALPHABET.indexOf(first8.charAt(index));
    if (value < 0) return undefined;
    sum += value * weight;
  }
  const check = 11 - (sum % 11);
  return check === 10 ? 'X' : String(check % 11);
}
