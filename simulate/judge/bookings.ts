import { type Verdict, verdict } from './invariant.ts';

export interface BookingFacts {
  readonly acknowledged: ReadonlyArray<{
    readonly bookingId: string;
    /** The ticket that it was told to have become. */
    readonly ticketId: string | undefined;
  }>;
  readonly found: ReadonlyArray<{
    readonly id: string;
    readonly state: string;
    readonly ticketId: string | null;
  }>;
}

/** Each appointment is there once; who came has their ticket, who did not has missed it. */
export function everyBookingIsSettled({ acknowledged, found }: BookingFacts): Verdict {
  const byId = new Map(found.map((one) => [one.id, one]));
  const violations = acknowledged.flatMap(({ bookingId, ticketId }) => {
    const one = byId.get(bookingId);
    if (one === undefined) return [`${bookingId} is gone`];
    if (ticketId === undefined)
      return one.state === 'missed' ? [] : [`${bookingId} is ${one.state}, and nobody came`];
    return one.state === 'arrived' && one.ticketId === ticketId
      ? []
      : [`${bookingId} is ${one.state} with ${one.ticketId}, and was told ${ticketId}`];
  });
  const known = new Set(acknowledged.map(({ bookingId }) => bookingId));
  const unasked = found.filter(({ id }) => !known.has(id)).map(({ id }) => `${id} nobody booked`);
  return verdict(
    'bookings-settled',
    { zh: '预约签到与爽约记录准确', en: 'Every appointment is settled' },
    acknowledged.length,
    [...violations, ...unasked],
  );
}
