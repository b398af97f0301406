export type { IssueTicket, TicketOrder } from './contract/port.ts';
