import { pinyin } from 'pinyin-pro';

/** Names change seldom and are searched often; a city of centres stays within this. */
const KEPT = 20_000;
const texts = new Map<string, string>();

/** What a name is found by: itself, its pinyin with and without spaces, and its initials; in small letters. */
export function toNameText(name: string): string {
  const known = texts.get(name);
  if (known !== undefined) return known;
  const syllables = pinyin(name, {
    toneType: 'none',
    type: 'array',
    v: true,
    nonZh: 'consecutive',
  }).map((syllable) => syllable.trim().toLowerCase());
  const initials = syllables.map((syllable) => syllable.charAt(0)).join('');
  const text = [name.toLowerCase(), syllables.join(' '), syllables.join(''), initials].join('\n');
  if (texts.size >= KEPT) texts.clear();
  texts.set(name, text);
  return text;
}

/** Whether every word of the search is in one of the names, or in how it is said; a single letter says too little. */
export function isFoundBy(search: string, names: readonly string[]): boolean {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0 || /^[a-z]$/.test(words.join(''))) return false;
  return names.some((name) => words.every((word) => toNameText(name).includes(word)));
}
