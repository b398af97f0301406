import { expect, it } from 'vitest';

import {
  type AcknowledgedCase,
  acceptedCasesAreComplete,
  caseCountsAgree,
  type CaseFacts,
  caseHistoriesAreWhole,
  noCaseIsLost,
} from './cases.ts';

const acknowledged: AcknowledgedCase = {
  caseId: 'c1',
  caseNo: '2024-0001',
  version: 2,
  state: 'accepted',
  isAccepted: true,
  hasDeferred: false,
};
const paper = (state: 'accepted' | 'missing' | 'deferred') => ({
  key: 'statement',
  name: { zh: '情况说明', en: 'Statement' },
  need: 'required' as const,
  isMain: false,
  isDeferrable: true,
  state,
  source: null,
  trust: null,
  fileIds: [],
  originals: 1,
  copies: 0,
  licenceId: null,
  fromCaseId: null,
  note: '',
});
const file = {
  caseNo: '2024-0001',
  state: 'accepted' as const,
  version: 2,
  papers: [paper('accepted')],
  acceptedOn: '2024-03-18' as string | null,
  promisedDueOn: '2024-03-26' as string | null,
  statutoryDueOn: '2024-04-16' as string | null,
};
const history = [
  { seq: 1, fromState: null, toState: 'received' as const },
  { seq: 2, fromState: 'received' as const, toState: 'accepted' as const },
];
type Shown = CaseFacts['found'] extends ReadonlyMap<string, infer T> ? T : never;

const facts = (more: {
  shown?: Partial<Shown>;
  known?: Partial<AcknowledgedCase>;
  listed?: string[];
}) => ({
  acknowledged: [{ ...acknowledged, ...more.known }],
  found: new Map<string, Shown>([['c1', { file, history, ...more.shown }]]),
  listed: (more.listed ?? ['c1']).map((id) => ({
    id,
    caseNo: '2024-0001',
    state: 'accepted' as const,
  })),
  counts: [{ state: 'accepted' as const, count: 1 }],
});
const count = ({ violations }: { violations: readonly unknown[] }) => violations.length;

it('keeps quiet about a case as it should be', () => {
  expect(count(noCaseIsLost(facts({})))).toBe(0);
  expect(count(acceptedCasesAreComplete(facts({})))).toBe(0);
  expect(count(caseHistoriesAreWhole(facts({})))).toBe(0);
});

it('finds a case that is gone, set back, of nobody, or under the number of another', () => {
  expect(count(noCaseIsLost({ ...facts({}), found: new Map() }))).toBe(1);
  expect(count(noCaseIsLost(facts({ known: { version: 3 } })))).toBe(1);
  expect(count(noCaseIsLost(facts({ known: { state: 'reviewing' } })))).toBe(1);
  expect(count(noCaseIsLost(facts({ listed: ['c1', 'c2'] })))).toBe(2);
});

it('finds an accepted case without a paper or without its days', () => {
  const missing = { file: { ...file, papers: [paper('missing')] } };
  expect(count(acceptedCasesAreComplete(facts({ shown: missing })))).toBe(1);
  const undated = { file: { ...file, promisedDueOn: null } };
  expect(count(acceptedCasesAreComplete(facts({ shown: undated })))).toBe(1);
  const deferred = { file: { ...file, papers: [paper('deferred')] } };
  expect(count(acceptedCasesAreComplete(facts({ shown: deferred })))).toBe(1);
  expect(
    count(acceptedCasesAreComplete(facts({ shown: deferred, known: { hasDeferred: true } }))),
  ).toBe(0);
});

it('finds a history with a gap, a break or another end', () => {
  expect(count(caseHistoriesAreWhole(facts({ shown: { history: history.slice(1) } })))).toBe(2);
  const broken = [history[0], { seq: 2, fromState: 'draft', toState: 'accepted' }] as never;
  expect(count(caseHistoriesAreWhole(facts({ shown: { history: broken } })))).toBe(1);
  const elsewhere = { file: { ...file, state: 'approved' as const } };
  expect(count(caseHistoriesAreWhole(facts({ shown: elsewhere })))).toBe(1);
});

it('finds a count of open cases that is not what there is, and asks nothing about ended ones', () => {
  expect(count(caseCountsAgree(facts({})))).toBe(0);
  expect(count(caseCountsAgree(facts({ listed: ['c1', 'c2'] })))).toBe(1);
  expect(count(caseCountsAgree(facts({ listed: [] })))).toBe(1);
  const ended = { id: 'c1', caseNo: '2024-0001', state: 'archived' as const };
  expect(count(caseCountsAgree({ listed: [ended], counts: [] }))).toBe(0);
});
