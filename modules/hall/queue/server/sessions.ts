import { authorise } from '#kernel/access/authorise.ts';
import type { Actor } from '#kernel/access/contract-actor.ts';
import type { Day } from '#kernel/clock/day.ts';
import { isDuplicate } from '#kernel/db/errors.ts';
import type { Tx } from '#kernel/db/types.ts';
import type { Once } from '#kernel/http/idempotency.ts';
import { isProblem, ProblemError } from '#kernel/problems/problem-error.ts';
import {
  problems as organisation,
  type WindowStateInput,
} from '#modules/registry/organisation/contract.ts';

import { type Pause, permissions, problems, type Session } from '../contract.ts';
import { aroundOf } from './around.ts';
import type { QueueDeps } from './deps.ts';
import { recordWindow } from './events.ts';
import { toFresh } from './fresh-window.ts';
import { endPostOf, endPostsFrom } from './posts.ts';
import { lockWindow } from './repository-call.ts';
import * as windows from './repository-windows.ts';
import { mayTakeOver } from './rules/cover.ts';
import { readSettings } from './settings.ts';
import type { WindowStateRow } from './tables.ts';
import { toSession } from './view.ts';
import { holdWindow, requireFree } from './work.ts';

type Work = WindowStateInput['to'];

const MINUTE_MS = 60_000;

/** Signs in at a window and opens it: one person at a window, one window a person. */
export async function signIn(
  deps: QueueDeps,
  actor: Actor,
  windowId: string,
  once: Once,
): Promise<Session> {
  return refuseTwice(() =>
    deps.database.transaction(async (tx) => {
      const around = await aroundOf(deps, tx, actor.centreId, ({ windows: all }) =>
        all.byId.has(windowId),
      );
      const place = around.directory.windows.byId.get(windowId);
      authorise(actor, permissions.call.name, { windowId, siteId: place?.siteId });
      if (place === undefined) throw new ProblemError(problems.unknownPlace);
      const [before, elsewhere, who] = await Promise.all([
        lockWindow(tx, actor.centreId, windowId),
        windows.findWindowOf(tx, actor.centreId, actor.id),
        findWho(deps, tx, actor, windowId, around.today),
      ]);
      const writing = { tx, clock: deps.clock, actor };
      const isTaken = mayTakeOver(before, { accountId: actor.id, isCover: who.is_cover });
      if (!isTaken) requireUnheld(actor, before);
      requireNowhereElse(elsewhere, windowId);
      if (isTaken && before !== undefined)
        recordWindow(writing, { ...before, state: 'offline' }, 'signed-out', {
          day: around.today,
          reason: COVERED,
        });
      await endPostOf(writing, around, windowId);
      await moveTo(deps, tx, actor, windowId, { from: before?.state ?? 'offline', to: 'open' });
      const row: WindowStateRow = {
        ...toFresh(actor.centreId, place),
        ...who,
        state: 'open',
        since: deps.clock.now(),
      };
      windows.saveWindow(tx, row);
      const act = isTaken ? 'covered' : 'signed-in';
      recordWindow(writing, row, act, { day: around.today });
      const session = toSession(row, around, undefined);
      once.claim(tx, session);
      return session;
    }),
  );
}

const COVERED = 'B 岗顶岗 / covered';

/** Whoever signs in, and whether they stand in for the one who is stationed at the window. */
async function findWho(deps: QueueDeps, tx: Tx, actor: Actor, windowId: string, today: Day) {
  const [person, standing] = await Promise.all([
    deps.staff.findPersonOfAccount(tx, actor.centreId, actor.id),
    deps.staff.whoStandsAt(tx, actor.centreId, windowId, today),
  ]);
  const stationed = standing?.stationing?.a.id;
  return {
    account_id: actor.id,
    person_id: person?.id ?? null,
    person_name: person?.nameZh ?? actor.name,
    is_cover: stationed !== undefined && stationed !== person?.id,
  };
}

function requireUnheld(actor: Actor, before: WindowStateRow | undefined): void {
  if (before?.account_id != null && before.account_id !== actor.id)
    throw new ProblemError(problems.windowHeld, { who: before.person_name });
}

function requireNowhereElse(elsewhere: WindowStateRow | undefined, windowId: string): void {
  if (elsewhere !== undefined && elsewhere.window_id !== windowId)
    throw new ProblemError(problems.elsewhere, { window: elsewhere.window_number });
}

