import type { Actor } from '#kernel/access/contract-actor.ts';
import type { Day } from '#kernel/clock/day.ts';
import type { Tx } from '#kernel/db/types.ts';
import { newId } from '#kernel/ids/id.ts';

import type { OrganisationKind, Verification } from '../contract.ts';
import type { PartiesDeps } from './deps.ts';
import { sealDraft } from './draft.ts';
import { partyRegistered } from './events.ts';
import { orFault } from './faults.ts';
import { normaliseName } from './names.ts';
import { parseNumber } from './numbers.ts';
import { findHolder, refuseTaken } from './refuse-taken.ts';
import { insertRows } from './repository-rows.ts';
import type { PartyRow } from './tables.ts';
import { NO_DETAILS } from './vault.ts';
import { viewingOf } from './view.ts';
import { insertParties } from './write-party.ts';

/** A subject that a registration authority of the centre has just entered in its register. */
export interface NewFirm {
  readonly name: string;
  readonly creditCode: string;
}

/** 92: an individual who trades. */
const SOLE_TRADER = '92';

/**
 * The record of a subject that was just set up: the one that has its credit code, or a new one. Refuses a code that is no
 * code (`body.newSubject.creditCode`) and one that another name has. Asks no permission: whoever issued the licence did.
 */
export async function keepFirm(
  deps: PartiesDeps,
  tx: Tx,
  actor: Actor,
  { name, creditCode }: NewFirm,
): Promise<string> {
  const viewing = viewingOf(deps, actor.centreId);
  const parsed = parseNumber('uscc', creditCode, viewing.today);
  const { number } = orFault(parsed, 'body.newSubject.creditCode');
  const wanted = { kind: 'uscc' as const, number };
  const held = await findHolder(tx, viewing, actor.centreId, wanted);
  if (held !== undefined) {
    const isSame = normaliseName(viewing.vault.openName(held)) === normaliseName(name);
    if (!isSame) await refuseTaken(tx, viewing, actor.centreId, wanted);
    return held.party_id;
  }
  const made = makeFirm(deps, tx, actor, {
    name,
    creditCode: number,
    organisationKind: number.startsWith(SOLE_TRADER) ? 'sole-trader' : 'company',
    establishedOn: viewing.today,
    level: 'window',
    source: 'window',
    vouchedBy: actor.name,
  });
  return made.party_id;
}

interface FirmToMake extends NewFirm {
  readonly organisationKind: OrganisationKind;
  readonly establishedOn: Day | null;
  readonly level: Exclude<Verification, 'none'>;
  readonly source: 'window' | 'identity-service';
  /** Who says that it is so, by name. */
  readonly vouchedBy: string;
}

/** Writes the record of a firm whose number is vouched for; nobody holds it yet. */
export function makeFirm(
  deps: PartiesDeps,
  tx: Tx,
  actor: Actor,
  { name, creditCode, organisationKind, establishedOn, level, source, vouchedBy }: FirmToMake,
): PartyRow {
  const { clock } = deps;
  const { centreId } = actor;
  const made = sealDraft(
    { ...viewingOf(deps, centreId), clock, centreId },
    {
      kind: 'organisation',
      name,
      details: NO_DETAILS,
      organisationKind,
      establishedOn,
      divisionCode: '',
      identifier: { kind: 'uscc', number: creditCode },
      contacts: [],
    },
  );
  const verification = {
    centre_id: centreId,
    verification_id: newId(clock),
    party_id: made.party.party_id,
    level,
    document_kind: 'uscc' as const,
    source,
    file_id: null,
    verified_by: actor.id,
    verified_by_name: vouchedBy,
    at: clock.now(),
    withdrawn_at: null,
    version: 1,
  };
  const party = { ...made.party, verification: level };
  insertParties(tx, centreId, [{ ...made, party }]);
  insertRows(tx, 'parties.verification', [verification]);
  partyRegistered(tx, clock, actor, party, source === 'window' ? 'desk' : 'sign-in');
  return party;
}
