import type { z } from 'zod';

import { systemActor } from '#kernel/access/system-actor.ts';
import type { Db } from '#kernel/db/types.ts';
import type { CaseRef } from '#modules/casework/cases/index.ts';

import type { events, ParcelState } from '../contract.ts';
import type { CourierDeps } from './deps.ts';
import * as repository from './repository.ts';
import type { ParcelRow } from './tables.ts';

const ACTOR = 'courier.follow';
const SIGNED_FOR = 3;

const LEFT: readonly ParcelState[] = ['handed', 'collected', 'moving', 'delivering'];
const CAME_BACK: readonly ParcelState[] = ['returned', 'closed'];

/**
 * The case goes where its result goes: on the way, delivered with the carrier's record as proof, or back to be collected. Each
 * step is taken once, whatever is told again; a case that somebody moved meanwhile stays where it is.
 */
export async function followCase(
  deps: CourierDeps,
  db: Db,
  centreId: number,
  moved: z.infer<(typeof events.moved)['payload']>,
): Promise<void> {
  if (moved.subjectKind !== 'cases.case' || moved.direction !== 'out') return;
  const [found, row] = await Promise.all([
    deps.cases.findCase(db, centreId, moved.subjectId),
    repository.findParcel(db, centreId, moved.parcelId),
  ]);
  if (found === undefined || row === undefined) return;
  await step(deps, centreId, found, row);
}

async function step(
  { cases }: CourierDeps,
  centreId: number,
  found: CaseRef,
  row: ParcelRow,
): Promise<void> {
  const actor = systemActor(centreId, ACTOR);
  const { id, state, version } = found;
  const trackingNo = row.tracking_no;
  if (row.state === 'signed' && ['ready', 'denied', 'delivering'].includes(state)) {
    const recipient = row.recipient_shown === '' ? row.number : row.recipient_shown;
    const proof = { recipient, trackingNo, trackingState: SIGNED_FOR, place: '' };
    await cases.deliver(actor, id, { version, way: 'courier', ...proof });
  } else if (LEFT.includes(row.state) && state === 'ready' && found.offersCourier) {
    await cases.dispatch(actor, id, { version, trackingNo });
  } else if (CAME_BACK.includes(row.state) && state === 'delivering') {
    const reason =
      row.state === 'returned' ? '快递未送达，已退回中心' : '快递遗失或损坏，已与申请人了结';
    await cases.comeBack(actor, id, { version, trackingNo, reason });
  }
}
