import { DEFAULT_SETTINGS, type GuardName } from '../../contract.ts';
import { aCasePaper, TERMS } from './test-around.ts';
import { type Asked, deferred, proxy } from './test-situation.ts';

const correction = { noticeNo: 1, toldOn: '2026-03-02', dueOn: '2026-03-20', items: [] };
const TOLERANT = { mode: 'tolerant', promised: true } as const;
const PROMISE = { mode: 'promise', promised: true } as const;

/** In which situations the guards of this part are asked, and what they say there. */
export const intakeSituations = {
  'form-complete': [
    { when: 'all is filled in' },
    {
      when: 'a question is open',
      says: 'cases/questions-unanswered',
      more: {
        unanswered: ['way'],
        formFaults: [{ path: 'a', reason: { 'zh-CN': '请填写', en: 'Fill this in' } }],
      },
    },
    {
      when: 'a field is wrong',
      says: 'cases/form-incomplete',
      more: { formFaults: [{ path: 'a', reason: { 'zh-CN': '请填写', en: 'Fill this in' } }] },
    },
  ],
  'papers-complete': [
    { when: 'the paper is in', more: { papers: [aCasePaper()] } },
    {
      when: 'the missing one is optional',
      more: { papers: [aCasePaper({ need: 'optional', state: 'missing' })] },
    },
    {
      when: 'one lacks',
      says: 'cases/papers-missing',
      more: { papers: [aCasePaper({ state: 'missing' })] },
    },
    { when: 'one follows, unsaid', says: 'cases/papers-missing', more: { papers: [deferred] } },
    { when: 'one follows by agreement', more: { papers: [deferred] }, typed: TOLERANT },
    {
      when: 'it is promised',
      more: { papers: [aCasePaper({ state: 'missing', source: 'promise' })] },
      typed: PROMISE,
    },
  ],
  'tolerance-lawful': [
    { when: 'nothing is put off' },
    { when: 'a minor paper is promised', more: { papers: [deferred] }, typed: TOLERANT },
    {
      when: 'the matter knows none',
      says: 'cases/tolerance-not-allowed',
      file: { terms: { ...TERMS, toleranceAllowed: false } },
      typed: TOLERANT,
    },
    {
      when: 'a main paper is put off',
      says: 'cases/main-paper-missing',
      more: { papers: [aCasePaper({ state: 'deferred', isMain: true })] },
      typed: TOLERANT,
    },
    {
      when: 'the paper is not of those',
      says: 'cases/not-deferrable',
      more: { papers: [aCasePaper({ state: 'deferred', isDeferrable: false })] },
      typed: TOLERANT,
    },
    {
      when: 'nothing is promised',
      says: 'cases/tolerance-not-promised',
      typed: { mode: 'tolerant' },
    },
    // Eight working days by the matter: 2026-03-12.
    { when: 'the day is the latest', typed: { ...TOLERANT, supplementDueOn: '2026-03-12' } },
    {
      when: 'the day is too late',
      says: 'cases/supplement-too-late',
      typed: { ...TOLERANT, supplementDueOn: '2026-03-13' },
    },
    {
      when: 'the day is today',
      says: 'cases/supplement-too-late',
      typed: { ...TOLERANT, supplementDueOn: '2026-03-02' },
    },
    // Promised for 2026-03-18; the centre asks for two working days before it, or for none.
    {
      when: 'the day is a day before the promise',
      says: 'cases/supplement-too-late',
      file: { terms: { ...TERMS, supplementDays: 20 } },
      typed: { ...TOLERANT, supplementDueOn: '2026-03-17' },
    },
    {
      when: 'the day is a day before the promise, and the rule is switched off',
      file: { terms: { ...TERMS, supplementDays: 20 } },
      more: { settings: { ...DEFAULT_SETTINGS, supplementBefore: 0 } },
      typed: { ...TOLERANT, supplementDueOn: '2026-03-17' },
    },
  ],
  'promise-lawful': [
    { when: 'no promise is made', file: { terms: { ...TERMS, promiseAllowed: false } } },
    { when: 'it is signed', typed: PROMISE },
    { when: 'it is not signed', says: 'cases/promise-not-signed', typed: { mode: 'promise' } },
    ...['public-safety', 'environment', 'health-property'].map((promiseExcluded) => ({
      when: `the law excludes it: ${promiseExcluded}`,
      says: 'cases/promise-not-allowed',
      file: { terms: { ...TERMS, promiseExcluded } },
      typed: PROMISE,
    })),
    {
      when: 'it is decided on the spot',
      says: 'cases/promise-not-allowed',
      file: { terms: { ...TERMS, promised: { count: 0, unit: 'working-day' } } },
      typed: PROMISE,
    },
    {
      when: 'the guide has none',
      says: 'cases/promise-not-allowed',
      file: { terms: { ...TERMS, promiseAllowed: false } },
      typed: PROMISE,
    },
  ],
  'notice-in-time': [
    { when: 'it is the fifth day', more: { today: '2026-03-09' }, typed: { dueOn: '2026-03-20' } },
    { when: 'it is the sixth day', says: 'cases/notice-too-late', more: { today: '2026-03-10' } },
    {
      when: 'the day is today',
      says: 'cases/correction-due-invalid',
      typed: { dueOn: '2026-03-02' },
    },
    {
      when: 'the day is past',
      says: 'cases/correction-due-invalid',
      typed: { dueOn: '2026-02-27' },
    },
  ],
  'only-new-defects': [
    { when: 'it is the first notice', typed: { items: [{ defect: '未盖章' }] } },
    {
      when: 'it follows from what was handed in',
      file: { corrections: [correction], lastChanged: ['report'] },
      typed: { items: [{ defect: '面积不符', consequenceOf: 'report' }] },
    },
    {
      when: 'it follows from nothing new',
      says: 'cases/defect-known-before',
      file: { corrections: [correction], lastChanged: ['report'] },
      typed: { items: [{ defect: '面积不符', consequenceOf: 'layout' }] },
    },
    {
      when: 'it was there to see',
      says: 'cases/defect-known-before',
      file: { corrections: [correction] },
      typed: { items: [{ defect: '未盖章' }] },
    },
  ],
  'not-collected-elsewhere': [
    { when: 'it came in here' },
    {
      when: 'the owner has it',
      file: { proxy: proxy('sent'), receivedAt: '2026-03-04T01:00:00.000Z' },
    },
    { when: 'it is on its way', says: 'cases/collected-elsewhere', file: { proxy: proxy('sent') } },
  ],
  'notice-overdue': [
    { when: 'the fifth day is over', more: { today: '2026-03-10' } },
    { when: 'the fifth day runs', says: 'cases/notice-not-overdue', more: { today: '2026-03-09' } },
  ],
  'authority-named': [
    { when: 'it is named', typed: { authority: '市卫生健康委员会' } },
    { when: 'it is blank', says: 'cases/authority-missing', typed: { authority: ' ' } },
    { when: 'it is left out', says: 'cases/authority-missing' },
  ],
  'reason-given': [
    { when: 'it is given', typed: { reason: '出差' } },
    { when: 'it is blank', says: 'cases/reason-missing', typed: { reason: ' ' } },
    { when: 'it is left out', says: 'cases/reason-missing' },
  ],
} satisfies Partial<Record<GuardName, readonly Asked[]>>;
