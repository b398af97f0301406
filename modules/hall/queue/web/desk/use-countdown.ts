import { useEffect, useState } from 'react';

/** Seconds left, counted down from what the server said at that moment. */
export function useCountdown(seconds: number, since: string): number {
  const [passed, setPassed] = useState({ since, count: 0 });
  const count = passed.since === since ? passed.count : 0;
  const left = Math.max(0, seconds - count);
  useEffect(() => {
    if (left === 0) return undefined;
    const timer = setTimeout(() => setPassed({ since, count: count + 1 }), 1_000);
    return () => clearTimeout(timer);
  }, [left, count, since]);
  return left;
}
