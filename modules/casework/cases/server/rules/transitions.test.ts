import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';

import { isProblem } from '#kernel/problems/problem-error.ts';

import {
  CaseAct,
  CaseState,
  GuardName,
  isClosed,
  isLawful,
  permissions,
  problems,
  transitions,
} from '../../contract.ts';
import type { Around } from './around.ts';
import { applyEntry, type CaseEntry, replay } from './case-file.ts';
import { findBlocker, nextState, requireLawful } from './decide-act.ts';
import { aroundOf, birth, received, TERMS } from './test-around.ts';

describe('the table of lawful steps', () => {
  it('names every act, with guards that exist and somebody who may', () => {
    expect(Object.keys(transitions).toSorted()).toEqual(CaseAct.options.toSorted());
    for (const act of CaseAct.options) {
      const { who, guards } = transitions[act];
      expect(Object.keys(who).length).toBeGreaterThan(0);
      if (who.staff !== undefined) expect(permissions[who.staff].name).toMatch(/^cases\./);
      for (const guard of guards) expect(GuardName.options).toContain(guard);
    }
  });

  it('uses every guard somewhere', () => {
    const used = new Set(CaseAct.options.flatMap((act) => transitions[act].guards));
    expect(GuardName.options.filter((guard) => !used.has(guard))).toEqual([]);
  });

  it('leads from the beginning to every state, and from every open state to an end', () => {
    const next = (state: CaseState): CaseState[] =>
      CaseAct.options.flatMap((act) => {
        const { to } = transitions[act];
        const target = CaseState.safeParse(to);
        return isLawful(act, state) && target.success ? [target.data] : [];
      });
    const reachFrom = (start: CaseState) => {
      const seen = new Set([start]);
      for (const state of seen) for (const one of next(state)) seen.add(one);
      return seen;
    };
    expect([...reachFrom('draft')].toSorted()).toEqual(CaseState.options.toSorted());
    const stuck = CaseState.options.filter((state) => ![...reachFrom(state)].some(isClosed));
    expect(stuck).toEqual([]);
  });

  const every = CaseState.options.flatMap((state) =>
    CaseAct.options.filter((act) => !isLawful(act, state)).map((act) => [act, state] as const),
  );
  it(`refuses all ${every.length} steps that are not in it`, () => {
    const letIn = every.filter(([act, state]) => {
      try {
        requireLawful(act, aroundOf({ ...received, state }), {});
        return true;
      } catch (error) {
        return !isProblem(error, problems.notLawful);
      }
    });
    expect(letIn).toEqual([]);
  });

  test('a joint case is never decided itself', () => {
    const parent = aroundOf({ ...received, kind: 'parent', state: 'reviewing' });
    expect(() => requireLawful('approve', parent, {})).toThrow(problems.isParent.code);
  });

  test('a joint case is extended by fifteen working days at most, and once', () => {
    const joint = applyEntry(undefined, 'id', {
      ...birth,
      changes: { ...birth.changes, terms: { ...TERMS, isJoint: true, mostExtension: 15 } },
    });
    const around = aroundOf({ ...joint, state: 'accepted' });
    const extend = (of: Around, days: number) =>
      requireLawful('extend', of, { days, reason: '案情复杂' });
    expect(() => extend(around, 15)).not.toThrow();
    expect(() => extend(around, 16)).toThrow(problems.extensionTooLong.code);
    const extension = { days: 5, on: '2026-03-20', reason: '', byName: '' };
    const again = aroundOf({ ...joint, state: 'accepted', extension });
    expect(() => extend(again, 1)).toThrow(problems.extendedBefore.code);
  });

  test('an end of procedure leads back to where the case stood', () => {
    const stopped = aroundOf({ ...received, state: 'special', before: 'accepted' });
    expect(nextState('end-special', stopped)).toBe('accepted');
  });

  test.each([
    [['received', 'approved'], 'received'],
    [['reviewing', 'approved', 'delivered'], 'reviewing'],
    [['delivered', 'delivered'], 'delivered'],
    [['denied', 'delivered'], 'reviewing'],
  ] as const)('parts in %j make the joint case %s', (states, expected) => {
    const children = states.map((state, index) => ({
      id: String(index),
      caseNo: '',
      name: { zh: '' },
      state,
      outcome: null,
      isPrerequisite: false,
    }));
    expect(
      nextState('follow-children', aroundOf({ ...received, kind: 'parent' }, { children })),
    ).toBe(expected);
  });

  test('what stands in the way is said before anything is typed', () => {
    const blocker = findBlocker('approve', aroundOf({ ...received, state: 'reviewing' }));
    expect(isProblem(blocker, problems.notExamined)).toBe(true);
  });
});

describe('a history', () => {
  it('makes the same case again, however many steps it has', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...CaseState.options), { maxLength: 30 }), (states) => {
        const entries = [
          birth,
          ...states.map((to, index) => ({ ...birth, seq: index + 2, to, changes: {} })),
        ];
        const file = replay('id', entries);
        expect(file.version).toBe(entries.length);
        expect(file.state).toBe(states.at(-1) ?? 'received');
        expect(replay('id', JSON.parse(JSON.stringify(entries)) as CaseEntry[])).toEqual(file);
      }),
    );
  });

  it('with a missing step is refused', () => {
    expect(() => replay('id', [birth, { ...birth, seq: 3 }])).toThrow('Entry 2');
    expect(() => replay('id', [])).toThrow('empty');
  });
});
