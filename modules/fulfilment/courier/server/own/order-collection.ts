import { authorise } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import type { Db } from '#kernel/db/types.ts';
import type { Once } from '#kernel/http/idempotency.ts';
import { orNotFound } from '#kernel/problems/or-not-found.ts';
import { ProblemError } from '#kernel/problems/problem-error.ts';
import type { CaseRef } from '#modules/casework/cases/index.ts';

import { type Collection, type OwnParcel, permissions, problems } from '../../contract.ts';
import type { CourierDeps } from '../deps.ts';
import { requireEntitled } from '../entitlement.ts';
import { makeParcel } from '../make-parcel.ts';
import { findCarrier, placeOrder } from '../place-order.ts';
import * as repository from '../repository.ts';
import { loadAround, toOwnParcel } from '../view.ts';

/** While papers can still be handed in. */
const COLLECTABLE: ReadonlyArray<CaseRef['state']> = [
  'submitted',
  'received',
  'correcting',
  'corrected',
  'accepted',
  'reviewing',
  'special',
];

async function requireActing({ parties }: CourierDeps, db: Db, actor: Actor): Promise<string> {
  const acting = await parties.findActingParty(db, actor);
  if (acting === undefined) throw new ProblemError(problems.notLinked);
  return acting.partyId;
}

/**
 * 上门揽收: the applicant has the papers of a case fetched. The parcel is kept first and ordered after; a carrier that fails
 * leaves it to the window, which orders it again.
 */
export async function orderCollection(
  deps: CourierDeps,
  actor: Actor,
  { caseId, contents, contact }: Collection,
  once: Once,
): Promise<OwnParcel> {
  authorise(actor, permissions.viewOwn.name, { ownerId: actor.id });
  const { centreId } = actor;
  const partyId = await requireActing(deps, deps.database.db, actor);
  const { row, view } = await deps.database.transaction(async (tx) => {
    const found = await deps.cases.findCase(tx, centreId, caseId);
    if (found?.partyId !== partyId) throw new ProblemError(problems.unknownCase);
    if (!COLLECTABLE.includes(found.state)) throw new ProblemError(problems.notCollectable);
    await requireEntitled(deps, tx, centreId, found);
    const made = await makeParcel(
      { deps, tx, actor },
      {
        direction: 'in',
        subject: { kind: 'cases.case', id: found.id, no: found.caseNo },
        partyId,
        contents,
        hasOriginals: false,
        contact,
      },
    );
    const shown = toOwnParcel(made, await loadAround(tx, centreId), []);
    once.claim(tx, shown);
    return { row: made, view: shown };
  });
  const carrier = await findCarrier(deps, centreId);
  if (carrier === undefined) return view;
  const placed = await placeOrder(deps, actor, row, carrier);
  return toOwnParcel(placed.row, await loadAround(deps.database.db, centreId), []);
}

export async function getOwnParcel(
  deps: CourierDeps,
  actor: Actor,
  id: string,
): Promise<OwnParcel> {
  authorise(actor, permissions.viewOwn.name, { ownerId: actor.id });
  const { db } = deps.database;
  const partyId = await requireActing(deps, db, actor);
  const found = await repository.findParcel(db, actor.centreId, id);
  const row = orNotFound(found?.party_id === partyId ? found : undefined);
  const [around, pushes] = await Promise.all([
    loadAround(db, actor.centreId),
    repository.listPushes(db, actor.centreId, [id]),
  ]);
  return toOwnParcel(row, around, pushes);
}

export async function listOwnParcels(
  deps: CourierDeps,
  actor: Actor,
): Promise<{ items: OwnParcel[] }> {
  authorise(actor, permissions.viewOwn.name, { ownerId: actor.id });
  const { db } = deps.database;
  const partyId = await requireActing(deps, db, actor);
  const rows = await repository.listOfParty(db, actor.centreId, partyId);
  const ids = rows.map((row) => row.parcel_id);
  const [around, pushes] = await Promise.all([
    loadAround(db, actor.centreId),
    repository.listPushes(db, actor.centreId, ids),
  ]);
  return { items: rows.map((row) => toOwnParcel(row, around, pushes)) };
}
