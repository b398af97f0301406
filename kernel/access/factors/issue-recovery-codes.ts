import type { Tx } from '../../db/types.ts';
import type { AccessDeps } from '../deps.ts';
import { ownerActor, type Visit } from '../sessions/visit.ts';
import type { FactorHolder } from './holder.ts';
import { getFactorHolder } from './holder.ts';
import { makeRecoveryCodes } from './recovery-codes.ts';
import { replaceRecoveryCodes } from './repository.ts';
import { tellFactorAdded } from './tell-factor.ts';

/** New recovery codes in place of all old ones, shown this once. Needs a fresh proof. */
export async function renewRecoveryCodes(deps: AccessDeps, visit: Visit): Promise<string[]> {
  const holder = await getFactorHolder(deps, visit);
  return deps.database.transaction((tx) =>
    Promise.resolve(issueRecoveryCodes(deps, tx, visit, holder)),
  );
}

/** Recovery codes with somebody's first factor; null when unused ones are left. */
export function issueFirstRecoveryCodes(
  deps: AccessDeps,
  tx: Tx,
  visit: Visit,
  holder: FactorHolder,
): string[] | null {
  return holder.factors.recoveryCodes > 0 ? null : issueRecoveryCodes(deps, tx, visit, holder);
}

function issueRecoveryCodes(
  deps: AccessDeps,
  tx: Tx,
  visit: Visit,
  { session }: FactorHolder,
): string[] {
  const codes = makeRecoveryCodes();
  const hashes = codes.map((code) => deps.keys.codeHash('recovery', session.centre_id, code));
  replaceRecoveryCodes(tx, session.centre_id, session.account_id, hashes);
  tellFactorAdded(deps, tx, ownerActor(visit, session), session.account_id, 'recovery-codes');
  return codes;
}
