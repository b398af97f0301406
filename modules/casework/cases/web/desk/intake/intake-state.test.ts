import { expect, test } from 'vitest';

import { acceptanceOf, EMPTY, withMatter, withPrefilled } from './intake-state.ts';

test('what the clerk typed stays when the register answers later', () => {
  const typed = { ...EMPTY, form: { phone: '13900000000' } };
  const state = withPrefilled(typed, { phone: '13800000000', name: '张三' });
  expect(state.form).toEqual({ phone: '13900000000', name: '张三' });
});

test('what was only prefilled gives way to the next applicant', () => {
  const first = withPrefilled(EMPTY, { name: '张三', phone: '1' });
  const second = withPrefilled({ ...first, form: { ...first.form, phone: '2' } }, { name: '李四' });
  expect(second.form).toEqual({ name: '李四', phone: '2' });
});

test('another matter keeps the applicant and drops answers, papers and form', () => {
  const before = { ...EMPTY, form: { a: 1 }, answers: { q: ['x'] }, promised: true };
  const after = withMatter(before, 'm2');
  expect(after).toMatchObject({ matterId: 'm2', form: {}, answers: {}, promised: false });
});

test('nothing is accepted while papers lack that cannot come later', () => {
  expect(acceptanceOf(EMPTY, undefined)).toBeUndefined();
});

test('a promise is sent only with the way of accepting that needs it', () => {
  const ticked = { ...EMPTY, promised: true, supplementDueOn: '2026-12-01' };
  expect(acceptanceOf(ticked, 'complete')).toEqual({ mode: 'complete', promised: false });
  expect(acceptanceOf(ticked, 'tolerant')).toEqual({
    mode: 'tolerant',
    promised: true,
    supplementDueOn: '2026-12-01',
  });
});

test('告知承诺 that was chosen goes before what the papers would allow', () => {
  const chosen = { ...EMPTY, mode: 'promise', promised: true, promiseFileIds: ['f'] } as const;
  expect(acceptanceOf(chosen, undefined)).toEqual({
    mode: 'promise',
    promised: true,
    promiseFileId: 'f',
  });
});
