import type { Actor } from '#kernel/access/contract-actor.ts';
import type { Once } from '#kernel/http/idempotency.ts';
import { requireVersion } from '#kernel/problems/current-version.ts';

import { type Party, type PartyChange, permissions } from '../contract.ts';
import { authoriseAtDesk } from './authorise-desk.ts';
import type { PartiesDeps } from './deps.ts';
import { sealNames, tokensOf } from './draft.ts';
import { partyChanged } from './events.ts';
import { lockActive } from './lock-active.ts';
import { replaceNameTokens, updateRows } from './repository-rows.ts';
import type { PartyRow } from './tables.ts';
import { loadParty, viewingOf } from './view.ts';

/** Changes name and particulars; what is absent stays. Refuses over a version that the editor has not seen. */
export async function changeParty(
  deps: PartiesDeps,
  actor: Actor,
  partyId: string,
  change: PartyChange,
  once: Once,
): Promise<Party> {
  authoriseAtDesk(actor, permissions.register.name);
  const { clock } = deps;
  const { centreId } = actor;
  const viewing = viewingOf(deps, centreId);
  return deps.database.transaction(async (tx) => {
    const before = await lockActive(tx, centreId, partyId);
    requireVersion(before, change.version);
    const details = viewing.vault.openDetails(before);
    const named = {
      kind: before.kind,
      name: change.name ?? viewing.vault.openName(before),
      details: {
        ...details,
        nameEn: change.nameEn ?? details.nameEn,
        remark: change.remark ?? details.remark,
      },
    };
    const after: PartyRow = {
      ...before,
      ...sealNames(viewing, partyId, named),
      ...(before.kind === 'person' ? {} : firmColumns(before, change)),
      division_code: change.divisionCode ?? before.division_code,
      version: before.version + 1,
      updated_at: clock.now(),
    };
    updateRows(tx, 'parties.party', [after]);
    replaceNameTokens(tx, centreId, [partyId], tokensOf(viewing, partyId, named));
    const { reason, version: _version, ...typed } = change;
    partyChanged(tx, clock, actor, partyId, {
      what: 'details',
      fields: Object.entries(typed).flatMap(([name, value]) => (value === undefined ? [] : [name])),
      reason,
    });
    const view = await loadParty(tx, viewing, after);
    once.claim(tx, view);
    return view;
  });
}

function firmColumns(
  before: PartyRow,
  change: PartyChange,
): Pick<PartyRow, 'organisation_kind' | 'established_on'> {
  return {
    organisation_kind: change.organisationKind ?? before.organisation_kind,
    established_on:
      change.establishedOn === undefined ? before.established_on : change.establishedOn,
  };
}
