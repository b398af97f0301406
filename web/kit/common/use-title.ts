import { useEffect } from 'react';

import { useCentre } from '../../client/session.tsx';

/** Names the tab: the page, then the centre. */
export function useTitle(title: string): void {
  const { name } = useCentre();
  useEffect(() => {
    document.title = `${title} - ${name}`;
  }, [title, name]);
}
