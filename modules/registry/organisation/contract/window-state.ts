import { z } from 'zod';

import { route } from '#kernel/http/contract.ts';
import { Id, IdParams, Instant, PageQuery, pageOf } from '#kernel/http/shapes.ts';

import { permissions } from './permissions.ts';
import { problems } from './problems.ts';
import { BASE, WindowState } from './shapes.ts';
import { Window } from './windows.ts';

/**
 * Where a window may go from each state. An offline window has nobody signed in; a paused one may not
 * call; a closed one is out of order and comes back by way of offline, so that nobody serves at it unseen.
 */
export const windowTransitions: Readonly<Record<WindowState, readonly WindowState[]>> = {
  offline: ['open', 'closed'],
  open: ['paused', 'offline', 'closed'],
  paused: ['open', 'offline', 'closed'],
  closed: ['offline'],
};

/** People who stand before a paused or closed window read why. */
export const statesWithReason: readonly WindowState[] = ['paused', 'closed'];

/** A change of state: `from` is what the caller saw, so that two people do not undo each other unseen. */
export const WindowStateInput = z.object({
  from: WindowState,
  to: WindowState,
  reason: z.string().trim().max(200).default(''),
});
export type WindowStateInput = z.infer<typeof WindowStateInput>;

export const WindowStateChange = z.object({
  id: Id,
  state: WindowState,
  reason: z.string(),
  changedByName: z.string(),
  at: Instant,
});
export type WindowStateChange = z.infer<typeof WindowStateChange>;

export const ListWindowStatesQuery = PageQuery.omit({ search: true });
export type ListWindowStatesQuery = z.infer<typeof ListWindowStatesQuery>;

export const windowStateRoutes = {
  changeWindowState: route({
    name: 'organisation.changeWindowState',
    method: 'POST',
    path: `${BASE}/windows/:id/states`,
    summary: 'Open, pause or close a window, or take it offline',
    admission: permissions.operateWindows,
    params: IdParams,
    body: WindowStateInput,
    response: Window,
    idempotency: 'optional',
    problems: [
      problems.stateMoved,
      problems.stateRefused,
      problems.reasonNeeded,
      problems.alreadyClosed,
    ],
  }),
  listWindowStates: route({
    name: 'organisation.listWindowStates',
    method: 'GET',
    path: `${BASE}/windows/:id/states`,
    summary: 'What state a window was in, since when, why and by whom; the newest first',
    admission: permissions.view,
    params: IdParams,
    query: ListWindowStatesQuery,
    response: pageOf(WindowStateChange),
  }),
} as const;
