import { useCallback, useEffect, useState } from 'react';

import { newId } from '#kernel/ids/id.ts';
import { ApiProblem, call } from '#web/client/index.ts';
import { createOutbox, type SendResult } from '#web/devices/store/outbox.ts';
import { shelf } from '#web/devices/store/shelf.ts';

import { type PadRating, routes } from '../../contract.ts';

const TOO_MANY = 429;

/** Refused for good, or to be sent again. */
function judge(error: unknown): SendResult {
  if (!(error instanceof ApiProblem)) return 'later';
  const isForLater = error.status === 0 || error.status === TOO_MANY || error.status >= 500;
  return isForLater || error.status === 401 ? 'later' : { refused: error.code };
}

const outbox = createOutbox<PadRating>('ratings', shelf, async ({ id, value, wasKept }) => {
  try {
    await call(routes.submitPadRating, {
      body: { ...value, wasKept },
      idempotencyKey: id,
      asksToSignIn: false,
    });
    return 'sent';
  } catch (error) {
    return judge(error);
  }
});

const FLUSH_MS = 10_000;

/** Ratings of this pad: kept before they are sent, sent once, and tried again until the server has answered. */
export function useRatings(): {
  readonly waiting: number;
  readonly post: (rating: PadRating) => Promise<SendResult>;
} {
  const [waiting, setWaiting] = useState(0);
  useEffect(() => {
    const flush = async () => {
      await outbox.flush();
      setWaiting(await outbox.count());
    };
    void flush();
    const timer = setInterval(() => void flush(), FLUSH_MS);
    const online = () => void flush();
    globalThis.addEventListener('online', online);
    return () => {
      clearInterval(timer);
      globalThis.removeEventListener('online', online);
    };
  }, []);
  const post = useCallback(async (rating: PadRating) => {
    const result = await outbox.post(newId(), rating);
    setWaiting(await outbox.count());
    return result;
  }, []);
  return { waiting, post };
}
