import { describe, expect, it } from 'vitest';

import { isHandlingItemCode, isImplementationCode } from '#kernel/ids/implementation-code.ts';
import {
  BundleContent,
  checkBundle,
  checkContent,
  MatterContent,
  resolveBundle,
  resolveRequirements,
  THEMES,
} from '#modules/casework/matters/contract.ts';

import { column, dangling, readRows, repeated } from './checks/support.ts';
import { convenienceStore } from './matters/bundles/convenience-store.ts';
import { bundles } from './matters/bundles/index.ts';
import { openRestaurant } from './matters/bundles/open-restaurant.ts';
import { foodLicence } from './matters/food-licence.ts';
import { matters } from './matters/index.ts';
import { licenceKinds } from './matters/kit/licence-kinds.ts';
import { realEstateTransfer } from './matters/real-estate-transfer.ts';

const departments = readRows('organisation/departments.csv');
const sites = readRows('organisation/sites.csv');
const items = matters.flatMap((matter) => matter.items);
const byCode = new Map(items.map((item) => [item.code, item]));

const itemsOf = (bundle: BundleContent) =>
  Object.fromEntries(
    bundle.members.flatMap(({ key, itemCode }) => {
      const found = byCode.get(itemCode);
      return found === undefined ? [] : [[key, found] as const];
    }),
  );

const onlyItem = (matter: MatterContent, key: string) => {
  const found = matter.items.find((item) => item.key === key);
  if (found === undefined) throw new Error(`No item ${key}`);
  return found;
};

describe('the matters of the centre', () => {
  it('cover the twenty of the plan, three of them as two', () => {
    expect(matters).toHaveLength(23);
    expect(repeated(matters.map(({ name }) => name.zh))).toEqual([]);
  });

  it.each(matters.map((matter) => [matter.name.zh, matter] as const))(
    '%s says everything, and nothing against the rules',
    (_name, matter) => {
      expect(MatterContent.safeParse(matter).error).toBeUndefined();
      expect(checkContent(matter)).toEqual([]);
    },
  );

  it('have codes that are valid and belong to one alone', () => {
    for (const matter of matters) {
      expect(isImplementationCode(matter.taskCode)).toBe(true);
      for (const item of matter.items) expect(isHandlingItemCode(item.code)).toBe(true);
    }
    expect(repeated(matters.map(({ catalogCode }) => catalogCode))).toEqual([]);
    expect(repeated(matters.map(({ taskCode }) => taskCode))).toEqual([]);
    expect(repeated(items.map(({ code }) => code))).toEqual([]);
  });

  it('are handled by departments and at places that the centre has', () => {
    const codes = matters.map(({ authority }) => authority.departmentCode);
    expect(dangling(codes, column(departments, 'code'))).toEqual([]);
    const places = [...matters, ...bundles].flatMap((one) =>
      one.places.map(({ siteCode }) => siteCode),
    );
    expect(dangling(places, column(sites, 'code'))).toEqual([]);
    const shorts = column(departments, 'shortZh');
    expect(
      dangling(
        matters.flatMap((matter) => matter.coDepartments),
        shorts,
      ),
    ).toEqual([]);
  });

  it('have forms of a size that people fill in, with kinds that fit', () => {
    const kinds = new Set<string>();
    for (const item of items) {
      const fields = item.form.sections.flatMap((section) => section.fields);
      expect([item.code, fields.length >= 8 && fields.length <= 25]).toEqual([item.code, true]);
      for (const field of fields) kinds.add(field.kind);
    }
    expect([...kinds].toSorted()).toEqual([
      'address',
      'choice',
      'date',
      'email',
      'file',
      'firm',
      'money',
      'number',
      'person',
      'phone',
      'premises',
      'signature',
      'statement',
      'table',
      'text',
      'yes-no',
    ]);
  });

  it('speak English wherever they speak Chinese to visitors', () => {
    const words: unknown[] = [];
    JSON.stringify([matters, bundles], (_key, value: unknown) => {
      if (typeof value === 'object' && value !== null && 'zh' in value) words.push(value);
      return value;
    });
    expect(words.length).toBeGreaterThan(3_000);
    expect(words.filter((one) => !/[A-Za-z]|%/u.test((one as { en?: string }).en ?? ''))).toEqual(
      [],
    );
  });

  it('answer at least three questions that people ask', () => {
    expect(items.filter((item) => item.faq.length < 3).map(({ code }) => code)).toEqual([]);
  });

  it('name kinds of licence and themes that exist', () => {
    const kinds = items.flatMap((item) => [
      ...item.papers.flatMap((paper) => paper.licenceKind ?? []),
      ...(item.result.licenceKind === undefined ? [] : [item.result.licenceKind]),
    ]);
    expect(dangling(kinds, Object.keys(licenceKinds))).toEqual([]);
    const issued = items.flatMap(({ result }) => result.licenceKind ?? []);
    expect(dangling(issued, column(readRows('licences/kinds.csv'), 'code'))).toEqual([]);
    const themes = [...matters, ...bundles].flatMap((one) => one.themes);
    expect(dangling(themes, Object.keys(THEMES))).toEqual([]);
  });

  it('let nobody defer what the decision rests on', () => {
    for (const item of items) {
      const deferrable = item.papers.filter((paper) => paper.isDeferrable);
      expect([item.code, deferrable.some((paper) => paper.isMain)]).toEqual([item.code, false]);
      expect([item.code, item.tolerance.allowed]).toEqual([item.code, deferrable.length > 0]);
    }
  });
});

