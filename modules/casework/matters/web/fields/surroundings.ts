import { createContext, useContext } from 'react';

import type { FormValues } from '../../contract.ts';

/** A town (街道, 镇) of the district, with its nine digits. */
export interface Town {
  readonly code: string;
  readonly nameZh: string;
  readonly nameEn: string;
}

/** What inputs know beside their field. */
export interface Surroundings {
  readonly towns: readonly Town[];
  readonly today?: string | undefined;
  /** Under which files are stored; without it, none is taken (the preview of the designer). */
  readonly filePurpose?: string | undefined;
  readonly signaturePurpose?: string | undefined;
  /** The whole form, for fields that look at others: premises at the name and the scope of business. */
  readonly values?: FormValues | undefined;
}

export const SurroundingsContext = createContext<Surroundings>({ towns: [] });

export function useSurroundings(): Surroundings {
  return useContext(SurroundingsContext);
}
