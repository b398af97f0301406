import { authorise } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import type { Db } from '#kernel/db/types.ts';
import { orNotFound } from '#kernel/problems/or-not-found.ts';
import { ProblemError } from '#kernel/problems/problem-error.ts';

import { permissions, problems } from '../contract.ts';
import type { PremisesDeps } from './deps.ts';
import * as repository from './repository.ts';
import type { CarrierRow, FilingRow } from './tables.ts';

export interface Firm {
  readonly partyId: string;
  readonly name: string;
  readonly creditCode: string;
}

/** The firm for which the visitor acts; undefined for people who act for themselves. Refuses staff and devices. */
export async function findFirm(
  deps: PremisesDeps,
  db: Db,
  actor: Actor,
): Promise<Firm | undefined> {
  authorise(actor, permissions.operateOwn.name, { ownerId: actor.id });
  const acting = await deps.parties.findActingParty(db, actor);
  const party = acting && (await deps.parties.findPartyInFull(db, actor.centreId, acting.partyId));
  if (party?.kind !== 'organisation') return undefined;
  return { partyId: party.id, name: party.name, creditCode: party.identifier?.number ?? '' };
}

/** The same, where only a firm may go on. */
export async function requireFirm(deps: PremisesDeps, db: Db, actor: Actor): Promise<Firm> {
  const firm = await findFirm(deps, db, actor);
  if (firm === undefined) throw new ProblemError(problems.notFirm);
  return firm;
}

/** Another firm's is not found, so that nobody learns that it exists. */
export async function requireOwn(
  deps: PremisesDeps,
  db: Db,
  actor: Actor,
  filing: FilingRow | undefined,
): Promise<{ filing: FilingRow; carrier: CarrierRow; firm: Firm }> {
  const firm = await requireFirm(deps, db, actor);
  const found = orNotFound(filing);
  const carrier = orNotFound(await repository.findCarrier(db, actor.centreId, found.carrier_id));
  orNotFound(carrier.operator_id === firm.partyId ? carrier : undefined);
  return { filing: found, carrier, firm };
}
