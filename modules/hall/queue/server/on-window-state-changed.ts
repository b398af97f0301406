import { systemActor } from '#kernel/access/system-actor.ts';
import { listen } from '#kernel/events/listener.ts';
import { events as organisation } from '#modules/registry/organisation/contract.ts';

import { aroundOf } from './around.ts';
import type { QueueDeps } from './deps.ts';
import { changeTicket, recordWindow } from './events.ts';
import { lockWindow } from './repository-call.ts';
import * as windows from './repository-windows.ts';
import * as repository from './repository.ts';

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
    const { today } = await aroundOf(deps, tx, centreId);
    const actor = systemActor(centreId, 'queue');
    const writing = { tx, clock: deps.clock, actor };
    const isGone = payload.to === 'closed' || payload.to === 'offline';
    const [current] =
      isGone && number !== null ? await windows.listCurrent(tx, centreId, [window.window_id]) : [];
    const held = current && (await repository.lockTicket(tx, centreId, current.ticket_id));
    if (held !== undefined && (held.state === 'called' || held.state === 'serving'))
      changeTicket(
        writing,
        held,
        'released',
        {
          state: 'waiting',
          calls: 0,
          window_id: null,
          window_number: null,
          person_id: null,
          person_name: '',
        },
        { place: was, reason: payload.reason },
      );
    const nobody = { account_id: null, person_id: null, person_name: '', is_cover: false };
    const row = {
      ...was,
      ...(isGone ? nobody : {}),
      state: payload.to,
      since: event.at,
      pause_reason: payload.to === 'paused' ? payload.reason : '',
      paused_until: null,
    };
    windows.saveWindow(tx, row);
    if (isGone) windows.freeTargets(tx, centreId, window.window_id, today);
    const act = isGone ? 'signed-out' : payload.to === 'paused' ? 'paused' : 'resumed';
    recordWindow(writing, row, act, { day: today, reason: payload.reason, who: was });
  });
