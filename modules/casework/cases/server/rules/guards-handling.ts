import type { Words } from '#kernel/problems/contract.ts';
import { ProblemError } from '#kernel/problems/problem-error.ts';

import { problems } from '../../contract.ts';
import { papersIn } from './around.ts';
import type { CaseFile } from './case-file.ts';
import { type Guard, listNames, toWords } from './guards-intake.ts';

/** Only the kinds that the matter lists, no longer than it says, and not before the acceptance. */
export const kindOfProcedureLawful: Guard = ({ file, today }, { kind, neededDays = 0, from }) => {
  const listed = file.terms.specials.find((one) => one.kind === kind);
  if (listed === undefined)
    return new ProblemError(problems.procedureNotListed, { kind: kind ?? '' });
  if (neededDays > listed.mostDays)
    return new ProblemError(problems.procedureTooLong, { most: listed.mostDays });
  const begins = from ?? today;
  return begins > today || begins < (file.facts.acceptedOn ?? today)
    ? new ProblemError(problems.procedureDayInvalid)
    : undefined;
};

export const procedureOpen: Guard = ({ file, today }, { specialId, to }) => {
  const open = file.specials.find((one) => one.id === specialId && one.to === null);
  if (open === undefined) return new ProblemError(problems.procedureNotOpen);
  const ends = to ?? today;
  return ends < open.from || ends > today
    ? new ProblemError(problems.procedureDayInvalid)
    : undefined;
};

/** Once, and by no more than the law and the matter allow (art. 42). */
export const extensionLawful: Guard = ({ file }, { days = 0 }) => {
  const { extension, terms } = file;
  if (extension !== null)
    return new ProblemError(problems.extendedBefore, { on: extension.on, days: extension.days });
  return days > terms.mostExtension
    ? new ProblemError(problems.extensionTooLong, { most: terms.mostExtension })
    : undefined;
};

export const limitNotPassed: Guard = ({ deadlines }) => {
  const statutory = deadlines.limits.find(({ name }) => name === 'statutory');
  return statutory?.isMissed === true
    ? new ProblemError(problems.limitPassed, { dueOn: statutory.dueOn })
    : undefined;
};

export const opinionOpen: Guard = ({ opinions }, { opinionId }) =>
  opinions.some(({ id, isOpen }) => id === opinionId && isOpen)
    ? undefined
    : new ProblemError(problems.opinionClosed);

/** One signature a person, for the papers and for the place each. */
export const examinerTakesPartOnce: Guard = ({ file, actorId }, { isSiteCheck = false }) =>
  file.examinations.some((one) => one.by.id === actorId && one.isSiteCheck === isSiteCheck)
    ? new ProblemError(problems.examinedBefore)
    : undefined;

/** How many must examine: none on a promise (decided directly) nor on the spot. */
export function examinersNeeded({ acceptMode, terms }: CaseFile): number {
  if (acceptMode === 'promise') return 0;
  const isOnTheSpot = terms.promised.count === 0 && terms.examiners === 1;
  return isOnTheSpot ? 0 : terms.examiners;
}

const passedBy = (file: CaseFile, isSiteCheck?: boolean) =>
  new Set(
    file.examinations
      .filter((one) => one.passes && (isSiteCheck === undefined || one.isSiteCheck === isSiteCheck))
      .map((one) => one.by.id),
  ).size;

export const examined: Guard = ({ file }) => {
  const needed = examinersNeeded(file);
  const done = passedBy(file);
  return done < needed ? new ProblemError(problems.notExamined, { needed, done }) : undefined;
};

export const placeChecked: Guard = ({ file }) =>
  file.terms.siteCheck && file.acceptMode !== 'promise' && passedBy(file, true) < 2
    ? new ProblemError(problems.placeNotChecked)
    : undefined;

export const supplementsIn: Guard = (around) => {
  const open = papersIn(around, 'deferred');
  return open.length === 0
    ? undefined
    : new ProblemError(problems.supplementsOutstanding, {
        names: listNames(open),
      });
};

export const thirdPartiesInformed: Guard = ({ file }) =>
  file.terms.informThirdParties && file.thirdPartiesInformedOn === null
    ? new ProblemError(problems.thirdPartiesNotInformed)
    : undefined;

export const deciderNotExaminer: Guard = ({ file, actorId }) =>
  file.examinations.some((one) => one.by.id === actorId)
    ? new ProblemError(problems.ownExamination)
    : undefined;

export const prerequisitesApproved: Guard = ({ siblings }) => {
  const open = siblings.find((one) => one.isPrerequisite && one.outcome !== '0');
  return open && new ProblemError(problems.prerequisiteOpen, { name: toWords(open.name) });
};

export const reasonAndRemedy: Guard = (_, { reason = '', remedy = '' }) =>
  reason.trim() === '' || remedy.trim() === ''
    ? new ProblemError(problems.remedyMissing)
    : undefined;

/** What never came, and is overdue; or the applicant or the matter is gone. */
export const groundToTerminate: Guard = (around, { ground }) => {
  const { file, today } = around;
  const isPast = (dueOn: string | null) => dueOn !== null && dueOn < today;
  const not = (reason: Words) => new ProblemError(problems.noGround, { reason });
  if (ground === 'correction-overdue')
    return file.state === 'correcting' && isPast(file.facts.correctionDueOn)
      ? undefined
      : not({ 'zh-CN': '补正期限尚未届满', en: 'the time to correct has not passed' });
  if (ground !== 'supplement-overdue') return undefined;
  return isPast(file.supplementDueOn) && papersIn(around, 'deferred').length > 0
    ? undefined
    : not({ 'zh-CN': '没有逾期的容缺材料', en: 'no paper that was to follow is overdue' });
};
