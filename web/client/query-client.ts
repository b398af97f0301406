import { QueryClient } from '@tanstack/react-query';

/** The one store of server data of a surface. Repeats are the client's own (send.ts), not the store's. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        retry: false,
        networkMode: 'always',
        refetchOnWindowFocus: true,
        gcTime: 10 * 60_000,
        staleTime: 10_000,
      },
    },
  });
}
