import type { GuardName } from '../../contract.ts';
import { aCasePaper, received, TERMS } from './test-around.ts';
import { type Asked, deferred } from './test-situation.ts';

const examination = (id: string, more: object = {}) => ({
  by: { id, name: id },
  at: '2026-03-03T01:00:00.000Z',
  passes: true,
  isSiteCheck: false,
  opinion: '同意',
  fileIds: [],
  ...more,
});
const special = (to: string | null) => ({
  id: 's',
  kind: 'testing' as const,
  from: '2026-03-03',
  to,
  neededDays: 5,
  reason: '',
  startedByName: '',
  result: '',
});
const sibling = (outcome: '0' | '1' | null) => ({
  id: 'x',
  caseNo: '2',
  name: { zh: '前置' },
  state: 'reviewing' as const,
  outcome,
  isPrerequisite: true,
});
const accepted = { ...received.facts, acceptedOn: '2026-03-02' };

/** In which situations the guards of this part are asked, and what they say there. */
export const handlingSituations = {
  'kind-of-procedure-lawful': [
    {
      when: 'the matter lists it',
      file: { facts: accepted },
      typed: { kind: 'testing', neededDays: 30 },
    },
    { when: 'it does not', says: 'cases/procedure-not-listed', typed: { kind: 'auction' } },
    {
      when: 'it takes longer',
      says: 'cases/procedure-too-long',
      typed: { kind: 'testing', neededDays: 31 },
    },
    {
      when: 'it began before the acceptance',
      says: 'cases/procedure-day-invalid',
      file: { facts: accepted },
      typed: { kind: 'testing', from: '2026-02-27' },
    },
    {
      when: 'it begins tomorrow',
      says: 'cases/procedure-day-invalid',
      file: { facts: accepted },
      typed: { kind: 'testing', from: '2026-03-03' },
    },
  ],
  'procedure-open': [
    {
      when: 'it runs',
      file: { specials: [special(null)] },
      more: { today: '2026-03-05' },
      typed: { specialId: 's' },
    },
    {
      when: 'it ended before',
      says: 'cases/procedure-not-open',
      file: { specials: [special('2026-03-04')] },
      typed: { specialId: 's' },
    },
    {
      when: 'there is no such one',
      says: 'cases/procedure-not-open',
      file: { specials: [special(null)] },
      typed: { specialId: 't' },
    },
    {
      when: 'it would end before it began',
      says: 'cases/procedure-day-invalid',
      file: { specials: [special(null)] },
      more: { today: '2026-03-05' },
      typed: { specialId: 's', to: '2026-03-02' },
    },
    {
      when: 'it would end tomorrow',
      says: 'cases/procedure-day-invalid',
      file: { specials: [special(null)] },
      more: { today: '2026-03-05' },
      typed: { specialId: 's', to: '2026-03-06' },
    },
  ],
  'extension-lawful': [
    { when: 'it is the first, of ten days', typed: { days: 10 } },
    { when: 'it is of eleven', says: 'cases/extension-too-long', typed: { days: 11 } },
    {
      when: 'there was one',
      says: 'cases/extended-before',
      file: { extension: { days: 1, on: '2026-03-05', reason: '', byName: '' } },
      typed: { days: 1 },
    },
  ],
  'limit-not-passed': [
    { when: 'it is the last day', file: { facts: accepted }, more: { today: '2026-03-30' } },
    {
      when: 'the law’s day is over',
      says: 'cases/limit-passed',
      file: { facts: accepted },
      more: { today: '2026-03-31' },
    },
  ],
  'opinion-open': [
    {
      when: 'it is asked',
      more: { opinions: [{ id: 'o', departmentId: 'd', isOpen: true }] },
      typed: { opinionId: 'o' },
    },
    {
      when: 'it was given',
      says: 'cases/opinion-closed',
      more: { opinions: [{ id: 'o', departmentId: 'd', isOpen: false }] },
      typed: { opinionId: 'o' },
    },
  ],
  'examiner-takes-part-once': [
    { when: 'somebody else did', file: { examinations: [examination('a')] } },
    {
      when: 'it is the place this time',
      file: { examinations: [examination('b')] },
      typed: { isSiteCheck: true },
    },
    { when: 'they did', says: 'cases/examined-before', file: { examinations: [examination('b')] } },
  ],
  examined: [
    { when: 'two passed it', file: { examinations: [examination('c'), examination('d')] } },
    { when: 'one did', says: 'cases/not-examined', file: { examinations: [examination('c')] } },
    {
      when: 'one passed, one objects',
      says: 'cases/not-examined',
      file: { examinations: [examination('c'), examination('d', { passes: false })] },
    },
    { when: 'it is decided on a promise', file: { acceptMode: 'promise' } },
    {
      when: 'it is decided on the spot',
      file: { terms: { ...TERMS, examiners: 1, promised: { count: 0, unit: 'working-day' } } },
    },
  ],
  'place-checked': [
    { when: 'no place is asked for' },
    {
      when: 'one went there',
      says: 'cases/place-not-checked',
      file: {
        terms: { ...TERMS, siteCheck: true },
        examinations: [examination('c', { isSiteCheck: true }), examination('d')],
      },
    },
    {
      when: 'two went there',
      file: {
        terms: { ...TERMS, siteCheck: true },
        examinations: ['c', 'd'].map((id) => examination(id, { isSiteCheck: true })),
      },
    },
  ],
  'supplements-in': [
    { when: 'all came', more: { papers: [aCasePaper()] } },
    {
      when: 'one is still to come',
      says: 'cases/supplements-outstanding',
      more: { papers: [deferred] },
    },
  ],
  'third-parties-informed': [
    { when: 'none are concerned' },
    {
      when: 'they were told',
      file: {
        terms: { ...TERMS, informThirdParties: true },
        thirdPartiesInformedOn: '2026-03-04',
      },
    },
    {
      when: 'they were not',
      says: 'cases/third-parties-not-informed',
      file: { terms: { ...TERMS, informThirdParties: true } },
    },
  ],
  'decider-not-examiner': [
    { when: 'others examined', file: { examinations: [examination('c')] } },
    {
      when: 'they examined it',
      says: 'cases/own-examination',
      file: { examinations: [examination('b')] },
    },
  ],
  'prerequisites-approved': [
    { when: 'it was granted', more: { siblings: [sibling('0')] } },
    { when: 'it was denied', says: 'cases/prerequisite-open', more: { siblings: [sibling('1')] } },
    { when: 'it is open', says: 'cases/prerequisite-open', more: { siblings: [sibling(null)] } },
  ],
  'reason-and-remedy': [
    { when: 'both are given', typed: { reason: '不符合条件', remedy: '复议' } },
    {
      when: 'the remedy is blank',
      says: 'cases/remedy-missing',
      typed: { reason: '不符合', remedy: ' ' },
    },
    { when: 'the reason lacks', says: 'cases/remedy-missing', typed: { remedy: '复议' } },
  ],
  'ground-to-terminate': [
    {
      when: 'the corrections never came',
      file: { state: 'correcting', facts: { ...received.facts, correctionDueOn: '2026-03-20' } },
      more: { today: '2026-03-21' },
      typed: { ground: 'correction-overdue' },
    },
    {
      when: 'there is a day left to correct',
      says: 'cases/no-ground',
      file: { state: 'correcting', facts: { ...received.facts, correctionDueOn: '2026-03-20' } },
      more: { today: '2026-03-20' },
      typed: { ground: 'correction-overdue' },
    },
    {
      when: 'the rest never came',
      file: { supplementDueOn: '2026-03-12' },
      more: { today: '2026-03-13', papers: [deferred] },
      typed: { ground: 'supplement-overdue' },
    },
    {
      when: 'the rest came',
      says: 'cases/no-ground',
      file: { supplementDueOn: '2026-03-12' },
      more: { today: '2026-03-13', papers: [aCasePaper()] },
      typed: { ground: 'supplement-overdue' },
    },
    { when: 'the applicant is gone', typed: { ground: 'applicant-gone' } },
  ],
} satisfies Partial<Record<GuardName, readonly Asked[]>>;
