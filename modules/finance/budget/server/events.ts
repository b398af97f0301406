import type { Actor } from '#kernel/access/contract-actor.ts';
import type { Clock } from '#kernel/clock/clock.ts';
import type { Tx } from '#kernel/db/types.ts';
import { tell } from '#kernel/events/tell.ts';

import { events } from '../contract.ts';
import type { VersionRow } from './repository.ts';

interface Change {
  readonly act: 'created' | 'saved' | 'submitted' | 'returned' | 'approved';
  readonly before?: VersionRow;
  readonly after: VersionRow;
}

/** What the audit entry keeps of a version: not its prose. */
const briefly = ({ facts: _facts, ...row }: VersionRow) => row;

/** Says that a version changed. */
export function versionChanged(tx: Tx, clock: Clock, actor: Actor, change: Change): void {
  const { act, before, after } = change;
  tell(tx, clock, actor, events.versionChanged, {
    subject: { kind: 'budget.version', id: after.version_id },
    payload: { versionId: after.version_id, year: after.year, stage: after.stage, act },
    audit: {
      ...(before === undefined ? {} : { before: briefly(before) }),
      after: briefly(after),
    },
  });
}
