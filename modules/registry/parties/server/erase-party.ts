import { authorise } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import { localDay } from '#kernel/clock/local-day.ts';
import type { Tx } from '#kernel/db/types.ts';
import type { Once } from '#kernel/http/idempotency.ts';
import { ProblemError } from '#kernel/problems/problem-error.ts';

import { permissions, problems } from '../contract.ts';
import type { Hold, PartiesDeps } from './deps.ts';
import { erasureRefused, partyErased } from './events.ts';
import { lockActive } from './lock-active.ts';
import { updateRows } from './repository-rows.ts';
import * as repository from './repository.ts';
import { findHold } from './retention.ts';
import { getSettingsOf } from './settings.ts';
import type { PartyRow } from './tables.ts';
import { viewingOf } from './view.ts';

/** Erases what is personal of a party on its request, unless a law still requires it: then the reason is given and kept. */
export async function eraseParty(
  deps: PartiesDeps,
  actor: Actor,
  partyId: string,
  input: { readonly reason: string },
  once: Once,
): Promise<{ done: true }> {
  authorise(actor, permissions.erase.name);
  return decideErasure(deps, actor, partyId, input.reason, once);
}

/** Decides a request whose party, or clerk, was allowed to make it. The refusal itself is written down. */
export async function decideErasure(
  deps: PartiesDeps,
  actor: Actor,
  partyId: string,
  reason: string,
  once: Once,
): Promise<{ done: true }> {
  const hold = await deps.database.transaction(async (tx) => {
    const row = await lockActive(tx, actor.centreId, partyId);
    const found = await findHoldOn(deps, tx, row);
    if (found === undefined) {
      const below = await repository.mergedInto(tx, actor.centreId, partyId);
      anonymise(deps, tx, [row, ...(await repository.findParties(tx, actor.centreId, below))]);
      partyErased(tx, deps.clock, actor, partyId, reason);
      once.claim(tx, { done: true });
    } else {
      const { until } = found;
      erasureRefused(tx, deps.clock, actor, partyId, { until, reason: found.reason['zh-CN'] });
    }
    return found;
  });
  if (hold === undefined) return { done: true };
  throw new ProblemError(problems.mustKeep, { until: hold.until, reason: hold.reason });
}

async function findHoldOn(deps: PartiesDeps, tx: Tx, row: PartyRow): Promise<Hold | undefined> {
  const { today } = viewingOf(deps, row.centre_id);
  const [settings, holds] = await Promise.all([
    getSettingsOf(tx, row.centre_id),
    deps.listHolds?.(tx, row.centre_id, row.party_id) ?? Promise.resolve([]),
  ]);
  // A record that nobody verified was never the basis of a decision: no law asks to keep it.
  const wasUsed = row.verification !== 'none';
  return findHold(localDay(row.updated_at), wasUsed, settings, holds, today);
}

/** Takes everything personal from a record and from those that were merged into it. */
function anonymise(deps: PartiesDeps, tx: Tx, rows: readonly PartyRow[]): void {
  for (const row of rows) repository.forgetPerson(tx, row.centre_id, row.party_id);
  updateRows(
    tx,
    'parties.party',
    rows.map((row) => ({
      ...row,
      status: 'erased' as const,
      name_sealed: null,
      firm_name: null,
      firm_search: null,
      name_index: null,
      details_sealed: null,
      established_on: null,
      division_code: '',
      version: row.version + 1,
      updated_at: deps.clock.now(),
    })),
  );
}
