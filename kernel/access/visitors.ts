import { isDuplicate } from '../db/errors.ts';
import type { Tx } from '../db/types.ts';
import { tell } from '../events/tell.ts';
import type { Locale } from '../problems/contract.ts';
import { ProblemError } from '../problems/problem-error.ts';
import type { Actor } from './contract-actor.ts';
import { accessEvents } from './contract-events.ts';
import { accessProblems } from './contract-problems.ts';
import type { AccessDeps } from './deps.ts';
import { ensureCitizen } from './identity/ensure-citizen.ts';
import type { CitizenClaims } from './identity/ports.ts';
import { openSession } from './sessions/open-session.ts';
import { deleteAtDevice } from './sessions/repository.ts';
import { readSettings } from './settings/repository.ts';

export interface VisitorOpening {
  /** Who it is, and how surely; vouched for by the module that asks. */
  readonly claims: CitizenClaims;
  /** How they showed it, in the log: `id-card`, `code`. */
  readonly method: string;
  /** The only permissions that count in the session. */
  readonly permits: readonly string[];
  readonly life: { readonly idle: number; readonly absolute: number };
  readonly locale: Locale;
}

export interface OpenedVisitor {
  readonly token: string;
  readonly sessionId: string;
  readonly accountId: string;
  readonly displayName: string;
  readonly ended: readonly EndedVisitor[];
}

export interface EndedVisitor {
  readonly sessionId: string;
  readonly accountId: string;
}

/** First sign-ins of one person may meet: what the other one made is there at the next attempt. */
const ATTEMPTS = 5;

/** Opens a session at a device, in place of any other there. Refuses an account that is disabled. */
export async function openVisitor<T>(
  deps: AccessDeps,
  device: Actor,
  opening: VisitorOpening,
  also: (tx: Tx, opened: OpenedVisitor) => Promise<T> | T,
): Promise<T> {
  const settings = await readSettings(deps.database.db, device.centreId);
  const visit = {
    actor: device,
    token: undefined,
    host: '',
    address: device.request?.address ?? '',
    userAgent: device.name,
    locale: opening.locale,
  };
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await deps.database.transaction(async (tx) => {
        const account = await ensureCitizen(deps, tx, visit, opening.claims);
        if (account.status !== 'active') throw new ProblemError(accessProblems.accountDisabled);
        const ended = await endVisitors(deps, tx, device, device.id);
        const opened = openSession(deps, tx, visit, settings, {
          account,
          step: 'complete',
          method: opening.method,
          atDevice: { accountId: device.id, permits: opening.permits, life: opening.life },
        });
        return also(tx, {
          ...opened,
          accountId: account.account_id,
          displayName: account.display_name,
          ended,
        });
      });
    } catch (error) {
      if (attempt === ATTEMPTS || !isDuplicate(error)) throw error;
    }
  }
}

/** Ends whatever is open at a device, and says so. */
export async function endVisitors(
  { clock }: Pick<AccessDeps, 'clock'>,
  tx: Tx,
  actor: Actor,
  deviceAccountId: string,
): Promise<readonly EndedVisitor[]> {
  const rows = await deleteAtDevice(tx, actor.centreId, deviceAccountId);
  for (const row of rows) {
    tell(tx, clock, actor, accessEvents.sessionsRevoked, {
      subject: { kind: 'access.account', id: row.account_id },
      payload: { accountId: row.account_id, sessionIds: [row.session_id] },
    });
  }
  return rows.map((row) => ({ sessionId: row.session_id, accountId: row.account_id }));
}
