import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { isProblem } from '#kernel/problems/problem-error.ts';

import { Grade, problems, standardOptions, starsOfCode, toStars } from '../../contract.ts';
import { findPersonal, hidePersonal } from './personal.ts';
import {
  findWrongOption,
  mayRate,
  type Rateable,
  requireAfterService,
  requireFits,
  requireOpen,
} from './rating.ts';

const SERVED_AT = new Date('2026-01-20T02:00:00Z');
const fresh: Rateable = {
  timesRated: 0,
  servedAt: SERVED_AT,
  openUntil: '2026-02-19',
  addUntil: null,
};

describe('一次一评', () => {
  it('is rated once, added to once, and then never again', () => {
    expect(mayRate(fresh, '2026-02-19')).toBe('rate');
    const once = { ...fresh, timesRated: 1, addUntil: '2026-03-01' };
    expect(mayRate(once, '2026-03-01')).toBe('add');
    expect(mayRate(once, '2026-03-02')).toBe('nothing');
    expect(mayRate({ ...once, timesRated: 2 }, '2026-02-01')).toBe('nothing');
    expect(() => requireOpen({ ...once, timesRated: 2 }, '2026-02-01')).toThrow(
      problems.alreadyRated.code,
    );
  });

  it('closes after its last day', () => {
    expect(() => requireOpen(fresh, '2026-02-20')).toThrow(problems.notOpen.code);
  });

  it('is never older than the service, but for a clock that is a little behind', () => {
    expect(() => requireAfterService(new Date('2026-01-20T01:59:00Z'), SERVED_AT)).not.toThrow();
    expect(() => requireAfterService(new Date('2026-01-20T01:50:00Z'), SERVED_AT)).toThrow(
      problems.beforeService.code,
    );
  });
});

describe('grade and options', () => {
  it('are refused exactly when an option belongs to another grade', () => {
    const codes = standardOptions.map(({ code }) => code);
    fc.assert(
      fc.property(
        fc.constantFrom(...Grade.options),
        fc.array(fc.constantFrom(...codes), { minLength: 1, maxLength: 8 }),
        (grade, options) => {
          const fits = options.every((code) => starsOfCode(code) === toStars(grade));
          let isRefused = false;
          try {
            requireFits({ grade, options, comment: '' }, standardOptions);
          } catch (error) {
            isRefused = isProblem(error, problems.optionOfOtherGrade);
          }
          expect(isRefused).toBe(!fits);
        },
      ),
    );
  });

  it('ask for a reason only when the grade is bad', () => {
    const say = (grade: Grade, comment: string) =>
      requireFits({ grade, options: [], comment }, standardOptions);
    expect(() => say('satisfied', '')).not.toThrow();
    expect(() => say('dissatisfied', '')).toThrow(problems.sayWhy.code);
    expect(() => say('dissatisfied', '等了太久')).not.toThrow();
  });

  it('make a set only when every grade has some and none is named twice', () => {
    expect(findWrongOption(standardOptions)).toBeUndefined();
    expect(findWrongOption(standardOptions.filter(({ code }) => !code.startsWith('2')))).toBe('2…');
    expect(findWrongOption([...standardOptions, ...standardOptions.slice(0, 1)])).toBe('510');
  });
});

describe('what is published', () => {
  it('shows no telephone, mobile or identity number and no mail address', () => {
    const text = '我的电话 138-0013-8000，身份证 310117199001010013，邮箱 a@b.cn，021-6772 1234';
    expect(hidePersonal(text)).not.toMatch(/\d{4}|@/u);
    expect(findPersonal(text)).toHaveLength(4);
  });

  it('leaves words, window numbers, dates and limits alone', () => {
    const text = '2026年1月20日在12号窗口办理，5个工作日内办结，排队40分钟';
    expect(hidePersonal(text)).toBe(text);
    expect(findPersonal(text)).toEqual([]);
  });
});
