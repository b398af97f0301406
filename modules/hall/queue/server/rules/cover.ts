import type { WindowWork } from '../tables.ts';

/** A window as whoever wants to sign in finds it. */
export interface Found {
  readonly account_id: string | null;
  readonly state: WindowWork;
  /** The number in the hands of whoever is signed in. */
  readonly current_number: string | null;
}

/**
 * Whether somebody takes a window over from a colleague (A/B 岗): the colleague has paused and holds no ticket, and who
 * comes stands in for whoever is stationed there. Nobody is sent from a window at work.
 */
export const mayTakeOver = (
  found: Found | undefined,
  who: { readonly accountId: string; readonly isCover: boolean },
): boolean =>
  found !== undefined &&
  found.account_id !== null &&
  found.account_id !== who.accountId &&
  found.state === 'paused' &&
  found.current_number === null &&
  who.isCover;

/** Whether the post of a window can be served from another one: nobody works there and nobody is in its hands. */
export const mayTakePost = (found: Found | undefined): boolean =>
  found === undefined ||
  ((found.state === 'offline' || found.state === 'paused') && found.current_number === null);
