import type { Day } from '#kernel/clock/day.ts';
import { accept, type Checked, refuse } from '#kernel/ids/checked.ts';
import {
  ageOn,
  normaliseCitizenId,
  parseCitizenId,
  toSearchableCitizenId,
} from '#kernel/ids/citizen-id.ts';
import { toIdentifierText } from '#kernel/ids/text.ts';
import { normaliseUscc, parseUscc } from '#kernel/ids/uscc.ts';
import type { Words } from '#kernel/problems/contract.ts';

import type { IdentifierKind, Sex } from '../contract.ts';

/** A number of a paper as it is stored, with what it says of a person. */
export interface PaperNumber {
  readonly number: string;
  readonly bornOn: Day | undefined;
  readonly sex: Sex | undefined;
}

const SHAPES = {
  '414': /^[A-Z0-9]{6,15}$/,
  '511': /^(?:\d{8}|\d{10}[A-Z]?|T\d{9})$/,
  '516': /^[HM]\d{8}(?:\d{2})?$/,
} as const;

const MESSAGES = {
  passport: {
    'zh-CN': '护照号码应为6至15位字母和数字。',
    en: 'A passport number has 6 to 15 letters and digits.',
  },
  taiwan: {
    'zh-CN': '台湾居民来往大陆通行证号码应为8位数字。',
    en: 'The number of a mainland travel permit for Taiwan residents has 8 digits.',
  },
  hongkong: {
    'zh-CN': '港澳居民来往内地通行证号码应为H或M加8位数字。',
    en: 'The number of a mainland travel permit for Hong Kong and Macao residents is H or M and 8 digits.',
  },
  registration: {
    'zh-CN': '营业执照注册号应为15位数字，且末位校验码应相符。',
    en: 'A registration number has 15 digits, the last of which is a check digit that must match.',
  },
} as const satisfies Record<string, Words>;

/** Takes the number of a paper apart, or says what is wrong with it. `isLegacyAllowed` for old files with numbers of 15 digits. */
export function parseNumber(
  kind: IdentifierKind,
  text: string,
  today: Day,
  isLegacyAllowed = false,
): Checked<PaperNumber> {
  switch (kind) {
    case '111':
    case '112':
      return parseCitizenNumber(text, today, isLegacyAllowed);
    case '414':
      return parseShape(SHAPES[kind], text, 'passport');
    case '511':
      return parseShape(SHAPES[kind], text, 'taiwan');
    case '516':
      return parseShape(SHAPES[kind], text, 'hongkong');
    case 'uscc': {
      const parsed = parseUscc(text);
      return parsed.ok ? plain(parsed.value.code) : parsed;
    }
    case 'registration-no': {
      const number = toIdentifierText(text);
      return isRegistrationNumber(number) ? plain(number) : refuse(MESSAGES, 'registration');
    }
  }
}

function parseCitizenNumber(
  text: string,
  today: Day,
  isLegacyAllowed: boolean,
): Checked<PaperNumber> {
  const parsed = parseCitizenId(text, today);
  if (parsed.ok) {
    const { number, bornOn, sex } = parsed.value;
    return accept({ number, bornOn, sex });
  }
  if (parsed.reason !== 'legacy' || !isLegacyAllowed) return parsed;
  // Converted only to test it: what is stored is the number that stands on the paper.
  const whole = parseCitizenId(toSearchableCitizenId(text) ?? '', today);
  if (!whole.ok) return whole;
  const { bornOn, sex } = whole.value;
  return accept({ number: normaliseCitizenId(text), bornOn, sex });
}

function parseShape(
  shape: RegExp,
  text: string,
  message: keyof typeof MESSAGES,
): Checked<PaperNumber> {
  const number = toIdentifierText(text).replaceAll('-', '');
  return shape.test(number) ? plain(number) : refuse(MESSAGES, message);
}

const plain = (number: string) => accept({ number, bornOn: undefined, sex: undefined });

/** 工商行政管理注册号 (GS15-2006): 14 digits and a check digit by ISO 7064 MOD 11,10. */
export function isRegistrationNumber(number: string): boolean {
  if (!/^\d{15}$/.test(number)) return false;
  let product = 10;
  for (const digit of number.slice(0, 14)) {
    const sum = (product + Number(digit)) % 10 || 10;
    product = (sum * 2) % 11;
  }
  return (product + Number(number.charAt(14))) % 10 === 1;
}

/** The form in which numbers are compared: a temporary card and an old number of 15 digits equal the card they stand for. */
export function toComparable(kind: IdentifierKind, number: string): string {
  if (kind === '111' || kind === '112') return toSearchableCitizenId(number) ?? number;
  return kind === 'uscc' ? normaliseUscc(number) : toIdentifierText(number).replaceAll('-', '');
}

/** Every form under which a typed number may have been recorded, whatever its kind. */
export function toSearchForms(text: string): string[] {
  const citizen = toSearchableCitizenId(text);
  const other = toIdentifierText(text).replaceAll('-', '');
  return [...new Set([...(citizen === undefined ? [] : [citizen]), other])];
}

/** 个人信息保护法 art. 31: below this age a guardian decides. */
export const GUARDIAN_AGE = 14;

/** Whether somebody born on that day needs a guardian on this one. Unknown birth counts as grown up. */
export function needsGuardian(bornOn: Day | undefined | null, today: Day): boolean {
  return bornOn !== undefined && bornOn !== null && ageOn(bornOn, today) < GUARDIAN_AGE;
}
