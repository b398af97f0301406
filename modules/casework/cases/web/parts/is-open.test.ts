import { expect, test } from 'vitest';

import { problems } from '../../contract.ts';
import { isOpen } from './is-open.ts';

const because = ({ code }: { readonly code: string }) => ({
  code,
  reason: { 'zh-CN': '', en: '' },
});

test('corrections can be handed in although the form is incomplete: that is what they mend', () => {
  expect(isOpen({ act: 'resubmit', blocked: because(problems.formIncomplete) })).toBe(true);
});

test('nothing is accepted on an incomplete form', () => {
  expect(isOpen({ act: 'accept', blocked: because(problems.formIncomplete) })).toBe(false);
});
