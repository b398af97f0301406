import { composeCitizenId } from '#kernel/ids/citizen-id.ts';
import { composeUscc } from '#kernel/ids/uscc.ts';

import type { Sex } from './names.ts';

/**
 * Identifiers that pass every check and that nobody can hold: the division 310199 was never
 * assigned, and the organisation codes count up from a series that is kept for demonstration.
 */
const DEMONSTRATION_DIVISION = '310199';

/** Citizen number of GB 11643; `serial` 0 to 499, made even for women and odd for men. */
export function makeCitizenNumber(bornOn: string, sex: Sex, serial: number): string {
  const order = serial * 2 + (sex === 'male' ? 1 : 0);
  return insist(composeCitizenId(DEMONSTRATION_DIVISION, bornOn, order));
}

/** Unified social credit code of GB 32100: `prefix` 2 characters, `body` 8. */
export function makeCreditCode(prefix: string, body: string): string {
  return insist(composeUscc(prefix, '310117', body));
}

/** The code of a body of the state council for kinds of licence: made up, since the real ones are not ours to copy. */
export function makeMinistryCode(serial: number): string {
  return insist(composeUscc('11', '100000', `MB0T9${String(serial).padStart(3, '0')}`));
}

/** The 15-digit registration number of licences before 2015; check by ISO 7064 MOD 11,10. */
export function makeRegistrationNumber(serial: number): string {
  const body = `310117${String(serial).padStart(8, '0')}`;
  let product = 10;
  for (const digit of body) {
    const sum = (product + Number(digit)) % 10 || 10;
    product = (sum * 2) % 11;
  }
  return body + String((11 - product) % 10);
}

function insist(identifier: string | undefined): string {
  if (identifier === undefined) throw new Error('A part of an identifier has the wrong shape');
  return identifier;
}
