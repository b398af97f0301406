import { createContext, useContext } from 'react';

import type { SlipInput } from '#kernel/documents/escpos/slip.ts';

/** A paper that a page asks for where nobody has files of their own. */
export interface WantedPaper {
  readonly label: string;
  readonly purpose: string;
  readonly onFiles: (fileIds: readonly string[]) => void;
}

/** Pages that are only looked at. */
export interface WantedPages {
  readonly label: string;
  readonly onPages: (pages: readonly Blob[]) => void;
}

/** What a machine of the centre does for the public pages that stand on it. */
export interface Machine {
  /** Prints on the roll of the machine, once. */
  readonly printSlip: (title: string, slip: SlipInput) => void;
  /** Takes papers with its camera or from a phone. */
  readonly takePapers: (wanted: WantedPaper) => void;
  /** Takes pictures of pages with its camera, to be read; they are not kept. */
  readonly takePages: (wanted: WantedPages) => void;
}

export const MachineContext = createContext<Machine | undefined>(undefined);

/** The machine on which this page stands; undefined in a browser of one's own. */
export function useMachine(): Machine | undefined {
  return useContext(MachineContext);
}
