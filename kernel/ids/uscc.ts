import type { Words } from '../problems/contract.ts';
import { accept, refuse, type Checked } from './checked.ts';
import { checkOrganisationCode } from './organisation-code.ts';
import { toIdentifierText } from './text.ts';

/** 统一社会信用代码, GB 32100-2015, taken apart. */
export interface Uscc {
  /** All 18 characters, normalised. */
  readonly code: string;
  /** 登记管理部门 and 机构类别, the first two characters: 91 is an enterprise. */
  readonly kind: string;
  /** 登记管理机关行政区划码, six digits. */
  readonly division: string;
  /** 主体标识码, which is the 组织机构代码 of GB 11714: nine characters. */
  readonly organisationCode: string;
}

export type UsccReason =
  | 'empty'
  | 'length'
  | 'character'
  | 'division'
  | 'check'
  | 'organisation-check';

export interface UsccOptions {
  /** Also tests the organisation code inside by its own check character. True unless said otherwise. */
  readonly organisationCheck?: boolean;
}

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const CHARACTERS = /^[0-9A-HJ-NPQRTUWXY]+$/;
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28] as const;

const MESSAGES: Readonly<Record<UsccReason, Words>> = {
  empty: { 'zh-CN': '请填写统一社会信用代码。', en: 'Enter the unified social credit code.' },
  length: {
    'zh-CN': '统一社会信用代码应为18位。',
    en: 'A unified social credit code has 18 characters.',
  },
  character: {
    'zh-CN': '统一社会信用代码只含数字和大写字母，且不使用I、O、S、V、Z。',
    en: 'A unified social credit code has digits and capital letters only, without I, O, S, V and Z.',
  },
  division: {
    'zh-CN': '统一社会信用代码第3至8位应为行政区划数字码。',
    en: 'Characters 3 to 8 of a unified social credit code are the digits of a division code.',
  },
  check: {
    'zh-CN': '统一社会信用代码校验位不符，请逐位核对。',
    en: 'The check character of the unified social credit code does not match; compare it character by character.',
  },
  'organisation-check': {
    'zh-CN': '统一社会信用代码第9至17位（组织机构代码）校验位不符，请逐位核对。',
    en: 'The organisation code inside (characters 9 to 17) does not match its own check character; compare it character by character.',
  },
};

/** Takes a code apart, or says why it is none. Lower case, full width and spaces are forgiven. */
export function parseUscc(text: string, options: UsccOptions = {}): Checked<Uscc, UsccReason> {
  const code = normaliseUscc(text);
  if (code === '') return refuse(MESSAGES, 'empty');
  if (code.length !== 18) return refuse(MESSAGES, 'length');
  if (!CHARACTERS.test(code)) return refuse(MESSAGES, 'character');
  const division = code.slice(2, 8);
  if (!/^\d{6}$/.test(division)) return refuse(MESSAGES, 'division');
  if (checkUscc(code.slice(0, 17)) !== code.charAt(17)) return refuse(MESSAGES, 'check');
  const organisationCode = code.slice(8, 17);
  if (
    options.organisationCheck !== false &&
    checkOrganisationCode(organisationCode.slice(0, 8)) !== organisationCode.charAt(8)
  ) {
    return refuse(MESSAGES, 'organisation-check');
  }
  return accept({ code, kind: code.slice(0, 2), division, organisationCode });
}

export function isUscc(text: string, options: UsccOptions = {}): boolean {
  return parseUscc(text, options).ok;
}

export function normaliseUscc(text: string): string {
  return toIdentifierText(text).replaceAll('-', '');
}

/** The check character of the first 17, or undefined when these cannot begin a code. */
export function checkUscc(first17: string): string | undefined {
  if (first17.length !== 17) return undefined;
  let sum = 0;
  for (const [index, weight] of WEIGHTS.entries()) {
    const value = ALPHABET.indexOf(first17.charAt(index));
    if (value < 0) return undefined;
    sum += value * weight;
  }
  return ALPHABET.charAt((31 - (sum % 31)) % 31);
}

/**
 * Puts a code together for seeds and tests: `kind` two characters, `division` six digits, `body` the first eight of the
 * organisation code. Undefined when a part has another shape.
 */
export function composeUscc(kind: string, division: string, body: string): string | undefined {
  const organisationCheck = checkOrganisationCode(body);
  if (organisationCheck === undefined) return undefined;
  const first17 = `${kind}${division}${body}${organisationCheck}`;
  const check = checkUscc(first17);
  return check === undefined || !isUscc(first17 + check) ? undefined : first17 + check;
}
