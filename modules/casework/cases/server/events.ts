import type { Actor } from '#kernel/access/contract-actor.ts';
import type { Clock } from '#kernel/clock/clock.ts';
import type { Tx } from '#kernel/db/types.ts';
import { tell } from '#kernel/events/tell.ts';

import { events } from '../contract.ts';
import type { CaseRow } from './tables.ts';

/** An act on a row; the audit entry keeps it before, when there was one, and after. */
interface Change {
  readonly act: 'created' | 'changed';
  readonly before?: CaseRow;
  readonly after: CaseRow;
}

/** Says that a case changed. */
export function caseChanged(tx: Tx, clock: Clock, actor: Actor, { act, ...rows }: Change): void {
  const { case_id: id, code } = rows.after;
  tell(tx, clock, actor, events.caseChanged, {
    subject: { kind: 'cases.case', id },
    payload: { caseId: id, code, act },
    audit: rows,
  });
}
