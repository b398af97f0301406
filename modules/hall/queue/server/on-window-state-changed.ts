import { systemActor } from '#kernel/access/system-actor.ts';
import { listen } from '#kernel/events/listener.ts';
import { events as organisation } from '#modules/registry/organisation/contract.ts';

import { aroundOf } from './around.ts';
import type { QueueDeps } from './deps.ts';
import { changeTicket, recordWindow, type Writing } from './events.ts';
import { endPostOf, endPostsFrom } from './posts.ts';
import { lockWindow } from './repository-call.ts';
import * as windows from './repository-windows.ts';
import * as repository from './repository.ts';
import type { WindowStateRow } from './tables.ts';

/**
 * A window that the hall manager closes or takes offline is no longer anybody's: whoever was called there goes
 * back to the place in line that they had. What the clerk did here comes back too, and changes nothing.
 */
export const followWindowState = (deps: QueueDeps) =>
  listen('queue.follow-window-state', organisation.windowStateChanged, async (tx, event) => {
    const { centreId, payload } = event;
    const window = await lockWindow(tx, centreId, payload.windowId);
    if (window === undefined || window.state === payload.to) return;
    // What was done at the window itself is written here already, and its event comes later.
    if (window.since >= event.at) return;
    const { current_number: number, ...was } = window;
    const around = await aroundOf(deps, tx, centreId);
    const { today } = around;
    const writing = { tx, clock: deps.clock, actor: systemActor(centreId, 'queue') };
    const isGone = payload.to === 'closed' || payload.to === 'offline';
    if (isGone && number !== null) await release(writing, was, payload.reason);
    const row = {
      ...was,
      ...(isGone ? NOBODY : {}),
      state: payload.to,
      since: event.at,
      pause_reason: payload.to === 'paused' ? payload.reason : '',
      paused_until: null,
    };
    windows.saveWindow(tx, row);
    if (isGone) windows.freeTargets(tx, centreId, window.window_id, today);
    if (isGone) await endPostsFrom(writing, around, window.window_id);
    if (payload.to === 'open' || payload.to === 'closed')
      await endPostOf(writing, around, window.window_id);
    recordWindow(writing, row, ACTS[payload.to], { day: today, reason: payload.reason, who: was });
  });

const NOBODY = { account_id: null, person_id: null, person_name: '', is_cover: false };

const ACTS = {
  closed: 'signed-out',
  offline: 'signed-out',
  paused: 'paused',
  open: 'resumed',
} as const;

/** Whoever was in the window's hands waits again, at the place in line that they had. */
async function release(writing: Writing, was: WindowStateRow, reason: string): Promise<void> {
  const { tx } = writing;
  const [current] = await windows.listCurrent(tx, was.centre_id, [was.window_id]);
  if (current === undefined) return;
  const held = await repository.lockTicket(tx, was.centre_id, current.ticket_id);
  if (held?.state !== 'called' && held?.state !== 'serving') return;
  const changes = {
    state: 'waiting',
    calls: 0,
    window_id: null,
    window_number: null,
    person_id: null,
    person_name: '',
  } as const;
  changeTicket(writing, held, 'released', changes, { place: was, reason });
}
