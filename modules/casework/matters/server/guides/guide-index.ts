import { setImmediate as nextTurn } from 'node:timers/promises';

import type { Card } from '../card.ts';
import { toOfficialWords } from './common-words.ts';
import { beginningOf, indexCard, type Indexed, placesOf, worthOf } from './postings.ts';
import { createSpeller, toTyped, type Typed } from './words.ts';

/** A guide in force, as the search knows it. */
export interface IndexedGuide {
  readonly matterId: string;
  readonly editionId: string;
  readonly card: Card;
}

/** Guides in memory, found by Chinese, pinyin, initials, codes and common words. */
export interface GuideIndex {
  /** Makes these the guides. Lets others have their turn meanwhile, and answers with the old ones until it is done. */
  replace(guides: readonly IndexedGuide[]): Promise<void>;
  /** Best first; without a text all, bundles before matters, by code. */
  search(text: string | undefined): readonly IndexedGuide[];
}

/** Guides and, by gram, which of them have it and where: the number of the guide times 16 and the bits of places. */
interface Shelf {
  readonly guides: readonly IndexedGuide[];
  readonly parts: readonly Indexed[];
  readonly postings: ReadonlyMap<string, readonly number[]>;
}

const PLACES = 16;
/** Guides that are taken apart before others have their turn. */
const CHUNK = 25;

export function createGuideIndex(): GuideIndex {
  const spell = createSpeller();
  let shelf: Shelf = { guides: [], parts: [], postings: new Map() };
  let known = new Map<string, Indexed>();

  return {
    replace: async (next) => {
      const guides = next.toSorted(byKindAndCode);
      const parts: Indexed[] = [];
      const postings = new Map<string, number[]>();
      for (const [number, { editionId, card }] of guides.entries()) {
        if (number % CHUNK === CHUNK - 1) await nextTurn();
        const part = known.get(editionId) ?? indexCard(card, spell);
        parts.push(part);
        for (const [gram, places] of part.grams) {
          const list = postings.get(gram);
          if (list === undefined) postings.set(gram, [number * PLACES + places]);
          else list.push(number * PLACES + places);
        }
      }
      shelf = { guides, parts, postings };
      known = new Map(guides.map(({ editionId }, number) => [editionId, parts[number] as Indexed]));
    },
    search: (text) => (text === undefined || text.trim() === '' ? shelf.guides : find(shelf, text)),
  };
}

/** What was typed, or one of the official words for it: each text by itself, the best of them counts. */
function find(shelf: Shelf, text: string): IndexedGuide[] {
  const best = new Float64Array(shelf.guides.length);
  const texts = [text, ...toOfficialWords(text)];
  for (const [place, one] of texts.entries())
    rate(shelf, toTyped(one), place === 0 ? 1 : 0.9, best);
  return inOrderOf(best).map((number) => shelf.guides[number] as IndexedGuide);
}

/** Adds what one text is worth to each guide: all of its terms, or nearly as many as the best guide has. */
function rate(shelf: Shelf, typed: Typed, share: number, best: Float64Array): void {
  const count = new Uint8Array(best.length);
  const sum = new Float64Array(best.length);
  const terms = [
    ...new Set([...typed.han, ...typed.letters.map((letters) => `${LETTERS}${letters}`)]),
  ].slice(0, MOST_TERMS);
  for (const term of terms) {
    const hits = hitsOf(shelf, term);
    // A term that few guides have says more.
    const weight = Math.log2(2 + best.length / (1 + hits.length));
    for (const hit of hits) {
      const number = Math.floor(hit / PLACES);
      count[number] = (count[number] ?? 0) + 1;
      sum[number] = (sum[number] ?? 0) + worthOf(hit % PLACES) * weight;
    }
  }
  if (terms.length === 0) return;
  const most = count.reduce((highest, one) => Math.max(highest, one), 0);
  const needed = most === terms.length ? most : Math.max(1, Math.ceil(most * MOSTLY));
  for (let number = 0; number < best.length; number += 1)
    if ((count[number] ?? 0) >= needed)
      best[number] = Math.max(best[number] ?? 0, (sum[number] ?? 0) * share);
}

const MOST_TERMS = 40;
/** When no guide has all terms, those count that have this share of what the best one has. */
const MOSTLY = 0.6;
const LETTERS = ' ';

function hitsOf({ postings, parts }: Shelf, term: string): readonly number[] {
  if (!term.startsWith(LETTERS)) return postings.get(term) ?? [];
  const letters = term.slice(LETTERS.length);
  const beginning = beginningOf(letters);
  const begun = postings.get(beginning) ?? [];
  if (letters === beginning) return begun;
  const hits: number[] = [];
  for (const hit of begun) {
    const number = Math.floor(hit / PLACES);
    const places = placesOf(letters, parts[number]?.spellings ?? [], hit % PLACES);
    if (places > 0) hits.push(number * PLACES + places);
  }
  return hits;
}

/** The numbers of guides that are worth something, best first; of equal ones in the order of their numbers. */
function inOrderOf(best: Float64Array): number[] {
  const keys = new Float64Array(best.length);
  let found = 0;
  for (let number = 0; number < best.length; number += 1) {
    const worth = best[number] ?? 0;
    if (worth === 0) continue;
    keys[found] = Math.round(worth * 1_000) * RANKS + (RANKS - 1 - number);
    found += 1;
  }
  const sorted = keys.subarray(0, found).toSorted();
  return Array.from(sorted.toReversed(), (key) => RANKS - 1 - (key % RANKS));
}

/** More guides than a centre has; with the worth it stays a whole number that is exact. */
const RANKS = 2 ** 20;

const byKindAndCode = (a: IndexedGuide, b: IndexedGuide): number =>
  a.card.kind.localeCompare(b.card.kind) || (a.card.code < b.card.code ? -1 : 1);
