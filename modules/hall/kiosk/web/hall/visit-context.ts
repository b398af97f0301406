import { createContext, useContext } from 'react';

import type { OpenedVisit, VisitEnd } from '../../contract.ts';

export type Height = 'standing' | 'low';

/** What stands around every page of a kiosk. */
export interface VisitState {
  /** Takes over the session that the server opened. */
  readonly begin: (visit: OpenedVisit) => Promise<void>;
  /** Ends the visit and wipes the kiosk. */
  readonly finish: (why: VisitEnd) => void;
  readonly height: Height;
  readonly setHeight: (height: Height) => void;
}

export const VisitContext = createContext<VisitState | undefined>(undefined);

export function useVisit(): VisitState {
  const state = useContext(VisitContext);
  if (!state) throw new Error('useVisit needs a kiosk around it');
  return state;
}
