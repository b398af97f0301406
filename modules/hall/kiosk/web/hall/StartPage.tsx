import { useEffect } from 'react';

import { useGo } from '#web/kit/routing/index.ts';

/** Reached with card or code only; the application itself begins at the guide of its matter. */
export function StartPage() {
  const go = useGo();
  useEffect(() => {
    go('/matters', { replaces: true });
  }, [go]);
  return null;
}
