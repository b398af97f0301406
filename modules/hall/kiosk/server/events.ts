import type { Actor } from '#kernel/access/contract-actor.ts';
import type { Clock } from '#kernel/clock/clock.ts';
import type { Tx } from '#kernel/db/types.ts';
import { tell } from '#kernel/events/tell.ts';

import { events, VisitEnd } from '../contract.ts';
import type { LinkRow, VisitRow } from './tables.ts';

const subjectOf = (visitId: string) => ({ kind: 'kiosk.visit', id: visitId });

export function visitOpened(tx: Tx, clock: Clock, actor: Actor, row: VisitRow): void {
  tell(tx, clock, actor, events.visitOpened, {
    subject: subjectOf(row.visit_id),
    payload: {
      visitId: row.visit_id,
      deviceId: row.device_id,
      accountId: row.account_id,
      way: row.way,
    },
  });
}

export function visitEnded(tx: Tx, clock: Clock, actor: Actor, row: VisitRow, files: number): void {
  tell(tx, clock, actor, events.visitEnded, {
    subject: subjectOf(row.visit_id),
    payload: {
      visitId: row.visit_id,
      deviceId: row.device_id,
      why: VisitEnd.parse(row.ended_why),
      files,
    },
  });
}

export function linkJoined(tx: Tx, clock: Clock, actor: Actor, row: LinkRow): void {
  tell(tx, clock, actor, events.linkJoined, {
    subject: subjectOf(row.visit_id),
    payload: { visitId: row.visit_id, linkId: row.link_id },
  });
}
