import { expect, test } from 'vitest';

import { fillKnown, FRESH, fromDraft, stepBeside, toStep } from './apply-state.ts';

test('a draft opens where it was left, with its papers', () => {
  const state = fromDraft({
    id: 'd',
    matterId: 'm',
    matterName: { zh: '事项' },
    itemKey: 'new',
    answers: { q: ['a'] },
    form: { name: '店' },
    papers: [
      {
        key: 'plan',
        state: 'pending',
        source: 'upload',
        fileIds: ['f'],
        originals: 0,
        copies: 0,
        note: '',
      },
    ],
    delivery: FRESH.delivery,
    step: 'papers',
    savedAt: '2026-03-02T09:00:00+08:00',
    version: 3,
  });
  expect(state.step).toBe('papers');
  expect(state.entries['plan']).toEqual({ state: 'pending', source: 'upload', fileIds: ['f'] });
});

test('a step of an older page opens the beginning', () => {
  expect(toStep('somewhere')).toBe('questions');
});

test('the last step has none after it, the first none before', () => {
  expect(stepBeside('check', 1)).toBeUndefined();
  expect(stepBeside('questions', -1)).toBeUndefined();
  expect(stepBeside('form', 1)).toBe('papers');
});

test('what is known of the applicant never overwrites what they typed', () => {
  const state = fillKnown({ ...FRESH, form: { phone: '1' } }, { phone: '2', name: '张三' });
  expect(state.form).toEqual({ phone: '1', name: '张三' });
});
