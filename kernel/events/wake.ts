type Waker = () => void;

const wakers = new Set<Waker>();

/** Called after a commit that wrote to the outbox: readers of this process look at once, and tell the others. */
export function wakeReaders(): void {
  for (const wake of wakers) wake();
}

/** Registers a reader; the returned function ends it. Readers also look by themselves now and then. */
export function onWake(wake: Waker): () => void {
  wakers.add(wake);
  return () => wakers.delete(wake);
}