async function refuseTwice<T>(write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (isDuplicate(error, 'window_state_one_account'))
      throw new ProblemError(problems.elsewhere, { window: '' }, { cause: error });
    throw error;
  }
}

const NOBODY = { account_id: null, person_id: null, person_name: '', is_cover: false };

/** Signs out; what was sent to this window waits for all windows of its line again. */
export async function signOut(
  deps: QueueDeps,
  actor: Actor,
  windowId: string,
  once: Once,
): Promise<{ done: true }> {
  return deps.database.transaction(async (tx) => {
    const { window, around } = await holdWindow(deps, tx, actor, windowId);
    if (window.current_number !== null)
      throw new ProblemError(problems.finishFirst, { number: window.current_number });
    await moveTo(deps, tx, actor, windowId, { from: window.state, to: 'offline' });
    const { current_number: _number, ...was } = window;
    const row: WindowStateRow = {
      ...was,
      ...NOBODY,
      state: 'offline',
      since: deps.clock.now(),
      pause_reason: '',
      paused_until: null,
    };
    windows.saveWindow(tx, row);
    windows.freeTargets(tx, actor.centreId, windowId, around.today);
    const writing = { tx, clock: deps.clock, actor };
    await endPostsFrom(writing, around, windowId);
    recordWindow(writing, row, 'signed-out', {
      day: around.today,
      who: was,
    });
    const done = { done: true } as const;
    once.claim(tx, done);
    return done;
  });
}

/** Pauses the window between two tickets, for a time that the centre limits. */
export async function pause(
  deps: QueueDeps,
  actor: Actor,
  windowId: string,
  { reason, minutes }: Pause,
  once: Once,
): Promise<Session> {
  return deps.database.transaction(async (tx) => {
    const { window, around } = await holdWindow(deps, tx, actor, windowId);
    requireFree(window);
    const settings = await readSettings(tx, actor.centreId);
    if (minutes > settings.pauseMinutes)
      throw new ProblemError(problems.pauseTooLong, { minutes: settings.pauseMinutes });
    await moveTo(deps, tx, actor, windowId, { from: 'open', to: 'paused', reason });
    const { current_number: _number, ...was } = window;
    const row: WindowStateRow = {
      ...was,
      state: 'paused',
      since: deps.clock.now(),
      pause_reason: reason,
      paused_until: new Date(around.now.getTime() + minutes * MINUTE_MS),
    };
    windows.saveWindow(tx, row);
    recordWindow({ tx, clock: deps.clock, actor }, row, 'paused', { day: around.today, reason });
    const session = toSession(row, around, undefined);
    once.claim(tx, session);
    return session;
  });
}

/** Opens the window again. */
export async function resume(
  deps: QueueDeps,
  actor: Actor,
  windowId: string,
  once: Once,
): Promise<Session> {
  return deps.database.transaction(async (tx) => {
    const { window, around } = await holdWindow(deps, tx, actor, windowId);
    const { current_number: _number, ...was } = window;
    if (window.state !== 'open')
      await moveTo(deps, tx, actor, windowId, { from: window.state, to: 'open' });
    const row: WindowStateRow = {
      ...was,
      state: 'open',
      since: deps.clock.now(),
      pause_reason: '',
      paused_until: null,
    };
    if (window.state !== 'open') {
      const writing = { tx, clock: deps.clock, actor };
      windows.saveWindow(tx, row);
      await endPostOf(writing, around, windowId);
      recordWindow(writing, row, 'resumed', { day: around.today });
    }
    const session = toSession(row, around, undefined);
    once.claim(tx, session);
    return session;
  });
}

/** Moves the window in the register too, from whatever state it is in there. */
export async function moveTo(
  deps: QueueDeps,
  tx: Tx,
  actor: Actor,
  windowId: string,
  change: { readonly from: Work; readonly to: Work; readonly reason?: string },
): Promise<void> {
  const { to, reason = '' } = change;
  try {
    await deps.organisation.moveWindow(tx, actor, windowId, {
      from: change.from === to ? 'offline' : change.from,
      to,
      reason,
    });
  } catch (error) {
    const seen = seenState(error);
    if (seen === undefined) throw error;
    if (seen === to) return;
    await deps.organisation.moveWindow(tx, actor, windowId, { from: seen, to, reason });
  }
}

const WORKS: readonly Work[] = ['offline', 'open', 'paused', 'closed'];

function seenState(error: unknown): Work | undefined {
  if (!isProblem(error, organisation.stateMoved)) return undefined;
  const seen = error.extras.more?.['state'];
  return WORKS.find((work) => work === seen);
}
