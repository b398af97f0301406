import type { Actor } from '../access/contract-actor.ts';
import type { Clock } from '../clock/clock.ts';
import type { Tx } from '../db/types.ts';
import { recordAudit, type Subject } from './record.ts';

export interface Look {
  /** The permission under which the record was read. */
  readonly act: string;
  readonly subject: Subject;
  /** Names of the protected fields that were shown, never their values. */
  readonly fields?: readonly string[];
  /** Why, when the reader was asked. */
  readonly reason?: string;
}

/** Writes down that somebody saw a protected record; in the transaction that read it, so that no look goes unseen. */
export function recordLook(tx: Tx, clock: Clock, actor: Actor, look: Look): void {
  const { act, subject, fields, reason } = look;
  recordAudit(tx, clock, actor, { act, subject, body: { look: true, fields, reason } });
}
