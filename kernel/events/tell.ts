import type { z } from 'zod';

import type { Actor } from '../access/contract-actor.ts';
import { recordAll, type Subject } from '../audit/record.ts';
import type { Clock } from '../clock/clock.ts';
import { sendRows, tableOf } from '../db/prepared.ts';
import { afterCommit } from '../db/transaction.ts';
import type { Tx } from '../db/types.ts';
import { newId } from '../ids/id.ts';
import { countEvent } from '../observe/metrics.ts';
import type { EventKind } from './contract.ts';
import type { OutboxRow } from './tables.ts';
import { wakeReaders } from './wake.ts';

const OUTBOX = tableOf<OutboxRow>('kernel.outbox');

export interface Telling<P extends z.ZodType> {
  readonly subject: Subject;
  readonly payload: z.input<P>;
  /** What the audit entry holds beside the payload, e.g. the row before the change. No secrets. */
  readonly audit?: Readonly<Record<string, unknown>>;
}

/** One of several things that happened. */
export interface Told<P extends z.ZodType> extends Telling<P> {
  readonly kind: EventKind<P>;
}

/**
 * Says that something happened: an event into the outbox and an entry into the audit log, in the
 * transaction of the act, and one count for the metrics once it is durable. The payload is checked.
 * Listeners hear the events of a subject in the order in which transactions first wrote, so a use case
 * locks its subject before it writes anything else.
 */
export function tell<P extends z.ZodType>(
  tx: Tx,
  clock: Clock,
  actor: Actor,
  kind: EventKind<P>,
  telling: Telling<P>,
): void {
  tellAll(tx, clock, actor, [{ ...telling, kind }]);
}

/** The same of several things, heard in their order, with one statement for each of the two logs. */
export function tellAll<P extends z.ZodType>(
  tx: Tx,
  clock: Clock,
  actor: Actor,
  all: ReadonlyArray<Told<P>>,
): void {
  if (all.length === 0) return;
  const checked = all.map((one) => ({ ...one, payload: one.kind.payload.parse(one.payload) }));
  sendRows(
    tx,
    OUTBOX,
    checked.map(({ kind, subject, payload }) => ({
      centre_id: actor.centreId,
      event_id: newId(clock),
      name: kind.name,
      version: kind.version,
      aggregate_kind: subject.kind,
      aggregate_id: subject.id,
      actor_kind: actor.kind,
      actor_id: actor.id,
      at: clock.now(),
      payload: JSON.stringify(payload),
    })),
  );
  recordAll(
    tx,
    clock,
    actor,
    checked.map(({ kind, subject, payload, audit }) => ({
      act: kind.name,
      subject,
      body: { payload, ...audit },
    })),
  );
  afterCommit(tx, () => {
    for (const { kind } of checked) countEvent(kind.name);
    wakeReaders({ kind: 'events', centreId: actor.centreId });
  });
}
