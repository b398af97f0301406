import { expect, it } from 'vitest';

import { everyBookingIsSettled } from './bookings.ts';

const acknowledged = [
  { bookingId: 'b1', ticketId: 't1' },
  { bookingId: 'b2', ticketId: undefined },
];
const found = [
  { id: 'b1', state: 'arrived', ticketId: 't1' },
  { id: 'b2', state: 'missed', ticketId: null },
];
const count = (facts: Parameters<typeof everyBookingIsSettled>[0]) =>
  everyBookingIsSettled(facts).violations.length;

it('finds an appointment that is gone, open, of nobody, or another ticket than was told', () => {
  expect(count({ acknowledged, found })).toBe(0);
  expect(count({ acknowledged, found: found.slice(1) })).toBe(1);
  expect(count({ acknowledged: acknowledged.slice(1), found })).toBe(1);
  const open = [found[0], { id: 'b2', state: 'booked', ticketId: null }] as typeof found;
  expect(count({ acknowledged, found: open })).toBe(1);
  const other = [{ id: 'b1', state: 'arrived', ticketId: 't9' }, found[1]] as typeof found;
  expect(count({ acknowledged, found: other })).toBe(1);
});
