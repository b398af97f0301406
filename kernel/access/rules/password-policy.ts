import type { Words } from '../../problems/contract.ts';

export interface PasswordFacts {
  readonly loginName: string | null;
  readonly displayName: string;
  readonly minLength: number;
}

const LONGEST = 128;
const KINDS = [/[a-z]/, /[A-Z]/, /\d/, /[^\p{L}\d]/u, /\p{Lo}/u] as const;
const LONG_ENOUGH_FOR_ONE_KIND = 20;
const LEAST_KINDS = 3;
/** What must be left once words that everybody tries, rows of keys and repeats count as one character each. */
const LEAST_UNPREDICTABLE = 8;

// What lists of leaked passwords begin with, those of Chinese sites included.
const COMMON = [
  'password',
  'passw0rd',
  'mima',
  'admin',
  'administrator',
  'root',
  'user',
  'test',
  'guest',
  'login',
  'welcome',
  'letmein',
  'changeme',
  'default',
  'iloveyou',
  'woaini',
  'woaiwo',
  'woaiwojia',
  'huanying',
  'nihao',
  'zhongguo',
  'china',
  'beijing',
  'shanghai',
  'dragon',
  'monkey',
  'master',
  'superman',
  'football',
  'baseball',
  'princess',
  'sunshine',
  'qazwsx',
  'qweasd',
  'qwe123',
  'asd123',
  'abc123',
  'a1b2c3',
  '1q2w3e4r',
  '1qaz2wsx',
  '5201314',
  '1314520',
  '520520',
  '147258369',
  '147258',
  '159357',
  '741852963',
  '112233',
  '666666',
  '888888',
  'zxcvbn',
] as const;
const ROWS = [
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  '1qaz2wsx3edc4rfv5tgb',
] as const;
const LEET: Readonly<Record<string, string>> = {
  '@': 'a',
  '4': 'a',
  '3': 'e',
  '1': 'l',
  '!': 'i',
  '0': 'o',
  $: 's',
  '5': 's',
  '7': 't',
};

/**
 * What is wrong with a new password, in both languages; empty when it may be used. Length first, three
 * kinds of characters or great length (GB/T 22239-2019: 复杂度), and not what everybody would try.
 */
export function findPasswordFaults(password: string, facts: PasswordFacts): Words[] {
  const length = Array.from(password).length;
  const faults: Words[] = [];
  if (length < facts.minLength) {
    faults.push({
      'zh-CN': `至少 ${facts.minLength} 个字符。`,
      en: `Use at least ${facts.minLength} characters.`,
    });
  }
  if (length > LONGEST)
    faults.push({
      'zh-CN': `不超过 ${LONGEST} 个字符。`,
      en: `Use at most ${LONGEST} characters.`,
    });
  if (
    length < LONG_ENOUGH_FOR_ONE_KIND &&
    KINDS.filter((kind) => kind.test(password)).length < LEAST_KINDS
  ) {
    faults.push({
      'zh-CN': `须包含大写字母、小写字母、数字、符号、汉字中的三种，或使用 ${LONG_ENOUGH_FOR_ONE_KIND} 个以上字符。`,
      en: `Use three of: capitals, small letters, digits, signs, Chinese characters; or ${LONG_ENOUGH_FOR_ONE_KIND} characters or more.`,
    });
  }
  if (containsName(password, facts)) {
    faults.push({
      'zh-CN': '不能包含登录名或姓名。',
      en: 'It must not contain your login name or your name.',
    });
  }
  if (countUnpredictable(password) < LEAST_UNPREDICTABLE) {
    faults.push({
      'zh-CN': '过于常见：含有常用密码、连续或重复的字符。',
      en: 'Too easy to guess: it holds a common password, a row of keys or repeated characters.',
    });
  }
  return faults;
}

function containsName(password: string, { loginName, displayName }: PasswordFacts): boolean {
  const lower = password.toLowerCase();
  const names = [loginName ?? '', displayName].map((name) =>
    name.toLowerCase().replaceAll(/\s/g, ''),
  );
  return names.some((name) => Array.from(name).length >= 2 && lower.includes(name));
}

/** Characters that somebody who guesses would have to find out one by one. */
export function countUnpredictable(password: string): number {
  const lower = password.toLowerCase();
  const plain = Array.from(lower)
    .map((character) => LEET[character] ?? character)
    .join('');
  return Math.min(collapse(lower), collapse(plain));
}

function collapse(text: string): number {
  let rest = text;
  for (const word of COMMON.toSorted((a, b) => b.length - a.length))
    rest = rest.replaceAll(word, '\u0001');
  rest = rest.replaceAll(/(.{2,16}?)\1+/gu, '$1');
  let count = 0;
  let at = 0;
  while (at < rest.length) {
    at += Math.max(repeatAt(rest, at), rowAt(rest, at), 1);
    count += 1;
  }
  return count;
}

function repeatAt(text: string, at: number): number {
  let length = 1;
  while (text[at + length] === text[at] && at + length < text.length) length += 1;
  return length >= 3 ? length : 1;
}

function rowAt(text: string, at: number): number {
  let longest = 1;
  for (const row of ROWS) {
    for (const keys of [row, Array.from(row).toReversed().join('')]) {
      let length = 3;
      while (at + length <= text.length && keys.includes(text.slice(at, at + length))) {
        longest = Math.max(longest, length);
        length += 1;
      }
    }
  }
  return longest;
}
