import MiniSearch, { type Query } from 'minisearch';

import type { Card } from '../card.ts';
import { toOfficialWords } from './common-words.ts';
import { isTyped, toPinyinTerms, toQueryTerms, toTerms } from './words.ts';

/** A guide in force, as the search knows it. */
export interface IndexedGuide {
  readonly matterId: string;
  readonly editionId: string;
  readonly card: Card;
}

/** Guides in memory, found by Chinese, pinyin, initials, codes and common words. */
export interface GuideIndex {
  /** Makes these the guides; what is there already under the same edition stays. Lets others have their turn. */
  replace(guides: readonly IndexedGuide[]): Promise<void>;
  /** Best first; without a text all, bundles before matters, by code. */
  search(text: string | undefined): IndexedGuide[];
}

const FIELDS = ['code', 'name', 'words', 'items', 'department', 'summary', 'pinyin', 'initials'];
const BOOSTS = { code: 8, name: 6, words: 5, items: 4, pinyin: 3, initials: 3, department: 1 };
const split = (terms: string): string[] => terms.split(' ');

/** A guide as documents of terms, ready to be split at spaces. */
function toDocument({ editionId, card }: IndexedGuide) {
  const items = card.items.map((item) => `${item.name.zh} ${item.name.en ?? ''}`).join(' ');
  const spoken = [card.name.zh, ...card.keywords, ...card.items.map((item) => item.name.zh)];
  const sounds = spoken.map(toPinyinTerms);
  return {
    id: editionId,
    code: [card.code, card.catalogCode, ...card.itemCodes].join(' ').toLowerCase(),
    name: toTerms(`${card.name.zh} ${card.name.en ?? ''}`).join(' '),
    words: toTerms(card.keywords.join(' ')).join(' '),
    items: toTerms(items).join(' '),
    department: toTerms(card.departmentName).join(' '),
    summary: toTerms(`${card.summary.zh} ${card.summary.en ?? ''}`).join(' '),
    pinyin: sounds.flatMap((sound) => sound.pinyin).join(' '),
    initials: sounds.flatMap((sound) => sound.initials).join(' '),
  };
}

export function createGuideIndex(): GuideIndex {
  const mini = new MiniSearch({ fields: FIELDS, tokenize: split, processTerm: (term) => term });
  let guides = new Map<string, IndexedGuide>();
  let inOrder: IndexedGuide[] = [];

  return {
    replace: async (next) => {
      const wanted = new Map(next.map((guide) => [guide.editionId, guide]));
      const gone = [...guides.keys()].filter((id) => !wanted.has(id));
      const added = next.filter(({ editionId }) => !guides.has(editionId));
      mini.discardAll(gone);
      guides = wanted;
      inOrder = next.toSorted(byKindAndCode);
      for (let start = 0; start < added.length; start += CHUNK)
        await mini.addAllAsync(added.slice(start, start + CHUNK).map(toDocument));
    },
    search: (text) => {
      if (text === undefined || text.trim() === '') return inOrder;
      const found = mini.search(toQuery(text, 'AND'), OPTIONS);
      const some = found.length > 0 ? found : mini.search(toQuery(text, 'OR'), LENIENT);
      return some.flatMap(({ id }) => guides.get(String(id)) ?? []);
    },
  };
}

const CHUNK = 50;
const OPTIONS = { prefix: isTyped, boost: BOOSTS } as const;
/** When nothing fits whole: any of the terms, and one slip in a word that was typed. */
const LENIENT = { ...OPTIONS, fuzzy: (term: string) => isTyped(term) && term.length > 4 && 1 };

/** What was typed, or one of the official words for it. */
function toQuery(text: string, combineWith: 'AND' | 'OR'): Query {
  const typed = { combineWith, queries: toQueryTerms(text) };
  const official = toOfficialWords(text).map((words) => ({
    combineWith: 'AND' as const,
    queries: toQueryTerms(words),
  }));
  return { combineWith: 'OR', queries: [typed, ...official] };
}

const byKindAndCode = (a: IndexedGuide, b: IndexedGuide): number =>
  a.card.kind.localeCompare(b.card.kind) || (a.card.code < b.card.code ? -1 : 1);
