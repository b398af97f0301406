import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
  BadAct,
  BadState,
  badSteps,
  isLawfulBadAct,
  isOver,
  nextBadState,
  problems,
} from '../../contract.ts';
import { type BadAround, findRefusal, type WhoActs } from './bad-duty.ts';

const around: BadAround = {
  state: 'assigned',
  ratedDepartmentId: 'tax',
  ratedPersonId: 'clerk',
  handlers: ['head-account'],
  hasReply: true,
  callBack: null,
  wasReopened: false,
  wasReviewed: false,
  appealUntil: '2026-01-23',
  today: '2026-01-20',
};
const head: WhoActs = { accountId: 'head-account', personId: 'head', departmentId: 'tax' };
const clerk: WhoActs = { accountId: 'clerk-account', personId: 'clerk', departmentId: 'tax' };
const supervisor: WhoActs = { accountId: 'other', personId: 'supervisor', departmentId: null };

const codeOf = (act: BadAct, more: Partial<BadAround>, who: WhoActs = supervisor) =>
  findRefusal(act, { ...around, ...more }, who)?.kind.code;

describe('a bad rating', () => {
  it('is not handled by whoever was rated, who may appeal', () => {
    expect(codeOf('contact', {}, clerk)).toBe(problems.ratedPerson.code);
    expect(codeOf('appeal', {}, clerk)).toBeUndefined();
  });

  it('is neither reviewed nor called back by people of the unit that was rated', () => {
    const other = { ...head, accountId: 'another', personId: 'another' };
    for (const act of ['uphold', 'exclude'] as const)
      expect(codeOf(act, { state: 'in-review' }, other)).toBe(problems.sameUnit.code);
    expect(codeOf('call-back', { state: 'answered' }, other)).toBe(problems.sameUnit.code);
    expect(codeOf('call-back', { state: 'answered' })).toBeUndefined();
  });

  it('is not closed by whoever mended it', () => {
    const moved = { ...head, departmentId: 'elsewhere' };
    expect(codeOf('close', { state: 'called-back', callBack: 'content' }, moved)).toBe(
      problems.handledBefore.code,
    );
  });

  it('is not closed before the answer is published, nor while the rater is unhappy the first time', () => {
    const at = { state: 'called-back', callBack: 'content' } as const;
    expect(codeOf('close', { ...at, hasReply: false })).toBe(problems.replyMissing.code);
    expect(codeOf('close', { ...at, callBack: 'unhappy' })).toBe(problems.raterUnhappy.code);
    expect(codeOf('close', { ...at, callBack: 'unhappy', wasReopened: true })).toBeUndefined();
  });

  it('is reopened once, and only when the rater was unhappy', () => {
    const at = { state: 'called-back' } as const;
    expect(codeOf('reopen', { ...at, callBack: 'content' })).toBe(problems.raterContent.code);
    expect(codeOf('reopen', { ...at, callBack: 'unhappy' })).toBeUndefined();
    expect(codeOf('reopen', { ...at, callBack: 'unhappy', wasReopened: true })).toBe(
      problems.reopenedOnce.code,
    );
  });

  it('is appealed against in time, and reviewed once', () => {
    expect(codeOf('appeal', { today: '2026-01-23' }, head)).toBeUndefined();
    expect(codeOf('appeal', { today: '2026-01-24' }, head)).toBe(problems.appealTooLate.code);
    expect(codeOf('appeal', { wasReviewed: true }, head)).toBe(problems.appealedOnce.code);
  });

  it('never leaves the table: every act in every state is refused or leads to a state', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...BadAct.options),
        fc.constantFrom(...BadState.options),
        (act, state) => {
          if (!isLawfulBadAct(act, state)) {
            expect(codeOf(act, { state })).toBe(problems.notLawful.code);
            return;
          }
          expect(isOver(state)).toBe(false);
          expect(BadState.options).toContain(nextBadState(act, state, 'valid'));
        },
      ),
    );
  });

  it('is never taken out by its own unit: to be excluded it goes through the review', () => {
    expect(nextBadState('verify', 'contacted', 'malicious')).toBe('in-review');
    expect(nextBadState('verify', 'contacted', 'mistaken')).toBe('in-review');
    expect(nextBadState('exclude', 'in-review')).toBe('excluded');
    const leading = BadAct.options.filter((act) =>
      BadState.options.some(
        (state) => nextBadState(act, state, 'valid') === 'excluded' && isLawfulBadAct(act, state),
      ),
    );
    expect(leading).toEqual(['exclude']);
    expect(badSteps.exclude.duty).toBe('review');
  });
});
