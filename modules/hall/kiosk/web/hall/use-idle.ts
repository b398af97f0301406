import { useEffect, useEffectEvent, useState } from 'react';

/** Told by a page when the visitor acts elsewhere, on their phone. */
export const ACTIVITY = 'onewindow:activity';

const TOUCHES = ['pointerdown', 'keydown', 'input', 'wheel', 'touchmove', ACTIVITY] as const;

interface IdleOptions {
  /** False while nothing of anybody is on the screen. */
  readonly isActive: boolean;
  readonly idleSeconds: number;
  readonly warningSeconds: number;
  readonly onOver: () => void;
}

/**
 * Counts how long nobody touched the kiosk. Gives the seconds that are left once the warning stands; after them
 * `onOver` is called once. While the warning stands only `stay` helps: a stray touch must not hide it.
 */
export function useIdle({ isActive, idleSeconds, warningSeconds, onOver }: IdleOptions): {
  readonly left: number | undefined;
  readonly stay: () => void;
} {
  const [left, setLeft] = useState<number | undefined>();
  const over = useEffectEvent(onOver);
  const isWarning = left !== undefined;
  if (!isActive && isWarning) setLeft(undefined);
  useEffect(() => {
    if (!isActive || isWarning) return undefined;
    const warn = () => setLeft(warningSeconds);
    let timer = setTimeout(warn, idleSeconds * 1000);
    const touch = () => {
      clearTimeout(timer);
      timer = setTimeout(warn, idleSeconds * 1000);
    };
    for (const name of TOUCHES) globalThis.addEventListener(name, touch, { passive: true });
    return () => {
      clearTimeout(timer);
      for (const name of TOUCHES) globalThis.removeEventListener(name, touch);
    };
  }, [isActive, isWarning, idleSeconds, warningSeconds]);
  useEffect(() => {
    if (left === undefined) return undefined;
    if (left <= 0) {
      over();
      return undefined;
    }
    const timer = setTimeout(() => setLeft(left - 1), 1000);
    return () => clearTimeout(timer);
  }, [left]);
  return { left, stay: () => setLeft(undefined) };
}
