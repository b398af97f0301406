import type { Words } from '#kernel/problems/contract.ts';
import { ProblemError } from '#kernel/problems/problem-error.ts';

import { problems } from '../../contract.ts';
import type { Text } from '../../contract/of-matters.ts';
import type { Around, Typed } from './around.ts';
import { latestSupplement } from './deadlines.ts';

/** A refusal, or nothing when the act may go on. */
export type Guard = (around: Around, typed: Typed) => ProblemError | undefined;

/** A name in the languages that it has. */
export const toWords = ({ zh, en = zh }: Text): Words => ({ 'zh-CN': zh, en });

/** Several names in a row. */
export const listNames = (of: ReadonlyArray<{ readonly name: Text }>): Words => {
  const all = of.map(({ name }) => toWords(name));
  return {
    'zh-CN': all.map((name) => name['zh-CN']).join('、'),
    en: all.map(({ en }) => en).join(', '),
  };
};

export const formComplete: Guard = ({ formFaults, unanswered }) => {
  if (unanswered.length > 0)
    return new ProblemError(problems.questionsUnanswered, {}, { more: { questions: unanswered } });
  if (formFaults.length === 0) return undefined;
  return new ProblemError(
    problems.formIncomplete,
    { count: formFaults.length },
    { faults: formFaults },
  );
};

/** All required papers are in; with 容缺 those put off by agreement may lack, on 告知承诺 those promised. */
export const papersComplete: Guard = ({ papers }, { mode = 'complete' }) => {
  const isIn = (state: string) =>
    state === 'pending' ||
    state === 'accepted' ||
    state === 'exempt' ||
    (mode === 'tolerant' && state === 'deferred');
  const missing = papers.filter(({ need, state, source }) => {
    const isPromised = mode === 'promise' && source === 'promise';
    return need === 'required' && !isIn(state) && !isPromised;
  });
  if (missing.length === 0) return undefined;
  const keys = missing.map(({ key }) => key);
  return new ProblemError(
    problems.papersMissing,
    { names: listNames(missing) },
    { more: { keys } },
  );
};

/** 容缺: only secondary papers, promised in writing, early enough before the promised day. */
export const toleranceLawful: Guard = (around, typed) => {
  if (typed.mode !== 'tolerant') return undefined;
  const { file, papers, settings, today } = around;
  if (!file.terms.toleranceAllowed) return new ProblemError(problems.toleranceNotAllowed);
  const deferred = papers.filter(({ state }) => state === 'deferred');
  const main = deferred.find(({ isMain }) => isMain);
  if (main) return new ProblemError(problems.mainPaperMissing, { name: toWords(main.name) });
  const unfit = deferred.find(({ isDeferrable }) => !isDeferrable);
  if (unfit) return new ProblemError(problems.notDeferrable, { name: toWords(unfit.name) });
  if (typed.promised !== true) return new ProblemError(problems.toleranceNotPromised);
  const latest = latestSupplementOf(around);
  const due = typed.supplementDueOn ?? latest;
  if (due <= latest && due > today) return undefined;
  return new ProblemError(problems.supplementTooLate, {
    latest,
    before: settings.supplementBefore,
    most: Math.min(settings.supplementMostDays, file.terms.supplementDays),
  });
};

/** The latest day for papers that follow, were the case accepted today. */
export function latestSupplementOf({ file, calendar, settings, today }: Around): string {
  const { promised, supplementDays } = file.terms;
  const promisedDueOn = toPromisedDay(promised, calendar, today);
  return latestSupplement(today, promisedDueOn, calendar, {
    supplementBefore: settings.supplementBefore,
    supplementMostDays: Math.min(settings.supplementMostDays, supplementDays),
  });
}

function toPromisedDay(
  limit: Around['file']['terms']['promised'],
  calendar: Around['calendar'],
  today: string,
): string {
  const natural = { onDayOff: 'next-working-day' } as const;
  switch (limit.unit) {
    case 'working-day':
      return calendar.addWorkingDays(today, limit.count).dueOn;
    case 'natural-day':
      return calendar.addNaturalDays(today, limit.count, natural).dueOn;
    case 'month':
      return calendar.addMonths(today, limit.count, natural).dueOn;
  }
}

const EXCLUDED: Readonly<Record<string, Words>> = {
  'public-safety': {
    'zh-CN': '直接涉及公共安全',
    en: 'it directly concerns public safety',
  },
  environment: {
    'zh-CN': '直接涉及生态环境保护',
    en: 'it directly concerns the environment',
  },
  'health-property': {
    'zh-CN': '直接关系人身健康、生命财产安全',
    en: 'it directly concerns health, life and property',
  },
};
const ON_THE_SPOT = { 'zh-CN': '该事项当场办结', en: 'it is decided on the spot' };
const NOT_LISTED = { 'zh-CN': '办事指南未列明', en: 'the guide does not offer it' };

/** 告知承诺: open to the matter, not of the kinds excluded by law, not for what is decided on the spot. */
export const promiseLawful: Guard = ({ file }, { mode, promised }) => {
  if (mode !== 'promise') return undefined;
  const not = (reason: Words) => new ProblemError(problems.promiseNotAllowed, { reason });
  const { promiseExcluded, promiseAllowed, promised: limit } = file.terms;
  const excluded = EXCLUDED[promiseExcluded];
  if (excluded !== undefined) return not(excluded);
  if (limit.count === 0) return not(ON_THE_SPOT);
  if (!promiseAllowed) return not(NOT_LISTED);
  return promised === true ? undefined : new ProblemError(problems.promiseNotSigned);
};

const noticeDueOn = ({ deadlines }: Around) =>
  deadlines.limits.find(({ name }) => name === 'notice')?.dueOn ?? '';

/** Until 23:59:59 of the fifth working day; afterwards the case counts as accepted. */
export const noticeInTime: Guard = (around, { dueOn }) => {
  if (around.today > noticeDueOn(around))
    return new ProblemError(problems.noticeTooLate, { dueOn: noticeDueOn(around) });
  return dueOn !== undefined && dueOn <= around.today
    ? new ProblemError(problems.correctionDueInvalid)
    : undefined;
};

export const noticeOverdue: Guard = (around) =>
  around.today > noticeDueOn(around)
    ? undefined
    : new ProblemError(problems.noticeNotOverdue, { dueOn: noticeDueOn(around) });

/** 一次告知: a later notice holds only what something newly handed in brought about. */
export const onlyNewDefects: Guard = ({ file }, { items = [] }) => {
  if (file.corrections.length === 0) return undefined;
  const changed = new Set(file.lastChanged);
  const known = items.find(
    ({ consequenceOf }) => consequenceOf === undefined || !changed.has(consequenceOf),
  );
  return known && new ProblemError(problems.defectKnownBefore, { defect: known.defect });
};

/** 异地代收: nothing is decided before the owner has the papers. */
export const notCollectedElsewhere: Guard = ({ file: { proxy, receivedAt } }) =>
  proxy !== null && receivedAt === null ? new ProblemError(problems.collectedElsewhere) : undefined;

export const authorityNamed: Guard = (_, { authority = '' }) =>
  authority.trim() === '' ? new ProblemError(problems.authorityMissing) : undefined;

export const reasonGiven: Guard = (_, { reason = '' }) =>
  reason.trim() === '' ? new ProblemError(problems.reasonMissing) : undefined;
