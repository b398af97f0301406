import { expect, test } from 'vitest';

import type {
  BundleGuide,
  BundleRequirements,
  RequiredPaper,
} from '#modules/casework/matters/contract.ts';

import { acceptOnPaper, deferPaper, type Reusable } from '../../parts/paper-entries.ts';
import { mayFollow, sharedReuse, toParts } from './bundle-parts.ts';

const FOOD = '01900000-0000-7000-8000-000000000001';
const SIGN = '01900000-0000-7000-8000-000000000002';

const aPaper = (key: string, isDeferrable = true): RequiredPaper =>
  ({
    need: 'required',
    paper: { key, name: { zh: key }, isMain: false, isDeferrable, originals: 1, copies: 0 },
  }) as RequiredPaper;

const aMember = (key: string, matterId: string, allowed: boolean) =>
  ({
    key,
    matterId,
    item: { key: 'new', tolerance: { allowed } },
  }) as BundleGuide['members'][number];

const guide = { members: [aMember('food', FOOD, true), aMember('sign', SIGN, true)] };

const drawings = {
  ...aPaper('drawings'),
  key: 'drawings',
  name: { zh: '图纸' },
  fills: [
    { member: 'food', paper: 'layout' },
    { member: 'sign', paper: 'effect-drawing' },
  ],
};

const required = {
  members: [
    { key: 'food', stage: 0, after: [], requirements: { papers: [aPaper('layout')] } },
    {
      key: 'sign',
      stage: 1,
      after: ['food'],
      requirements: { papers: [aPaper('effect-drawing')] },
    },
  ].map((member) => ({ ...member, answers: { q: [member.key] }, values: { f: member.key } })),
  papers: [drawings],
} as unknown as BundleRequirements;

const licence: Reusable = {
  source: 'licence',
  licenceId: '01900000-0000-7000-8000-000000000009',
  caseId: null,
  title: '营业执照',
  validTo: null,
  trust: 'A',
};

test('a paper that stands for several is handed in for each matter under the name it has there', () => {
  const [food, sign] = toParts(guide, required, { drawings: acceptOnPaper() });
  expect(food?.papers).toMatchObject([{ key: 'layout', state: 'accepted', originals: 1 }]);
  expect(sign?.papers).toMatchObject([{ key: 'effect-drawing', state: 'accepted' }]);
});

test('each matter gets its own answers and its own part of the form', () => {
  const parts = toParts(guide, required, {});
  expect(parts.map(({ matterId, answers, form }) => [matterId, answers, form])).toEqual([
    [FOOD, { q: ['food'] }, { f: 'food' }],
    [SIGN, { q: ['sign'] }, { f: 'sign' }],
  ]);
});

test('a matter that another waits for is said to come first', () => {
  expect(toParts(guide, required, {}).map(({ isPrerequisite }) => isPrerequisite)).toEqual([
    true,
    false,
  ]);
});

test('a paper follows later only where every matter that needs it lets it', () => {
  expect(mayFollow(drawings, guide, required)).toBe(true);
  const strict = { members: [aMember('food', FOOD, true), aMember('sign', SIGN, false)] };
  expect(mayFollow(drawings, strict, required)).toBe(false);
  expect(toParts(guide, required, { drawings: deferPaper() })[1]?.papers).toMatchObject([
    { state: 'deferred' },
  ]);
});

test('only what every matter can use again is offered', () => {
  const list = (key: string, reusable: readonly Reusable[]) =>
    ({ papers: [{ key, reusable }] }) as unknown as Parameters<typeof sharedReuse>[1][string];
  const both = { food: list('layout', [licence]), sign: list('effect-drawing', [licence]) };
  expect(sharedReuse(drawings, both)).toEqual([licence]);
  expect(sharedReuse(drawings, { ...both, sign: list('effect-drawing', []) })).toEqual([]);
});
