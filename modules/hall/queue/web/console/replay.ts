import type { ReplayStep, WindowState } from '../../contract.ts';

/** The hall after a step of a day. */
export interface HallAt {
  readonly windows: ReadonlyMap<string, { readonly state: WindowState; readonly number: string }>;
  /** People who wait, by line. */
  readonly waiting: ReadonlyMap<string, number>;
}

/** Plays the steps up to and including one. */
export function hallAt(steps: readonly ReplayStep[], until: number): HallAt {
  const windows = new Map<string, { state: WindowState; number: string }>();
  const lineOf = new Map<string, string>();
  for (const step of steps.slice(0, until + 1)) {
    if (step.windowState !== null && step.windowId !== null)
      windows.set(step.windowId, { state: step.windowState, number: '' });
    if (step.state === null || step.businessId === null) continue;
    if (step.state === 'waiting') lineOf.set(step.number, step.businessId);
    else lineOf.delete(step.number);
    if (step.windowId !== null) windows.set(step.windowId, toWindow(step));
  }
  const waiting = new Map<string, number>();
  for (const line of lineOf.values()) waiting.set(line, (waiting.get(line) ?? 0) + 1);
  return { windows, waiting };
}

function toWindow({ state, number }: ReplayStep): { state: WindowState; number: string } {
  if (state === 'called') return { state: 'calling', number };
  return state === 'serving' ? { state: 'serving', number } : { state: 'idle', number: '' };
}
