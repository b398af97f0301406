import { authorise } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import { centreDay } from '#kernel/centre/centre-day.ts';
import { formatNumber } from '#kernel/documents/numbering/format-number.ts';
import { takeNumber } from '#kernel/documents/numbering/take-number.ts';
import { tell } from '#kernel/events/tell.ts';
import type { Once } from '#kernel/http/idempotency.ts';
import { newId } from '#kernel/ids/id.ts';
import { requireVersion } from '#kernel/problems/current-version.ts';
import { orNotFound } from '#kernel/problems/or-not-found.ts';
import { ProblemError } from '#kernel/problems/problem-error.ts';

import {
  type CaseParcel,
  events,
  type HandOver,
  type HandOverInput,
  type ParcelInFull,
  type ParcelState,
  permissions,
  problems,
  stateWords,
  type Trouble,
  UNDER_WAY,
} from '../../contract.ts';
import type { CourierDeps, Doing } from '../deps.ts';
import { requireEntitled } from '../entitlement.ts';
import { SIGNATURE_PURPOSE } from '../file-purposes.ts';
import { makeParcel } from '../make-parcel.ts';
import { tellParty } from '../messages.ts';
import { moveParcel } from '../move-parcel.ts';
import { findCarrier, placeOrder } from '../place-order.ts';
import * as repository from '../repository.ts';
import type { ParcelRow } from '../tables.ts';
import { toHandOver, toParcelInFull } from '../view.ts';

function requireState(row: ParcelRow, states: readonly ParcelState[]): void {
  if (states.includes(row.state)) return;
  throw new ProblemError(problems.notInState, { number: row.number, state: stateWords[row.state] });
}

/** The courier's scan may be told before the book is signed: such a parcel is entered all the same, once. */
function requireLeavable(row: ParcelRow): void {
  const isScanned = row.direction === 'out' && row.hand_over_id === null;
  requireState(row, isScanned ? ['ordered', 'collected', 'moving'] : ['ordered']);
}

/** 寄送结果或揽收材料: tied to a case; a result only once it is there. */
export async function sendForCase(
  deps: CourierDeps,
  actor: Actor,
  input: CaseParcel,
  once: Once,
): Promise<ParcelInFull> {
  authorise(actor, permissions.handle.name);
  return deps.database.transaction(async (tx) => {
    const found = await deps.cases.findCaseByNo(tx, actor.centreId, input.caseNo);
    if (found === undefined) throw new ProblemError(problems.unknownCase);
    const isThere = found.state === 'ready' || found.state === 'denied';
    if (input.direction === 'out' && !isThere)
      throw new ProblemError(problems.notReady, { caseNo: found.caseNo });
    await requireEntitled(deps, tx, actor.centreId, found);
    const { caseNo: _no, weightGrams, ...rest } = input;
    const row = await makeParcel(
      { deps, tx, actor },
      {
        ...rest,
        ...(weightGrams === undefined ? {} : { weightGrams }),
        subject: { kind: 'cases.case', id: found.id, no: found.caseNo },
        partyId: found.partyId,
      },
    );
    const view = await toParcelInFull(deps, tx, row);
    once.claim(tx, view);
    return view;
  });
}

/**
 * 下单: the carrier is asked outside of any transaction, by our number, so that a repeat after an unsure end gives the same
 * parcel. What it refuses is kept with the reason.
 */
export async function orderParcel(
  deps: CourierDeps,
  actor: Actor,
  id: string,
): Promise<ParcelInFull> {
  authorise(actor, permissions.handle.name);
  const { db } = deps.database;
  const found = orNotFound(await repository.findParcel(db, actor.centreId, id));
  if (found.tracking_no !== '') return toParcelInFull(deps, db, found);
  requireState(found, ['waiting']);
  const carrier = await findCarrier(deps, actor.centreId);
  if (carrier === undefined) throw new ProblemError(problems.noCarrier);
  const { row, answer } = await placeOrder(deps, actor, found, carrier);
  if (!answer.ok) throw new ProblemError(problems.carrierFailed, { reason: answer.reason });
  return toParcelInFull(deps, db, row);
}

/**
 * 交接: a batch leaves with the courier, who signs the book. Originals leave with a signature only. One parcel that cannot go
 * stops the batch, named, and nothing has left.
 */
