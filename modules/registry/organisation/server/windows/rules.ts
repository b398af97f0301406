import type { WindowState } from '../../contract.ts';

/**
 * Where a window may go from each state. An offline window has nobody signed in; a paused one may not
 * call; a closed one is out of order and comes back by way of offline, so that nobody serves at it unseen.
 */
const TRANSITIONS: Readonly<Record<WindowState, readonly WindowState[]>> = {
  offline: ['open', 'closed'],
  open: ['paused', 'offline', 'closed'],
  paused: ['open', 'offline', 'closed'],
  closed: ['offline'],
};

/** People who stand before a paused or closed window read why. */
const NEEDS_REASON: ReadonlySet<WindowState> = new Set(['paused', 'closed']);

export type StateDecision =
  | { readonly allowed: true }
  | { readonly allowed: false; readonly why: 'moved' | 'refused' | 'reason-needed' };

/** Whether a window in state `now` may go where somebody who saw `seen` asks. */
export function decideState(
  now: WindowState,
  asked: { readonly seen: WindowState; readonly to: WindowState; readonly reason: string },
): StateDecision {
  if (asked.seen !== now) return { allowed: false, why: 'moved' };
  if (!TRANSITIONS[now].includes(asked.to)) return { allowed: false, why: 'refused' };
  if (NEEDS_REASON.has(asked.to) && asked.reason === '')
    return { allowed: false, why: 'reason-needed' };
  return { allowed: true };
}