describe('what an application needs', () => {
  it('costs 80 yuan for a home and 550 yuan for a shop to change hands', () => {
    const item = onlyItem(realEstateTransfer, 'transfer');
    const answers = { reason: ['sale'], mortgaged: ['no'], agent: ['no'] };
    const feeOf = (use: string) =>
      resolveRequirements(item, { ...answers, use: [use] }, {}).totalFen;
    expect([feeOf('home'), feeOf('other')]).toEqual([8_000, 55_000]);
  });

  it('is promised sooner where the applicant promises', () => {
    const item = onlyItem(foodLicence, 'new');
    const promised = (way: string) =>
      resolveRequirements(item, { business: ['catering'], way: [way] }, {}).promised.count;
    expect([promised('ordinary'), promised('promise')]).toEqual([12, 5]);
  });
});

describe('the bundles of the centre', () => {
  it.each(bundles.map((bundle) => [bundle.name.zh, bundle] as const))(
    '%s hangs together',
    (_name, bundle) => {
      expect(BundleContent.safeParse(bundle).error).toBeUndefined();
      expect(checkBundle(bundle, itemsOf(bundle))).toEqual([]);
    },
  );

  it('open a restaurant with two papers instead of seventeen', () => {
    const needs = resolveBundle(
      openRestaurant,
      itemsOf(openRestaurant),
      {
        'shop-kind': ['restaurant'],
        items: ['hot'],
        chain: ['no'],
        'dine-in': ['yes'],
        sign: ['yes'],
        area: ['small'],
        fitted: ['no'],
        way: ['promise'],
        agent: ['no'],
        'sign-position': ['facade'],
        'sign-illuminated': ['no'],
        'sign-conforming': ['yes'],
        'sign-listed': ['no'],
      },
      {},
    );
    expect(needs.unanswered).toEqual([]);
    expect(needs.members.map(({ key }) => key)).toEqual(['food', 'sign', 'fire']);
    expect(needs.members.flatMap(({ requirements }) => requirements.papers)).toHaveLength(17);
    const asked = needs.papers.filter(({ need }) => need !== 'exempt');
    expect(asked.map(({ key }) => key)).toEqual(['application', 'drawings']);
  });

  it('leave out what a shop does not do', () => {
    const needs = resolveBundle(
      convenienceStore,
      itemsOf(convenienceStore),
      { 'applicant-type': ['trader'], tobacco: ['no'], sign: ['no'] },
      {},
    );
    expect(needs.members.map(({ key }) => key)).toEqual(['food']);
  });
});
