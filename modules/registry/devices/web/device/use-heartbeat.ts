import { useCallback, useEffect, useEffectEvent, useRef, useState } from 'react';

import { ApiProblem, call } from '#web/client/index.ts';

import {
  type DeviceSelf,
  HEARTBEAT_SECONDS,
  type HeartbeatAnswer,
  routes,
  type WaitingOrder,
} from '../../contract.ts';

const VERSION = '0.1.0';
const RETRY_SECONDS = 5;

export interface Heart {
  /** The last word of the server; kept on the screen when the next one does not come. */
  readonly self: DeviceSelf | undefined;
  readonly lastBeat: HeartbeatAnswer | undefined;
  readonly state: 'connecting' | 'online' | 'offline' | 'revoked';
  /** Beats at once, for instance when an order was announced. */
  readonly beatNow: () => void;
}

/** Beats while the page is open, keeps the last word, and hands over each order once. */
export function useHeartbeat(
  key: string,
  onOrders: (orders: readonly WaitingOrder[], self: DeviceSelf) => Promise<void>,
): Heart {
  const wake = useRef<() => void>(() => undefined);
  const beatNow = useCallback(() => wake.current(), []);
  const [heart, setHeart] = useState<Omit<Heart, 'beatNow'>>({
    self: undefined,
    lastBeat: undefined,
    state: 'connecting',
  });
  const beat = useEffectEvent(async (): Promise<number> => {
    try {
      const self = await call(routes.getSelf, { asksToSignIn: false });
      const lastBeat = await call(routes.heartbeat, {
        body: { softwareVersion: VERSION },
        asksToSignIn: false,
      });
      setHeart({ self, lastBeat, state: 'online' });
      if (lastBeat.orders.length > 0) await onOrders(lastBeat.orders, self);
      return lastBeat.nextInSeconds;
    } catch (error) {
      const isRevoked =
        error instanceof ApiProblem && (error.status === 401 || error.status === 403);
      setHeart((former) => ({ ...former, state: isRevoked ? 'revoked' : 'offline' }));
      return isRevoked ? HEARTBEAT_SECONDS : RETRY_SECONDS;
    }
  });
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isOver = false;
    let isBeating = false;
    const again = async () => {
      if (isBeating) return;
      isBeating = true;
      clearTimeout(timer);
      const seconds = await beat();
      isBeating = false;
      if (!isOver) timer = setTimeout(() => void again(), seconds * 1000);
    };
    wake.current = () => void again();
    void again();
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [key]);
  return { ...heart, beatNow };
}
