import { createContext, useContext } from 'react';

import type { PageDefinition } from '../pages.ts';

export const PublicPagesContext = createContext<readonly PageDefinition[]>([]);

/** The pages of the public surface. */
export function usePublicPages(): readonly PageDefinition[] {
  return useContext(PublicPagesContext);
}
