import { authorise } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import { maskName } from '#kernel/crypto/mask.ts';
import type { Db } from '#kernel/db/types.ts';
import { orNotFound } from '#kernel/problems/or-not-found.ts';

import { isLawful, permissions, type SealSetInFull, type SetAct } from '../../contract.ts';
import type { SealsDeps } from '../deps.ts';
import { findLine } from '../repository-months.ts';
import * as repository from '../repository.ts';
import type { SetRow } from '../tables.ts';
import { openDelivery, openReceiver } from '../vault.ts';
import { loadAround, toSeals, toSet, toStep } from '../view.ts';

/** One set for the staff: persons are masked, addresses are not shown. */
export async function getSet(deps: SealsDeps, actor: Actor, id: string): Promise<SealSetInFull> {
  authorise(actor, permissions.view.name);
  const { db } = deps.database;
  const row = orNotFound(await repository.findSet(db, actor.centreId, id));
  return toSetInFull({ deps, tx: db }, row);
}

const DESK_ACTS = [
  'dispatch',
  'receive',
  'hand-out',
  'reroute',
  'remake',
  'withdraw',
  'cancel',
] as const satisfies readonly SetAct[];

export async function toSetInFull(
  { deps, tx: db }: { readonly deps: SealsDeps; readonly tx: Db },
  row: SetRow,
): Promise<SealSetInFull> {
  const { centre_id: centreId, set_id: id } = row;
  const [steps, remakes, line, around, aCase] = await Promise.all([
    repository.listSteps(db, centreId, [id]),
    repository.listRemakes(db, centreId, [id]),
    findLine(db, centreId, id),
    loadAround(deps, db, centreId),
    row.case_no === '' ? undefined : deps.cases.findCaseByNo(db, centreId, row.case_no),
  ]);
  return {
    ...toSet(row, around),
    seals: toSeals(deps, row, 'masked'),
    steps: steps.map(toStep),
    remakes: remakes.map((remake) => ({
      id: remake.remake_id,
      kinds: [...remake.kinds],
      reason: remake.reason,
      askedAt: remake.asked_at.toISOString(),
      doneAt: remake.done_at?.toISOString() ?? null,
    })),
    recipient: maskName(openDelivery(deps.cipher, row)?.recipient ?? ''),
    receivedBy: maskName(openReceiver(deps.cipher, row)),
    handedByName: row.handed_by,
    hasSignature: row.signature_file_id !== null,
    settledIn: line?.month ?? null,
    caseId: aCase?.id ?? null,
    ticketId: aCase?.ticketId ?? null,
    acts: DESK_ACTS.filter(
      (act) =>
        isLawful(act, row.state) &&
        (act !== 'hand-out' || row.way === 'window') &&
        (act !== 'reroute' || row.way !== null),
    ),
  };
}
