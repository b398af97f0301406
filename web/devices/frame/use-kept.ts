import { useCallback, useEffect, useEffectEvent, useRef, useState } from 'react';

import type { RouteContract } from '#kernel/http/contract.ts';
import type { LiveEvent } from '#kernel/live/contract.ts';
import { type AnswerTo, call, type CallInput } from '#web/client/index.ts';

import { shelf } from '../store/shelf.ts';
import { useDevice } from './device-context.ts';

export interface Kept<T> {
  readonly value: T | undefined;
  /** True while what is shown could not be confirmed. */
  readonly isOld: boolean;
  /** When it was confirmed last, ISO. */
  readonly at: string | undefined;
  readonly reload: () => void;
  /** Changes what is shown at once, before the server is asked. */
  readonly patch: (change: (value: T) => T) => void;
}

interface Held<T> {
  readonly value: T | undefined;
  readonly isOld: boolean;
  readonly at: string | undefined;
}

interface KeptOptions<T> {
  /** Name on the shelf of the device. */
  readonly name: string;
  /** Live topics that make it old. */
  readonly topics: readonly string[];
  /** What an event changes at once; the whole is asked for as well. */
  readonly onEvents?: (events: readonly LiveEvent[], patch: Kept<T>['patch']) => void;
}

const RETRY_MS = 4000;
/** Whatever the live channel missed is seen within a minute. */
const REFRESH_MS = 60_000;
/** Many events at once are one question. */
const GATHER_MS = 250;

/**
 * A route that a device page lives by: read now and after each event of its topics, kept on the shelf, and shown from
 * there when the server is away. It never goes blank once it was shown.
 */
export function useKept<C extends RouteContract>(
  contract: C,
  input: CallInput<C>,
  options: KeptOptions<AnswerTo<C>>,
): Kept<AnswerTo<C>> {
  const { live, now } = useDevice();
  const [held, setHeld] = useState<Held<AnswerTo<C>>>({
    value: undefined,
    isOld: true,
    at: undefined,
  });
  const reload = useRef<() => void>(() => undefined);
  const { name } = options;
  const topics = options.topics.join(',');

  const patch = useCallback((change: (value: AnswerTo<C>) => AnswerTo<C>) => {
    setHeld((former) =>
      former.value === undefined ? former : { ...former, value: change(former.value) },
    );
  }, []);
  const read = useEffectEvent(async (): Promise<boolean> => {
    try {
      const value = await call(contract, { ...input, asksToSignIn: false });
      const at = now().toISOString();
      setHeld({ value, isOld: false, at });
      void shelf.set(name, { value, at });
      return true;
    } catch {
      setHeld((former) => ({ ...former, isOld: true }));
      return false;
    }
  });
  const hear = useEffectEvent((events: readonly LiveEvent[]) => options.onEvents?.(events, patch));
  const restore = useEffectEvent((found: unknown) => {
    const kept = found as { value: AnswerTo<C>; at: string } | undefined;
    if (kept) setHeld((former) => (former.value === undefined ? { ...kept, isOld: true } : former));
  });

  useEffect(() => {
    const reading = createReading(read);
    reload.current = reading.soon;
    void shelf.get(name).then((found) => restore(found));
    reading.soon();
    const stop =
      topics === ''
        ? () => undefined
        : live.follow({
            topics: topics.split(','),
            onEvents: (events) => {
              hear(events);
              reading.soon();
            },
            onReset: reading.soon,
          });
    // Whoever stands before it hears at once that the server is gone, not with the next reading.
    const unwatch = live.onState(reading.soon);
    return () => {
      reading.end();
      stop();
      unwatch();
    };
  }, [live, topics, name]);

  return { ...held, patch, reload: useCallback(() => reload.current(), []) };
}

/** One question at a time; asked while one is under way, it is asked once more after it. */
function createReading(read: () => Promise<boolean>) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isReading = false;
  let isWanted = false;
  let isOver = false;
  const start = async () => {
    if (isReading) {
      isWanted = true;
      return;
    }
    isReading = true;
    isWanted = false;
    clearTimeout(timer);
    const isRead = await read();
    isReading = false;
    if (isOver) return;
    const wait = isRead ? REFRESH_MS : RETRY_MS;
    timer = setTimeout(() => void start(), isWanted ? GATHER_MS : wait);
  };
  return {
    soon: () => {
      if (isReading) {
        isWanted = true;
        return;
      }
      clearTimeout(timer);
      timer = setTimeout(() => void start(), GATHER_MS);
    },
    end: () => {
      isOver = true;
      clearTimeout(timer);
    },
  };
}
