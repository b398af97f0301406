/** The ticket machine, for the surface that puts it together with appointments. */
export type { BookingLine, BookingPort } from './hall/tickets/booking-port.ts';
export { TicketMachinePage, TicketTaking } from './hall/tickets/TicketMachinePage.tsx';
