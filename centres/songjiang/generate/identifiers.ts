/**
 * Identifiers that pass every check and that nobody can hold: the division 310199 was never
 * assigned, and the organisation codes count up from a series that is kept for demonstration.
 */

const USCC_ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const ORGANISATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];
const CITIZEN_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CITIZEN_CHECKS = '10X98765432';

/** Division code of all made-up citizens: the form is Shanghai's, the district does not exist. */
export const DEMONSTRATION_DIVISION = '310199';

/** Citizen number of GB 11643; `serial` 1 to 499, odd for a man by the standard. */
export function makeCitizenNumber(bornOn: string, sex: 'male' | 'female', serial: number): string {
  const order = serial * 2 + (sex === 'male' ? 1 : 0);
  const body = DEMONSTRATION_DIVISION + bornOn.replaceAll('-', '') + String(order).padStart(3, '0');
  const sum = CITIZEN_WEIGHTS.reduce((total, weight, at) => total + weight * Number(body[at]), 0);
  return body + CITIZEN_CHECKS.charAt(sum % 11);
}

/** Unified social credit code of GB 32100: `prefix` 2, division 310117, `body` 8 characters. */
export function makeCreditCode(prefix: string, body: string): string {
  const main = `${prefix}310117${body}${organisationCheck(body)}`;
  const values = Array.from(main, (character) => USCC_ALPHABET.indexOf(character));
  const sum = values.reduce((total, value, at) => total + value * (3 ** at % 31), 0);
  return main + USCC_ALPHABET.charAt((31 - (sum % 31)) % 31);
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

function organisationCheck(body: string): string {
  const sum = ORGANISATION_WEIGHTS.reduce(
    (total, weight, at) => total + weight * Number.parseInt(body.charAt(at), 36),
    0,
  );
  const check = 11 - (sum % 11);
  if (check === 10) return 'X';
  return check === 11 ? '0' : String(check);
}
