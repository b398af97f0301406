import type { Language } from '#web/kit/language.tsx';

import type { FormFault } from '../../contract.ts';
import type { Faults } from '../fields/input-props.ts';
import { toWords } from '../words/use-text.ts';

/** The faults of one field by their path inside it; the first of each place counts. */
export function faultsOf(faults: readonly FormFault[], key: string, language: Language): Faults {
  const own = new Map<string, string>();
  for (const { path, message } of faults) {
    if (path !== key && !path.startsWith(`${key}.`)) continue;
    const inside = path.slice(key.length + 1);
    if (!own.has(inside)) own.set(inside, toWords(message, language));
  }
  return own;
}

/** Goes to the first control that is wrong; false when there is none. */
export function focusFirstFault(root: ParentNode | null): boolean {
  const wrong = root?.querySelector<HTMLElement>('[aria-invalid="true"], [data-wrong="yes"]');
  const frame = root?.querySelector<HTMLElement>('.ow-fill-fault:not(:empty)');
  if (wrong) wrong.focus();
  else frame?.closest('.ow-fill-field')?.querySelector<HTMLElement>('input, button')?.focus();
  return Boolean(wrong ?? frame);
}
