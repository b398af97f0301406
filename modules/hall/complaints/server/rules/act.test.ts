import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { Act, isLawful, nextState, problems, State } from '../../contract.ts';
import { type Around, findMissing, findRefusal, type Who } from './act.ts';

const around: Around = {
  state: 'received',
  mainId: 'tax',
  assistingIds: ['water'],
  targetDepartmentId: 'tax',
  targetPersonId: 'clerk',
  wasExtended: false,
  wasRedone: false,
  wasForced: false,
  satisfaction: null,
  returnUntil: '2026-01-21',
  handleDueOn: '2026-01-27',
  extensionMost: 15,
  today: '2026-01-20',
};
const office: Who = { personId: 'officer', departmentId: null };

const codeOf = (act: Act, more: Partial<Around> = {}, who = office) =>
  findRefusal(act, { ...around, ...more }, who)?.kind.code;

describe('a complaint', () => {
  it('is not touched by whoever it is about', () => {
    const clerk = { personId: 'clerk', departmentId: 'tax' };
    expect(codeOf('accept', {}, clerk)).toBe(problems.targetPerson.code);
  });

  it('is neither reviewed nor called back by a unit that handles it, assists, or is complained of', () => {
    for (const departmentId of ['tax', 'water'])
      expect(codeOf('review', { state: 'replied' }, { personId: 'x', departmentId })).toBe(
        problems.sameUnit.code,
      );
    expect(codeOf('review', { state: 'replied' })).toBeUndefined();
  });

  it('is returned in time, and not after it was given by decision', () => {
    expect(codeOf('request-return')).toBeUndefined();
    expect(codeOf('request-return', { today: '2026-01-22' })).toBe(problems.cannotReturn.code);
    expect(codeOf('request-return', { wasForced: true })).toBe(problems.cannotReturn.code);
  });

  it('is extended once, before it is due, by no more than is allowed', () => {
    expect(codeOf('extend', { state: 'contacted' })).toBeUndefined();
    expect(codeOf('extend', { state: 'contacted', wasExtended: true })).toBe(
      problems.extendedOnce.code,
    );
    expect(codeOf('extend', { state: 'contacted', today: '2026-01-28' })).toBe(
      problems.extensionLate.code,
    );
    const given = {
      act: 'extend',
      note: '材料待补',
      days: 16,
      departmentId: null,
      assistingIds: [],
      termClass: null,
      result: null,
      isProven: false,
      reply: '',
      satisfaction: null,
    } as const;
    const asked = { ...given, assistingIds: [] };
    expect(findMissing(asked, around)?.kind.code).toBe(problems.extensionLate.code);
    expect(findMissing({ ...asked, days: 15 }, around)).toBeUndefined();
  });

  it('is handled again once, when the caller was not content, and only then closed', () => {
    const at = { state: 'called-back', satisfaction: 'unhappy' } as const;
    expect(codeOf('close', at)).toBe(problems.stillUnhappy.code);
    expect(codeOf('redo', at)).toBeUndefined();
    expect(codeOf('redo', { ...at, wasRedone: true })).toBe(problems.redoneOnce.code);
    expect(codeOf('close', { ...at, wasRedone: true })).toBeUndefined();
    expect(codeOf('redo', { ...at, satisfaction: 'content' })).toBe(problems.notUnhappy.code);
  });

  it('never leaves the table: every act in every state is refused, or leads to a state', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...Act.options),
        fc.constantFrom(...State.options),
        (act, state) => {
          const isRefused = codeOf(act, { state }) === problems.notLawful.code;
          expect(isRefused).toBe(!isLawful(act, state));
          expect(State.options).toContain(nextState(act, state));
          expect(isLawful(act, 'closed')).toBe(false);
        },
      ),
    );
  });
});
