import { call } from '#web/client/index.ts';

import { type RevealedField, routes } from '../../contract.ts';

/** One field of one's own record in full; the look is written down like any other. */
export async function revealOwn(field: RevealedField, rowId?: string): Promise<string> {
  const body = { field, ...(rowId === undefined ? {} : { rowId }) };
  return (await call(routes.revealOwnField, { body })).value;
}
