import { pinyin } from 'pinyin-pro';

/** Text in the form in which it is searched: half-width, small letters. */
const fold = (text: string): string => text.normalize('NFKC').toLowerCase();

const RUNS = /\p{Script=Han}+|[a-z0-9]+/gu;
const isHan = (run: string): boolean => /^\p{Script=Han}/u.test(run);

/** Runs of Chinese characters and of letters and digits. */
export function toRuns(text: string): string[] {
  return fold(text).match(RUNS) ?? [];
}

/** Chinese is found by one character and by each two that stand together, other words whole. */
export function toTerms(text: string): string[] {
  return toRuns(text).flatMap((run) =>
    isHan(run) ? [...Array.from(run), ...pairsOf(run)] : [run],
  );
}

function pairsOf(run: string): string[] {
  const characters = Array.from(run);
  return characters.slice(1).map((character, index) => `${characters[index] ?? ''}${character}`);
}

/** What somebody typed as terms that must be there: pairs of characters, one that stands alone, words. */
export function toQueryTerms(text: string): string[] {
  return toRuns(text).flatMap((run) =>
    isHan(run) && Array.from(run).length > 1 ? pairsOf(run) : [run],
  );
}

/** Longer than anybody types before a list of ten is short enough. */
const SYLLABLES = 6;
const INITIALS = 10;

/** Pinyin and initials from each syllable on, so that any part of a name is found by its beginning. */
export function toPinyinTerms(text: string): { pinyin: string[]; initials: string[] } {
  const found = { pinyin: [] as string[], initials: [] as string[] };
  for (const run of toRuns(text).filter(isHan)) {
    const syllables = pinyin(run, { toneType: 'none', type: 'array', v: true });
    for (const index of syllables.keys()) {
      const rest = syllables.slice(index);
      found.pinyin.push(rest.slice(0, SYLLABLES).join(''));
      found.initials.push(
        rest
          .slice(0, INITIALS)
          .map((syllable) => syllable.charAt(0))
          .join(''),
      );
    }
  }
  return found;
}

/** Whether a term is letters or digits, which people type from the beginning. */
export const isTyped = (term: string): boolean => /^[a-z0-9]/u.test(term);
