import type { Shelf } from './shelf.ts';

/** Something to be sent to the server once, whenever it can be reached. Its id is its idempotency key. */
export interface OutboxItem<T> {
  readonly id: string;
  readonly value: T;
  /** Whether it has waited for the server. */
  readonly wasKept: boolean;
}

/** `sent` and `refused` end it, a refusal with the reason; `later` keeps it. */
export type SendResult = 'sent' | 'later' | { readonly refused: string };

export interface Outbox<T> {
  /** Keeps it before it is sent; the answer says how the first try ended. */
  post(id: string, value: T): Promise<SendResult>;
  /** Tries everything that waits, in its order, one at a time. */
  flush(): Promise<void>;
  count(): Promise<number>;
}

/**
 * Posts of a device that must arrive once though the server is away: on the shelf before the first try, sent in
 * their order with the same key each time, off the shelf only when the server has answered.
 */
export function createOutbox<T>(
  name: string,
  shelf: Shelf,
  send: (item: OutboxItem<T>) => Promise<SendResult>,
): Outbox<T> {
  const prefix = `outbox/${name}/`;
  let flushing: Promise<void> | undefined;

  async function trySend(id: string, isFirst: boolean): Promise<SendResult> {
    const value = (await shelf.get(prefix + id)) as T | undefined;
    if (value === undefined) return 'sent';
    const result = await send({ id, value, wasKept: !isFirst });
    if (result !== 'later') await shelf.delete(prefix + id);
    return result;
  }

  async function sendAll(): Promise<void> {
    for (const key of await shelf.list(prefix)) {
      if ((await trySend(key.slice(prefix.length), false)) === 'later') return;
    }
  }

  return {
    post: async (id, value) => {
      await shelf.set(prefix + id, value);
      return trySend(id, true);
    },
    flush: async () => {
      flushing ??= sendAll().finally(() => {
        flushing = undefined;
      });
      await flushing;
    },
    count: async () => (await shelf.list(prefix)).length,
  };
}
