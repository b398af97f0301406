import type { FieldPlace } from '../../crypto/field-cipher.ts';

/** Where the encrypted secret of somebody's code generator lives; it opens nowhere else. */
export function totpPlace(centreId: number, accountId: string): FieldPlace {
  return {
    centreId: String(centreId),
    table: 'kernel.totp_factor',
    column: 'secret',
    rowId: accountId,
  };
}
