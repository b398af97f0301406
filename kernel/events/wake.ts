/** What there is to look at. Without a centre: anywhere. */
export interface Wake {
  readonly kind: 'events' | 'jobs';
  readonly centreId?: number;
}

/** Whether this process wrote it, or heard of it from another. */
export type WakeSource = 'here' | 'elsewhere';

type Waker = (wake: Wake, source: WakeSource) => void;

const wakers = new Set<Waker>();

/**
 * Called after a commit that wrote events or jobs: readers of this process look at once, and the
 * notifier tells the other processes.
 */
export function wakeReaders(wake: Wake): void {
  for (const waker of wakers) waker(wake, 'here');
}

/** Passes on what another process said; the notifier calls it and does not hear it again. */
export function relayWake(wake: Wake): void {
  for (const waker of wakers) waker(wake, 'elsewhere');
}

/** Registers a reader; the returned function ends it. Readers also look by themselves now and then. */
export function onWake(waker: Waker): () => void {
  wakers.add(waker);
  return () => wakers.delete(waker);
}
