import { expect, test } from 'vitest';

import type { RequiredPaper } from '#modules/casework/matters/contract.ts';

import {
  acceptAll,
  acceptOnPaper,
  deferPaper,
  type Reusable,
  standingOf,
  suggestReuse,
  toPaperInputs,
  withFiles,
} from './paper-entries.ts';

function aPaper(key: string, more: Partial<RequiredPaper['paper']> = {}): RequiredPaper {
  return {
    need: 'required',
    paper: {
      key,
      name: { zh: key },
      kind: 'other',
      necessity: '1',
      isMain: false,
      isDeferrable: false,
      form: '3',
      submission: '1',
      source: '10',
      originals: 1,
      copies: 2,
      sheet: 'A4',
      acceptStandards: [],
      ...more,
    },
  } as RequiredPaper;
}

const licence: Reusable = {
  source: 'licence',
  licenceId: '01900000-0000-7000-8000-000000000001',
  caseId: null,
  title: '营业执照',
  validTo: null,
  trust: 'A',
};
const earlier: Reusable = {
  source: 'earlier-case',
  licenceId: null,
  caseId: '01900000-0000-7000-8000-000000000002',
  title: '平面图',
  validTo: null,
  trust: 'B',
};

test('nothing can be accepted while a required paper is missing', () => {
  const papers = [aPaper('plan'), aPaper('lease')];
  expect(standingOf({ plan: acceptOnPaper() }, papers, true).mode).toBeUndefined();
});

test('with all papers in, it is complete', () => {
  const papers = [aPaper('plan'), aPaper('lease')];
  expect(standingOf(acceptAll({}, papers), papers, false).mode).toBe('complete');
});

test('a secondary paper may follow where the matter knows 容缺', () => {
  const papers = [aPaper('plan'), aPaper('lease', { isDeferrable: true })];
  const entries = { plan: acceptOnPaper(), lease: deferPaper() };
  expect(standingOf(entries, papers, true).mode).toBe('tolerant');
  expect(standingOf(entries, papers, false).mode).toBeUndefined();
});

test('the main paper never follows later', () => {
  const papers = [aPaper('plan', { isMain: true, isDeferrable: true })];
  expect(standingOf({ plan: deferPaper() }, papers, true).mode).toBeUndefined();
});

test('a licence goes before an earlier paper, and never over what the clerk decided', () => {
  const asked = [{ key: 'business', need: 'required' as const, reusable: [earlier, licence] }];
  expect(suggestReuse({}, asked)['business']).toMatchObject({ source: 'licence' });
  expect(suggestReuse({ business: deferPaper() }, asked)['business']?.state).toBe('deferred');
});

test('taking all in leaves what was put off or reused as it is', () => {
  const papers = [aPaper('plan'), aPaper('lease')];
  const entries = acceptAll({ lease: deferPaper() }, papers);
  expect(entries['lease']?.state).toBe('deferred');
  expect(entries['plan']?.state).toBe('accepted');
});

test('a paper without its last file is missing again', () => {
  expect(withFiles(withFiles(undefined, ['a'], 'pending'), [], 'pending').state).toBe('missing');
});

test('what is sent says how many originals and copies the matter wants, and nothing of missing papers', () => {
  const papers = [aPaper('plan'), aPaper('lease')];
  expect(toPaperInputs({ plan: acceptOnPaper() }, papers)).toEqual([
    expect.objectContaining({ key: 'plan', originals: 1, copies: 2, source: 'paper' }),
  ]);
});
