import type { Actor } from '#kernel/access/contract-actor.ts';
import type { Clock } from '#kernel/clock/clock.ts';
import type { Tx } from '#kernel/db/types.ts';
import { newId } from '#kernel/ids/id.ts';

import type { WindowState } from '../../contract.ts';
import { windowStateChanged } from '../events.ts';
import { insertState } from '../repository-window-state.ts';
import type { WindowRow } from '../tables.ts';

/** Keeps a change of state as history and tells of it; gives the columns to save with the window. */
export function recordState(
  tx: Tx,
  clock: Clock,
  actor: Actor,
  window: WindowRow,
  change: { readonly to: WindowState; readonly reason: string },
): Pick<WindowRow, 'state' | 'state_since' | 'state_reason'> {
  const { to, reason } = change;
  const at = clock.now();
  insertState(tx, {
    centre_id: window.centre_id,
    change_id: newId(clock),
    window_id: window.window_id,
    state: to,
    reason,
    changed_by: actor.id,
    changed_by_name: actor.name,
    at,
  });
  windowStateChanged(tx, clock, actor, { window, to, reason });
  return { state: to, state_since: at, state_reason: reason };
}
