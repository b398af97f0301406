import type { Call } from '../../../contract.ts';

/** Which calls a display has spoken, or found on the board when its page was opened. */
export interface CallMemory {
  /** Of these calls the ones that were not taken before; each is given once. */
  takeNew(calls: readonly Call[]): readonly Call[];
}

/** A day of a busy hall is longer; what is older stands on no board any more. */
const REMEMBERED = 500;

/** A call comes over the live channel and again with the board: it is spoken once, a repeat of it once more. */
export function createCallMemory(): CallMemory {
  const known = new Set<string>();
  return {
    takeNew: (calls) => {
      const fresh = calls.filter((call) => !known.has(keyOf(call)));
      for (const call of fresh) known.add(keyOf(call));
      for (const key of known) {
        if (known.size <= REMEMBERED) break;
        known.delete(key);
      }
      return fresh;
    },
  };
}

const keyOf = ({ ticketId, windowId, times }: Call) => `${ticketId}/${windowId}/${times}`;
