import type { Actor } from '../access/contract-actor.ts';
import type { Clock } from '../clock/clock.ts';
import type { Tx } from '../db/types.ts';
import { tell } from '../events/tell.ts';
import { events } from './contract.ts';
import type { StoredFileRow } from './tables.ts';

const about = (row: StoredFileRow) => ({
  subject: { kind: 'files.file', id: row.file_id },
  payload: { fileId: row.file_id, name: row.name, purpose: row.purpose, hash: row.hash },
});

/** Says that a file came in, or that it was kept apart and why; `audit` is what the log holds beside. */
export function fileStored(
  tx: Tx,
  clock: Clock,
  actor: Actor,
  row: StoredFileRow,
  audit: Readonly<Record<string, unknown>> = {},
): void {
  const { subject, payload } = about(row);
  if (row.state === 'available') tell(tx, clock, actor, events.stored, { subject, payload, audit });
  else
    tell(tx, clock, actor, events.quarantined, {
      subject,
      payload: { ...payload, reason: row.state_reason },
    });
}

/** Says what was decided of a file that had been kept apart. */
export function fileDecided(
  tx: Tx,
  clock: Clock,
  actor: Actor,
  row: StoredFileRow,
  reason: string,
): void {
  const { subject, payload } = about(row);
  const kind = row.state === 'destroyed' ? events.destroyed : events.released;
  tell(tx, clock, actor, kind, { subject, payload: { ...payload, reason } });
}
