import type { Actor } from '../access/contract-actor.ts';
import type { Clock } from '../clock/clock.ts';
import { sendRows, tableOf } from '../db/prepared.ts';
import type { Tx } from '../db/types.ts';
import { newId } from '../ids/id.ts';
import type { AuditEntryRow } from './tables.ts';

export interface Subject {
  /** What kind of record, e.g. `organisation.window`. */
  readonly kind: string;
  readonly id: string;
}

/** How many chains a centre has; a power of two so that a subject keeps its chain. */
export const CHAINS = 16;

/** The chain of a subject: all that happened to one record is in one chain, in order. */
export function chainOf(subject: Subject): number {
  let sum = 0;
  for (const character of `${subject.kind}/${subject.id}`)
    sum = (sum * 31 + (character.codePointAt(0) ?? 0)) >>> 0;
  return sum % CHAINS;
}

const ENTRIES = tableOf<AuditEntryRow>('kernel.audit_entry');

/** What was done, to what; `body` says what changed, without secrets. */
export interface AuditEntry {
  /** The event or permission name. */
  readonly act: string;
  readonly subject: Subject;
  readonly body: unknown;
}

/** Writes an audit entry in the transaction of the act. The sealer links it into its SM3 chain within seconds. */
export function recordAudit(tx: Tx, clock: Clock, actor: Actor, entry: AuditEntry): void {
  recordAll(tx, clock, actor, [entry]);
}

/** Writes several, in their order, with one statement. */
export function recordAll(
  tx: Tx,
  clock: Clock,
  actor: Actor,
  entries: readonly AuditEntry[],
): void {
  sendRows(
    tx,
    ENTRIES,
    entries.map((entry) => ({
      centre_id: actor.centreId,
      entry_id: newId(clock),
      chain: chainOf(entry.subject),
      at: clock.now(),
      actor_kind: actor.kind,
      actor_id: actor.id,
      actor_name: actor.name,
      act: entry.act,
      subject_kind: entry.subject.kind,
      subject_id: entry.subject.id,
      request_id: actor.request?.id ?? null,
      address: actor.request?.address ?? null,
      body: JSON.stringify(entry.body),
    })),
  );
}
