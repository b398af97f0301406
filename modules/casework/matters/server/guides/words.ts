import { pinyin } from 'pinyin-pro';

const RUNS = /\p{Script=Han}+|[a-z0-9]+/gu;

const isHan = (run: string): boolean => /^\p{Script=Han}/u.test(run);

/** Runs of Chinese characters and of letters and digits, half-width and in small letters. */
export function toRuns(text: string): string[] {
  return text.normalize('NFKC').toLowerCase().match(RUNS) ?? [];
}

function pairsOf(run: string): string[] {
  const characters = Array.from(run);
  return characters.slice(1).map((character, index) => `${characters[index] ?? ''}${character}`);
}

/** Chinese is found by one character and by each two that stand together. */
export function toHanGrams(text: string): string[] {
  return toRuns(text)
    .filter(isHan)
    .flatMap((run) => [...Array.from(run), ...pairsOf(run)]);
}

/** How a text can be typed with letters. */
export interface Spelling {
  /**
   * Pinyin, words and codes. A capital, or the first sign after a space, is where typing may begin: `NeiZi Food`
   * is found by `zi` and by `neizi`, not by `eizi`.
   */
  readonly spelled: string;
  /** First letters of the syllables, each run after a space. */
  readonly initials: string;
}

export type Spell = (text: string) => Spelling;

/** Spells texts, and remembers how it spelled a run of characters: names share most of theirs. */
export function createSpeller(): Spell {
  const known = new Map<string, readonly string[]>();
  const syllablesOf = (run: string): readonly string[] => {
    const found = known.get(run) ?? pinyin(run, { toneType: 'none', type: 'array', v: true });
    known.set(run, found);
    return found;
  };
  return (text) => {
    const parts = toRuns(text).map((run) => {
      if (!isHan(run)) return { spelled: run, initials: '' };
      const syllables = syllablesOf(run);
      return {
        spelled: syllables.map(capitalise).join(''),
        initials: syllables.map((syllable) => syllable.charAt(0)).join(''),
      };
    });
    return {
      spelled: parts.map(({ spelled }) => spelled).join(' '),
      initials: parts.map(({ initials }) => initials).join(' '),
    };
  };
}

const capitalise = (syllable: string): string =>
  syllable.charAt(0).toUpperCase() + syllable.slice(1);

/** The places of a spelling where typing may begin. */
export function* startsOf(spelled: string): Generator<number> {
  for (let index = 0; index < spelled.length; index += 1) {
    const sign = spelled.charCodeAt(index);
    const isCapital = sign >= 65 && sign <= 90;
    if (isCapital || (sign !== SPACE && (index === 0 || spelled.charCodeAt(index - 1) === SPACE)))
      yield index;
  }
}

const SPACE = 32;

/** What somebody typed: pairs of characters, a character that stands alone, words of letters. */
export interface Typed {
  readonly han: readonly string[];
  readonly letters: readonly string[];
}

export function toTyped(text: string): Typed {
  const runs = toRuns(text);
  return {
    han: runs.filter(isHan).flatMap((run) => (Array.from(run).length > 1 ? pairsOf(run) : [run])),
    letters: runs.filter((run) => !isHan(run)),
  };
}
