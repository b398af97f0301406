import { routes } from '#modules/hall/appointments/contract.ts';
import { type BookingPort, TicketMachinePage } from '#modules/hall/queue/web/parts.ts';
import { call } from '#web/client/index.ts';
import { useLanguage } from '#web/kit/language.tsx';

/** The ticket machine with the appointments that can be checked in at it. */
export function TicketMachine() {
  return <TicketMachinePage bookings={useBookings()} />;
}

/** Appointments as the ticket machine asks for them. */
export function useBookings(): BookingPort {
  const { say } = useLanguage();
  return {
    find: async (text, siteId) => {
      const { items } = await call(routes.lookUpAtMachine, {
        body: { text, siteId },
        asksToSignIn: false,
      });
      return items.map(({ id, group, holder, from, to, ticketNo, blocked }) => ({
        id,
        group,
        holder,
        from,
        to,
        ticketNo,
        blocked: blocked === null ? null : say(blocked.title),
      }));
    },
    checkIn: async (id) => {
      const { ticket } = await call(routes.checkInAtMachine, {
        params: { id },
        asksToSignIn: false,
      });
      return ticket.id;
    },
  };
}
