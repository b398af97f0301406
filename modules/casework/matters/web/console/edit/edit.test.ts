import { describe, expect, it } from 'vitest';

import {
  checkContent,
  type Condition,
  type Form,
  HandlingItem,
  MatterContent,
  type ScenarioQuestion,
} from '../../../contract.ts';
import { fromFlat, startPart, toFlat, toPartKind } from './flat-condition.ts';
import { listRemarks } from './list-remarks.ts';
import { moveEntry } from './move-entry.ts';
import { remarksIn, toPlace } from './places.ts';
import { freeKey, listChoices, membersOf, toBare, toBlank } from './schema.ts';
import { sectionOf } from './section-of.ts';
import { bundleSections, itemSections, matterSections } from './sections.ts';
import { toLines } from './to-lines.ts';

const a: Condition = { question: 'mode', chosen: 'shop' };
const b: Condition = { question: 'mode', chosen: 'online' };
const c: Condition = { field: 'area', atLeast: 50 };

describe('a condition in the editor', () => {
  it('is put together from parts and comes back the same', () => {
    for (const condition of [a, { not: a }, { all: [a, c] }, { any: [a, b] }]) {
      const flat = toFlat(condition);
      expect(flat === undefined ? undefined : fromFlat(flat)).toEqual(condition);
    }
  });

  it('of one kind of level is one level, of two is kept as it is', () => {
    expect(toFlat({ any: [{ any: [a, b] }, c] })).toEqual({ match: 'any', parts: [a, b, c] });
    expect(toFlat({ all: [{ any: [a, b] }, c] })).toBeUndefined();
  });

  it('goes away with its last part', () => {
    expect(fromFlat({ match: 'all', parts: [] })).toBeUndefined();
  });

  it('names only what the item has', () => {
    const questions: ScenarioQuestion[] = [
      {
        key: 'mode',
        text: { zh: '方式' },
        kind: 'single',
        options: [
          { key: 'shop', text: { zh: '店铺' } },
          { key: 'online', text: { zh: '网络' } },
        ],
      },
    ];
    const form: Form = { sections: [] };
    expect(startPart({ questions, form })).toEqual(a);
    expect(startPart({ questions: [], form })).toBeUndefined();
    expect(toPartKind(a, 'filled', { questions, form })).toBeUndefined();
    expect(toPartKind(a, 'not-question', { questions, form })).toEqual({ not: a });
  });
});

describe('places', () => {
  it('name parts by their key', () => {
    const content = { items: [{ key: 'new', papers: [{ key: 'plan', name: {} }] }] };
    const place = toPlace(content, ['items', 0, 'papers', 0, 'name', 'zh']);
    expect(place).toBe('items.new.papers.plan.name.zh');
  });

  it('lead to the section in which they stand', () => {
    expect(sectionOf('items.renew.papers.plan', ['new', 'renew'])).toBe('1.papers');
    expect(sectionOf('items.new', ['new'])).toBe('0.item');
    expect(sectionOf('legalBasis.0', ['new'])).toBe('law');
    expect(sectionOf('materialMerge.id', [])).toBe('papers');
  });

  it('hold what is inside them and nothing beside', () => {
    const remark = (place: string) => ({ place, weight: 'error' as const, sentence: place });
    const all = [remark('items.new.papers'), remark('items.newer'), remark('items.new')];
    expect(remarksIn(all, 'items.new').map(({ place }) => place)).toEqual([
      'items.new.papers',
      'items.new',
    ]);
  });
});

describe('the editor', () => {
  it('forgets no field of what an edition says', () => {
    const listed = (sections: typeof itemSections) => sections.flatMap(({ fields }) => fields);
    expect(new Set([...listed(matterSections), 'items'])).toEqual(
      new Set(Object.keys(membersOf(MatterContent))),
    );
    expect(new Set(listed(itemSections))).toEqual(new Set(Object.keys(membersOf(HandlingItem))));
    expect(new Set(listed(bundleSections)).size).toBeGreaterThan(15);
  });

  it('says of a matter that begins what is missing, and where', () => {
    const { remarks, content } = listRemarks(
      MatterContent,
      toBlank(MatterContent),
      checkContent,
      'zh-CN',
    );
    expect(content).toBeUndefined();
    expect(remarks.map(({ place }) => place)).toContain('legalBasis');
    expect(remarks.find(({ place }) => place === 'name.zh')).toBeDefined();
  });

  it('begins a part with what must be there', () => {
    const { shape } = HandlingItem;
    expect(toBare(shape.commitment.shape.promise).isOptional).toBe(true);
    expect(toBlank(shape.tolerance)).toEqual({ allowed: false, supplementDays: 1 });
    expect(listChoices(shape.examination.shape.people)).toEqual([1, 2]);
  });

  it('gives a new part a key that nothing has', () => {
    expect(freeKey(['part-1', 'part-3'])).toBe('part-2');
    expect(freeKey([], 'item')).toBe('item-1');
  });

  it('moves a part one place, and none past the ends', () => {
    expect(moveEntry(['a', 'b', 'c'], 0, 1)).toEqual(['b', 'a', 'c']);
    expect(moveEntry(['a', 'b', 'c'], 0, -1)).toEqual(['a', 'b', 'c']);
    expect(moveEntry(['a', 'b', 'c'], 2, 3)).toEqual(['a', 'b', 'c']);
  });

  it('takes texts one a line', () => {
    expect(toLines(' 甲 \n\n乙\n')).toEqual(['甲', '乙']);
  });
});
