import { describe, expect, it, test } from 'vitest';

import { CaseState, GuardName } from '../../contract.ts';
import { guards, requireLawful } from './decide-act.ts';
import { aroundOf, received } from './test-around.ts';
import type { Asked } from './test-situation.ts';
import { handlingSituations } from './test-situations-handling.ts';
import { intakeSituations } from './test-situations-intake.ts';
import { resultSituations } from './test-situations-result.ts';

const asked: Readonly<Record<GuardName, readonly Asked[]>> = {
  ...intakeSituations,
  ...handlingSituations,
  ...resultSituations,
};

const situations = GuardName.options.flatMap((name) =>
  asked[name].map((one) => ({ name, ...one, says: one.says ?? 'nothing' })),
);

describe('the guards', () => {
  test.each(situations)('$name: when $when, says $says', (one) => {
    const { file, more, typed = {}, act = 'accept', says } = one;
    const whole = aroundOf({ ...received, ...file }, more, file?.facts ? 'decision' : 'notice');
    const refusal = guards[one.name].check(act)(whole, typed);
    expect(refusal?.kind.code ?? 'nothing').toBe(says);
  });

  it('each let something pass and refuse something', () => {
    for (const name of GuardName.options) {
      const all = asked[name].map(({ says }) => says === undefined);
      expect([name, all.includes(true), all.includes(false)]).toEqual([name, true, true]);
    }
  });

  test('nothing is decided while a procedure runs, and a procedure runs in no other state', () => {
    for (const act of ['approve', 'deny', 'examine', 'extend'] as const)
      expect(() => requireLawful(act, aroundOf({ ...received, state: 'special' }), {})).toThrow(
        'cases/not-lawful',
      );
  });

  test('a joint case is left to its parts, and a case without parts follows none', () => {
    const parent = aroundOf({ ...received, kind: 'parent', state: 'reviewing' });
    for (const act of ['approve', 'deny', 'accept', 'issue'] as const)
      for (const state of CaseState.options)
        expect(() =>
          requireLawful(act, { ...parent, file: { ...parent.file, state } }, {}),
        ).toThrow(/cases\/(is-parent|not-lawful)/);
    expect(() => requireLawful('approve', parent, {})).toThrow('cases/is-parent');
    expect(() => requireLawful('follow-children', aroundOf(received), {})).toThrow(
      'cases/not-lawful',
    );
  });
});
