import { useEffect, useState } from 'react';

import { useDevice } from './device-context.ts';

/** The server's time, once a second. */
export function useTime(): Date {
  const { now } = useDevice();
  const [time, setTime] = useState(now);
  useEffect(() => {
    const timer = setInterval(() => setTime(now()), 1000);
    return () => clearInterval(timer);
  }, [now]);
  return time;
}
