import type { Lane, QueueSettings } from '../../contract.ts';

/** One normal ticket's width in a line; every share from 1 to 10 divides it. */
export const UNIT = 25_200;

/** A line as a new ticket finds it: the last place given in each lane, and the place at its head. */
export interface LineNow {
  readonly last: Readonly<Record<Lane, number>>;
  /** The smallest key that waits; null when nobody does. */
  readonly head: number | null;
}

/** How many tickets of a lane may go before each normal one. */
export function shareOf(lane: Lane, settings: QueueSettings): number {
  switch (lane) {
    case 'normal':
      return 1;
    case 'appointment':
      return settings.appointmentShare;
    case 'priority':
      return settings.priorityShare;
    case 'transferred':
      return settings.transferredShare;
    case 'green':
      return settings.greenShare;
  }
}

/**
 * The key of a new ticket: start-time fair queueing over the lanes of one line. It is given once and never
 * changes, so everybody's place is known and only shrinks, but for tickets of faster lanes; and of each
 * faster lane at most its share is placed before a normal ticket, so nobody starves. Within a lane the order
 * is the order of issue.
 */
export function placeInLine({ last, head }: LineNow, lane: Lane, share: number): number {
  const now = head === null ? Math.max(...Object.values(last)) : Math.max(last[lane], head - UNIT);
  return now + UNIT / share;
}

/** Where a missed ticket comes back: behind so many that wait, or at the end of a shorter line. */
export function placeBehind(keysInOrder: readonly number[], position: number): number {
  const before = keysInOrder[Math.min(position, keysInOrder.length) - 1];
  if (before !== undefined) return before + 1;
  return (keysInOrder[0] ?? UNIT) - 1;
}