export async function handOver(
  deps: CourierDeps,
  actor: Actor,
  input: HandOverInput,
  once: Once,
): Promise<HandOver> {
  authorise(actor, permissions.handle.name);
  return deps.database.transaction(async (tx) => {
    const doing = { deps, tx, actor };
    const rows: ParcelRow[] = [];
    for (const id of input.parcelIds.toSorted()) {
      const row = orNotFound(await repository.lockParcel(tx, actor.centreId, id));
      requireLeavable(row);
      rows.push(row);
    }
    if (input.signatureFileId === null && rows.some((row) => row.has_originals))
      throw new ProblemError(problems.signatureMissing);
    const handOverId = newId(deps.clock);
    if (input.signatureFileId !== null)
      await deps.files.attach(tx, actor, input.signatureFileId, SIGNATURE_PURPOSE, {
        kind: 'courier.hand-over',
        id: handOverId,
      });
    for (const row of rows) await leave(doing, row, handOverId);
    const view = await writeBook(doing, input, handOverId, rows);
    once.claim(tx, view);
    return view;
  });
}

async function leave(doing: Doing, row: ParcelRow, handOverId: string): Promise<void> {
  const { deps, tx, actor } = doing;
  const after = await moveParcel(doing, row, {
    ...(row.state === 'ordered' ? { state: 'handed' } : {}),
    hand_over_id: handOverId,
    handed_at: deps.clock.now(),
  });
  if (row.subject_kind === 'seals.set' && row.direction === 'out')
    await deps.seals.send(tx, actor, row.subject_id, row.tracking_no);
  await tellParty(doing, 'handed', after);
}

async function writeBook(
  { deps, tx, actor }: Doing,
  input: HandOverInput,
  handOverId: string,
  rows: readonly ParcelRow[],
): Promise<HandOver> {
  const { today, now } = await centreDay(deps, tx, actor.centreId);
  const year = Number.parseInt(today.slice(0, 4), 10);
  const series = { centreId: actor.centreId, series: 'courier.hand-over' as const, year };
  const serial = await takeNumber(tx, series);
  const row = {
    centre_id: actor.centreId,
    hand_over_id: handOverId,
    number: formatNumber('JJ{year}{serial:5}', { year, serial }),
    carrier_id: orNotFound(rows[0]?.carrier_id ?? undefined),
    courier_name: input.courierName,
    signature_file_id: input.signatureFileId,
    by_name: actor.name,
    parcels: rows.length,
    at: now,
  };
  repository.insertHandOver(tx, row);
  tell(tx, deps.clock, actor, events.handedOver, {
    subject: { kind: 'courier.hand-over', id: handOverId },
    payload: { handOverId, number: row.number, parcels: rows.length },
  });
  const carriers = await repository.listCarriers(tx, actor.centreId);
  return toHandOver(row, carriers);
}

/** 丢失、损坏、了结、取消: a parcel that is lost keeps its case or set where it is, until it is settled with the applicant. */
export async function settleTrouble(
  deps: CourierDeps,
  actor: Actor,
  id: string,
  { version, what, reason }: Trouble,
  once: Once,
): Promise<ParcelInFull> {
  authorise(actor, permissions.handle.name);
  return deps.database.transaction(async (tx) => {
    const doing = { deps, tx, actor };
    const row = orNotFound(await repository.lockParcel(tx, actor.centreId, id));
    requireState(row, FROM[what]);
    requireVersion(row, version);
    const { today } = await centreDay(deps, tx, actor.centreId);
    const isEnd = what === 'closed' || what === 'cancelled';
    const after = await moveParcel(
      doing,
      row,
      { state: what, ...(isEnd ? { ended_on: today } : {}) },
      { reason },
    );
    if (what === 'lost' || what === 'damaged') await tellParty(doing, 'lost', after);
    // What was lost has to be made again; the set goes back to where it was before it left.
    if (what === 'closed' && row.subject_kind === 'seals.set')
      await deps.seals.takeBack(tx, actor, row.subject_id, reason);
    const view = await toParcelInFull(deps, tx, after);
    once.claim(tx, view);
    return view;
  });
}

const FROM: Readonly<Record<Trouble['what'], readonly ParcelState[]>> = {
  lost: UNDER_WAY,
  damaged: [...UNDER_WAY, 'signed'],
  closed: ['lost', 'damaged'],
  cancelled: ['waiting', 'ordered'],
};
