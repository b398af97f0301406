import { setImmediate as nextTurn } from 'node:timers/promises';

import type { GuideSearch, SearchGuidesQuery } from '../../contract.ts';
import type { Card } from '../card.ts';
import { type Features, toFeatures } from './features.ts';
import { indexCard, type Indexed } from './postings.ts';
import { PLACE_BITS, rateGuides, type Sought } from './rate-guides.ts';
import { createTally } from './tally.ts';
import { createTopList } from './top-list.ts';
import { createSpeller } from './words.ts';

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
  /** Best first; without a text bundles before matters, by code. Each count is what choosing it would give. */
  search(query: SearchGuidesQuery): GuideSearch;
  /** Every guide, bundles before matters, by code. */
  readonly all: readonly IndexedGuide[];
}

interface Shelf extends Sought {
  readonly guides: readonly IndexedGuide[];
  readonly features: Features;
}

/** Guides that are taken apart before others have their turn. */
const CHUNK = 25;

export function createGuideIndex(): GuideIndex {
  const spell = createSpeller();
  let shelf: Shelf = { guides: [], parts: [], postings: new Map(), features: toFeatures([]) };
  let known = new Map<string, Indexed>();

  return {
    get all() {
      return shelf.guides;
    },
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
          if (list === undefined) postings.set(gram, [(number << PLACE_BITS) + places]);
          else list.push((number << PLACE_BITS) + places);
        }
      }
      shelf = { guides, parts, postings, features: toFeatures(guides.map(({ card }) => card)) };
      known = new Map(guides.map(({ editionId }, number) => [editionId, parts[number] as Indexed]));
    },
    search: (query) => search(shelf, query),
  };
}

function search(shelf: Shelf, query: SearchGuidesQuery): GuideSearch {
  const { guides, features } = shelf;
  const text = query.search?.trim() ?? '';
  const worths = text === '' ? undefined : rateGuides(shelf, text);
  const tally = createTally(features, query);
  const top = createTopList(query.offset + query.limit);
  let total = 0;
  for (let number = 0; number < guides.length; number += 1) {
    const worth = worths === undefined ? 1 : (worths[number] ?? 0);
    if (worth === 0 || !tally.take(number)) continue;
    total += 1;
    top.add(number, worth);
  }
  const shown = top.numbers.slice(query.offset).flatMap((number) => guides[number] ?? []);
  return { items: shown.map(toSummary), total, ...tally.counts() };
}

function toSummary({ matterId, editionId, card }: IndexedGuide): GuideSearch['items'][number] {
  const { catalogCode: _catalog, keywords: _keywords, itemCodes: _items, ...words } = card;
  return { matterId, editionId, ...words };
}

const byKindAndCode = (a: IndexedGuide, b: IndexedGuide): number =>
  a.card.kind.localeCompare(b.card.kind) || (a.card.code < b.card.code ? -1 : 1);
