import { toOfficialWords } from './common-words.ts';
import { beginningOf, type Indexed, placesOf, worthOf } from './postings.ts';
import { toTyped } from './words.ts';

/** By gram, which guides have it and where: the number of the guide times 16 and the bits of places. */
export type Postings = ReadonlyMap<string, readonly number[]>;

/** Bits that a hit gives to places. */
export const PLACE_BITS = 4;
const PLACES = 2 ** PLACE_BITS - 1;
const WORTHS = Array.from({ length: PLACES + 1 }, (_, places) => worthOf(places));

/** What a text is looked for in. */
export interface Sought {
  readonly parts: readonly Indexed[];
  readonly postings: Postings;
}

const MOST_TERMS = 40;
/** When no guide has all terms, those count that have this share of what the best one has. */
const MOSTLY = 0.6;
/** What an official word is worth beside what was typed. */
const OFFICIAL = 0.9;

/** What each guide is worth for a text, or for one of the official words for it; 0 where it does not fit. */
export function rateGuides(sought: Sought, text: string): Float64Array {
  const best = new Float64Array(sought.parts.length);
  rateText(sought, text, 1, best);
  for (const official of toOfficialWords(text)) rateText(sought, official, OFFICIAL, best);
  return best;
}

/** Adds what one text is worth: to guides with all of its terms, or nearly as many as the best guide has. */
function rateText(sought: Sought, text: string, share: number, best: Float64Array): void {
  const { han, letters } = toTyped(text);
  const hitsByTerm = [
    ...[...new Set(han)].map((gram) => sought.postings.get(gram) ?? []),
    ...[...new Set(letters)].map((word) => findLetters(sought, word)),
  ].slice(0, MOST_TERMS);
  if (hitsByTerm.length === 0) return;
  const count = new Uint8Array(best.length);
  const sum = new Float64Array(best.length);
  let most = 0;
  for (const hits of hitsByTerm) {
    // A term that few guides have says more.
    const weight = Math.log2(2 + best.length / (1 + hits.length));
    for (const hit of hits) {
      const number = hit >> PLACE_BITS;
      const found = (count[number] ?? 0) + 1;
      count[number] = found;
      if (found > most) most = found;
      sum[number] = (sum[number] ?? 0) + (WORTHS[hit & PLACES] ?? 0) * weight;
    }
  }
  const needed = most === hitsByTerm.length ? most : Math.max(1, Math.ceil(most * MOSTLY));
  for (let number = 0; number < best.length; number += 1)
    if ((count[number] ?? 0) >= needed)
      best[number] = Math.max(best[number] ?? 0, (sum[number] ?? 0) * share);
}

/** Guides where typing these letters leads somewhere. */
function findLetters({ parts, postings }: Sought, letters: string): readonly number[] {
  const beginning = beginningOf(letters);
  const begun = postings.get(beginning) ?? [];
  if (letters === beginning) return begun;
  const hits: number[] = [];
  for (const hit of begun) {
    const number = hit >> PLACE_BITS;
    const places = placesOf(letters, parts[number]?.spellings ?? [], hit & PLACES);
    if (places > 0) hits.push((number << PLACE_BITS) + places);
  }
  return hits;
}
