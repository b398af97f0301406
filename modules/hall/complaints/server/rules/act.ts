import type { Day } from '#kernel/clock/day.ts';
import { ProblemError } from '#kernel/problems/problem-error.ts';

import {
  type Act,
  type ActInput,
  actWords,
  isLawful,
  problems,
  type Satisfaction,
  type State,
  stateWords,
  steps,
} from '../../contract.ts';

/** What of a complaint and of whoever acts decides whether an act may be done. */
export interface Around {
  readonly state: State;
  readonly mainId: string | null;
  readonly assistingIds: readonly string[];
  readonly targetDepartmentId: string | null;
  readonly targetPersonId: string | null;
  readonly wasExtended: boolean;
  readonly wasRedone: boolean;
  readonly wasForced: boolean;
  readonly satisfaction: Satisfaction | null;
  readonly returnUntil: Day;
  readonly handleDueOn: Day;
  readonly extensionMost: number;
  readonly today: Day;
}

export interface Who {
  readonly personId: string | null;
  readonly departmentId: string | null;
}

/** Why an act is not possible for this person now; undefined when it may be tried. */
export function findRefusal(act: Act, around: Around, who: Who): ProblemError | undefined {
  if (!isLawful(act, around.state)) {
    return new ProblemError(problems.notLawful, {
      state: stateWords[around.state],
      act: actWords[act],
    });
  }
  if (who.personId !== null && who.personId === around.targetPersonId)
    return new ProblemError(problems.targetPerson);
  return findConflict(act, around, who) ?? findBlocker(act, around);
}

/** Who handles it, or is the unit that it is about, does not supervise it. */
function findConflict(act: Act, around: Around, who: Who): ProblemError | undefined {
  const isJudging = ['review', 'send-back', 'call-back', 'close', 'redo'].includes(act);
  if (!isJudging || who.departmentId === null) return undefined;
  const own = [around.mainId, around.targetDepartmentId, ...around.assistingIds];
  return own.includes(who.departmentId) ? new ProblemError(problems.sameUnit) : undefined;
}

function findBlocker(act: Act, around: Around): ProblemError | undefined {
  switch (act) {
    case 'accept':
      return around.mainId === null ? missing('unit') : undefined;
    case 'request-return':
      return around.wasForced || around.today > around.returnUntil
        ? new ProblemError(problems.cannotReturn, { day: around.returnUntil })
        : undefined;
    case 'extend':
      if (around.wasExtended) return new ProblemError(problems.extendedOnce);
      return around.today > around.handleDueOn ? tooLate(around) : undefined;
    case 'redo':
      if (around.satisfaction !== 'unhappy') return new ProblemError(problems.notUnhappy);
      return around.wasRedone ? new ProblemError(problems.redoneOnce) : undefined;
    case 'close':
      return around.satisfaction === 'unhappy' && !around.wasRedone
        ? new ProblemError(problems.stillUnhappy)
        : undefined;
    default:
      return undefined;
  }
}

const tooLate = ({ handleDueOn, extensionMost }: Around) =>
  new ProblemError(problems.extensionLate, { day: handleDueOn, days: extensionMost });

/** What an act may lack, as its refusal calls it. */
const needed = {
  unit: { 'zh-CN': '承办单位', en: 'the unit in charge' },
  note: { 'zh-CN': '说明', en: 'a note' },
  reply: { 'zh-CN': '答复', en: 'an answer' },
  result: { 'zh-CN': '办理结果', en: 'what came of it' },
  satisfaction: { 'zh-CN': '回访结果', en: 'what was said on calling back' },
  reason: { 'zh-CN': '延期原因', en: 'why more time is needed' },
  days: { 'zh-CN': '延期工作日', en: 'the number of working days' },
} as const;

const missing = (what: keyof typeof needed) =>
  new ProblemError(problems.missing, { what: needed[what] });

type Given = Omit<ActInput, 'version' | 'fileIds'>;
type Need = (given: Given, around: Around) => ProblemError | undefined;

const needsNothing: Need = () => undefined;
const needsNote: Need = ({ note }) => (note === '' ? missing('note') : undefined);

const SHORTEST_REPLY = 6;

const needs: Readonly<Record<Given['act'], Need>> = {
  assign: ({ departmentId }) => (departmentId === null ? missing('unit') : undefined),
  accept: needsNothing,
  review: needsNothing,
  close: needsNothing,
  contact: needsNote,
  assist: needsNote,
  'request-return': needsNote,
  'confirm-return': needsNote,
  'refuse-return': needsNote,
  'send-back': needsNote,
  redo: needsNote,
  reply: ({ reply, result }) => {
    if (reply.length < SHORTEST_REPLY) return missing('reply');
    return result === null ? missing('result') : undefined;
  },
  'call-back': ({ satisfaction }) => (satisfaction === null ? missing('satisfaction') : undefined),
  extend: ({ note, days }, around) => {
    if (note === '') return missing('reason');
    if (days === null) return missing('days');
    return days > around.extensionMost ? tooLate(around) : undefined;
  },
};

/** What an act needs beside its name; undefined when all is there. */
export const findMissing: Need = (given, around) => needs[given.act](given, around);

export const dutyOf = (act: Act) => steps[act].duty;
