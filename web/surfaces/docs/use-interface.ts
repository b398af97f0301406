import { useQuery } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';

import { send } from '../../client/send.ts';
import type { Interface } from './interface.ts';

/** The description of the interface, as the server writes it. */
export function useInterface() {
  return useQuery({
    queryKey: ['system.openApi', '', ''],
    staleTime: Infinity,
    queryFn: async ({ signal }) => {
      const answer = await send({ method: 'GET', address: '/api/openapi.json', signal });
      return (await answer.json()) as Interface;
    },
  });
}

function watch(tell: () => void): () => void {
  globalThis.addEventListener('hashchange', tell);
  globalThis.addEventListener('popstate', tell);
  return () => {
    globalThis.removeEventListener('hashchange', tell);
    globalThis.removeEventListener('popstate', tell);
  };
}

/** The route that is open: the part of the address behind `#`. */
export function useOpenRoute(): string {
  return useSyncExternalStore(watch, () => decodeURIComponent(globalThis.location.hash.slice(1)));
}
