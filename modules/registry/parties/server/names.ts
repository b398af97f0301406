import { pinyin } from 'pinyin-pro';

/** The form in which names are compared: half-width, no spaces, one kind of dot, capitals. */
export function normaliseName(name: string): string {
  return name
    .normalize('NFKC')
    .replaceAll(/[\s\u200b-\u200f\u2060\ufeff]/g, '')
    .replaceAll(/[·•‧∙・.]/g, '·')
    .toUpperCase();
}

const isHan = (text: string) => /^\p{Script=Han}+$/u.test(text);

/** Syllables of a Chinese name, the family name read as one: 单 is Shan there. */
function toSyllables(name: string, isPerson: boolean): string[] {
  return pinyin(name, {
    toneType: 'none',
    type: 'array',
    v: true,
    nonZh: 'removed',
    ...(isPerson ? { surname: 'head' as const } : {}),
  });
}

const initialsOf = (syllables: readonly string[]) =>
  syllables.map((syllable) => syllable.charAt(0)).join('');

const letters = (text: string) => text.toLowerCase().replaceAll(/[^a-z0-9]/g, '');

/**
 * What a person's name is found by; each is stored as a keyed digest only. The family name alone is none of
 * them: a few hundred families cover nearly everybody, so its digests could be told apart by counting.
 */
export function toNameTokens(name: string, nameEn: string): string[] {
  const whole = normaliseName(name);
  const tokens = new Set([`n:${whole}`]);
  if (isHan(whole)) {
    const characters = Array.from(whole);
    for (let length = 2; length < characters.length; length += 1)
      tokens.add(`p:${characters.slice(0, length).join('')}`);
    const syllables = toSyllables(whole, true);
    if (syllables.length > 1) {
      tokens.add(`i:${initialsOf(syllables)}`);
      tokens.add(`y:${syllables.join('')}`);
    }
  }
  if (letters(nameEn).length > 3) tokens.add(`y:${letters(nameEn)}`);
  if (!isHan(whole)) {
    for (const word of name.split(/[\s,·•‧.-]+/))
      if (letters(word).length > 3) tokens.add(`w:${letters(word)}`);
  }
  return [...tokens];
}

/** The tokens that a typed text may stand for; empty when it is too general to look up people by. */
export function toQueryTokens(text: string): string[] {
  const whole = normaliseName(text);
  if (Array.from(whole).length < 2) return [];
  if (isHan(whole)) return [`n:${whole}`, `p:${whole}`];
  const typed = letters(text);
  return [`n:${whole}`, ...(typed.length < 2 ? [] : [`i:${typed}`, `y:${typed}`, `w:${typed}`])];
}

/** What a firm is found by, part by part; its name is public. */
export function toFirmSearch(name: string, nameEn: string): string {
  const whole = normaliseName(name);
  const initials = initialsOf(toSyllables(whole, false));
  return [whole, initials, normaliseName(nameEn)].join(' ').toLowerCase();
}
