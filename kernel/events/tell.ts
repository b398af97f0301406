import type { z } from 'zod';

import type { Actor } from '../access/contract-actor.ts';
import { recordAudit, type Subject } from '../audit/record.ts';
import type { Clock } from '../clock/clock.ts';
import { afterCommit, send } from '../db/transaction.ts';
import type { Tx } from '../db/types.ts';
import { newId } from '../ids/id.ts';
import { countEvent } from '../observe/metrics.ts';
import type { EventKind } from './contract.ts';
import type { OutboxTables } from './tables.ts';
import { wakeReaders } from './wake.ts';

export interface Telling<P extends z.ZodType> {
  readonly subject: Subject;
  readonly payload: z.input<P>;
  /** What the audit entry holds beside the payload, e.g. the row before the change. No secrets. */
  readonly audit?: Readonly<Record<string, unknown>>;
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
  const payload = kind.payload.parse(telling.payload);
  send(
    tx,
    tx
      .$extendTables<OutboxTables>()
      .insertInto('kernel.outbox')
      .values({
        centre_id: actor.centreId,
        event_id: newId(clock),
        name: kind.name,
        version: kind.version,
        aggregate_kind: telling.subject.kind,
        aggregate_id: telling.subject.id,
        actor_kind: actor.kind,
        actor_id: actor.id,
        at: clock.now(),
        payload: JSON.stringify(payload),
      }),
  );
  recordAudit(tx, clock, actor, {
    act: kind.name,
    subject: telling.subject,
    body: { payload, ...telling.audit },
  });
  afterCommit(tx, () => {
    countEvent(kind.name);
    wakeReaders({ kind: 'events', centreId: actor.centreId });
  });
}
