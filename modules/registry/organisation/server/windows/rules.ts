import { statesWithReason, type WindowState, windowTransitions } from '../../contract.ts';

export type StateDecision =
  | { readonly allowed: true }
  | { readonly allowed: false; readonly why: 'moved' | 'refused' | 'reason-needed' };

/** Whether a window in state `now` may go where somebody who saw `seen` asks. */
export function decideState(
  now: WindowState,
  asked: { readonly seen: WindowState; readonly to: WindowState; readonly reason: string },
): StateDecision {
  if (asked.seen !== now) return { allowed: false, why: 'moved' };
  if (!windowTransitions[now].includes(asked.to)) return { allowed: false, why: 'refused' };
  if (statesWithReason.includes(asked.to) && asked.reason === '')
    return { allowed: false, why: 'reason-needed' };
  return { allowed: true };
}
