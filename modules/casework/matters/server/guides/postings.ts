import type { Card } from '../card.ts';
import { type Spell, type Spelling, startsOf, toHanGrams } from './words.ts';

/** Where a word stands in a guide, as bits; a guide is rated by the best. */
export const PLACE = { name: 1, words: 2, items: 4, others: 8 } as const;

/** What a place is worth, by its bits: the best of them. */
export function worthOf(places: number): number {
  if ((places & PLACE.name) > 0) return 6;
  if ((places & PLACE.words) > 0) return 5;
  return (places & PLACE.items) > 0 ? 3 : 1;
}

/** How a guide is spelled at each place that can be typed. */
export interface SpelledPlace extends Spelling {
  readonly place: number;
  /** `spelled` in small letters, to look in. */
  readonly small: string;
}

export interface Indexed {
  /** Chinese grams and beginnings of spellings, each with its places. */
  readonly grams: ReadonlyMap<string, number>;
  readonly spellings: readonly SpelledPlace[];
}

/** Lengths of the beginnings that are noted; what is typed beyond them is looked for in the spelling itself. */
const BEGINNINGS = [1, 2, 3, 5];
/** Codes begin alike for a whole authority, so longer ones are noted too. */
const CODE_BEGINNINGS = [...BEGINNINGS, 8, 12, 18, 24, 31, 33];

const lengthsFor = (first: string): readonly number[] =>
  first >= '0' && first <= '9' ? CODE_BEGINNINGS : BEGINNINGS;

/** The longest beginning of typed letters that is noted. */
export function beginningOf(letters: string): string {
  const lengths = lengthsFor(letters.charAt(0));
  return letters.slice(0, lengths.findLast((length) => length <= letters.length) ?? 0);
}

/** Takes a guide apart into what it is found by. */
export function indexCard(card: Card, spell: Spell): Indexed {
  const grams = new Map<string, number>();
  const add = (gram: string, place: number) => grams.set(gram, (grams.get(gram) ?? 0) | place);
  const places = [
    { place: PLACE.name, text: `${card.name.zh} ${card.name.en ?? ''} ${card.code}` },
    { place: PLACE.words, text: card.keywords.join(' ') },
    { place: PLACE.items, text: card.items.map((item) => item.name.zh).join(' ') },
    { place: PLACE.others, text: `${card.catalogCode} ${card.itemCodes.join(' ')}` },
  ];
  for (const { place, text } of places) for (const gram of toHanGrams(text)) add(gram, place);
  for (const gram of toHanGrams(`${card.departmentName} ${card.summary.zh}`))
    add(gram, PLACE.others);
  const spellings = places.map(({ place, text }): SpelledPlace => {
    const { spelled, initials } = spell(text);
    for (const start of startsOf(spelled)) addBeginnings(spelled.toLowerCase(), start, place, add);
    for (let start = 0; start < initials.length; start += 1)
      if (initials.charAt(start) !== ' ') addBeginnings(initials, start, place, add);
    return { place, spelled, initials, small: spelled.toLowerCase() };
  });
  return { grams, spellings };
}

function addBeginnings(
  text: string,
  start: number,
  place: number,
  add: (gram: string, place: number) => void,
): void {
  for (const length of lengthsFor(text.charAt(start)))
    if (start + length <= text.length) add(text.slice(start, start + length), place);
}

/** Those of the places where typing these letters leads: from a start of the spelling on, or among the initials. */
export function placesOf(
  letters: string,
  spellings: readonly SpelledPlace[],
  among: number,
): number {
  let places = 0;
  for (const spelling of spellings) {
    if ((spelling.place & among) === 0) continue;
    if (spelling.initials.includes(letters) || beginsIn(letters, spelling))
      places |= spelling.place;
  }
  return places;
}

function beginsIn(letters: string, { spelled, small }: SpelledPlace): boolean {
  for (let at = small.indexOf(letters); at !== -1; at = small.indexOf(letters, at + 1)) {
    const isCapital = spelled.charAt(at) !== small.charAt(at);
    if (isCapital || at === 0 || small.charAt(at - 1) === ' ') return true;
  }
  return false;
}
