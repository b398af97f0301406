import type { FieldCipher, FieldPlace } from '../../crypto/field-cipher.ts';
import type { SessionRow } from '../tables.ts';

function placeOf(centreId: number, accountId: string): FieldPlace {
  return {
    centreId: String(centreId),
    table: 'kernel.session',
    column: 'identity_hint',
    rowId: accountId,
  };
}

/** The identity service's own proof of this sign-in, encrypted: it names the person. */
export function sealIdentityHint(
  cipher: FieldCipher,
  centreId: number,
  accountId: string,
  idToken: string,
): string {
  return cipher.encrypt(placeOf(centreId, accountId), idToken);
}

/** The proof to hand back when signing out; undefined when it cannot be opened any more. */
export function openIdentityHint(
  cipher: FieldCipher,
  session: Pick<SessionRow, 'centre_id' | 'account_id' | 'identity_hint'>,
): string | undefined {
  if (session.identity_hint === null) return undefined;
  try {
    return cipher.decrypt(placeOf(session.centre_id, session.account_id), session.identity_hint);
  } catch {
    // Its key was retired meanwhile; signing out goes on without the hint.
    return undefined;
  }
}
