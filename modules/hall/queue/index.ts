export type { IssuedTicket, IssueForAppointment, QueueApi, VisitRef } from './server/api.ts';
export type { FindRating } from './server/deps.ts';
