import { publicPages as cases } from '#modules/casework/cases/web/public/pages.ts';
import { publicPages as licences } from '#modules/casework/licences/web/public/pages.ts';
import { publicPages as matters } from '#modules/casework/matters/web/public/pages.ts';
import { publicPages as evaluation } from '#modules/hall/evaluation/web/public/pages.ts';
import { KioskPage, kioskPages } from '#modules/hall/kiosk/web/parts.ts';
import { TicketTaking } from '#modules/hall/queue/web/parts.ts';

import { definePages, type PageDefinition } from '../../kit/pages.ts';
import { useBookings } from './TicketMachine.tsx';

/** The ticket machine as a page of the kiosk. */
function Tickets() {
  return <TicketTaking bookings={useBookings()} />;
}

const tickets = definePages([
  {
    surface: 'public',
    path: '/tickets',
    title: { 'zh-CN': '取号与预约签到', en: 'Take a ticket' },
    load: () => Promise.resolve(Tickets),
  },
]);

/** Only a visitor's own pages, guides and what needs no sign-in; nothing that belongs on a phone. */
const pages: readonly PageDefinition[] = [
  ...kioskPages,
  ...tickets,
  ...matters,
  ...cases,
  ...licences,
  ...evaluation,
];

/** The self-service kiosk with the public pages of the modules. */
export function Kiosk() {
  return <KioskPage pages={pages} />;
}
