import type { Actor } from '#kernel/access/contract-actor.ts';
import type { Clock } from '#kernel/clock/clock.ts';
import type { Tx } from '#kernel/db/types.ts';
import { tell } from '#kernel/events/tell.ts';

import { events } from '../contract.ts';
import type { SiteRow } from './tables.ts';

type SiteAct = 'created' | 'changed' | 'closed' | 'reopened';

/** Says that a site changed; the audit entry keeps the row before and after. */
export function siteChanged(
  tx: Tx,
  clock: Clock,
  actor: Actor,
  act: SiteAct,
  rows: { readonly before?: SiteRow; readonly after: SiteRow },
): void {
  tell(tx, clock, actor, events.siteChanged, {
    subject: { kind: 'organisation.site', id: rows.after.site_id },
    payload: { siteId: rows.after.site_id, code: rows.after.code, act },
    audit: rows,
  });
}
