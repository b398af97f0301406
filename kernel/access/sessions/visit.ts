import type { Call } from '../../http/handler.ts';
import type { Locale } from '../../problems/contract.ts';
import type { Actor } from '../contract-actor.ts';
import type { AccountRow } from '../tables.ts';

/** The name of the cookie that holds a session's token. */
export const SESSION_COOKIE = 'ow_session';

/** One request as the use cases of sign-in see it, free of the web framework. */
export interface Visit {
  /** Anonymous while a sign-in is not complete. */
  readonly actor: Actor;
  /** The session token that the browser sent. */
  readonly token: string | undefined;
  readonly host: string;
  readonly address: string;
  readonly userAgent: string;
  readonly locale: Locale;
}

export function toVisit(call: Pick<Call<never>, 'actor' | 'raw' | 'address' | 'locale'>): Visit {
  return {
    actor: call.actor,
    token: call.raw.cookies[SESSION_COOKIE],
    host: call.raw.host,
    address: call.address,
    userAgent: (call.raw.headers['user-agent'] ?? '').slice(0, 300),
    locale: call.locale,
  };
}

/** The owner of an account as the one who acts in events, before the session is complete. */
export function ownerActor(
  visit: Visit,
  account: Pick<AccountRow, 'account_id' | 'kind' | 'display_name'>,
): Actor {
  return {
    kind: account.kind,
    id: account.account_id,
    centreId: visit.actor.centreId,
    name: account.display_name,
    grants: [],
    ...(visit.actor.request === undefined ? {} : { request: visit.actor.request }),
  };
}
