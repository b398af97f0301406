export type { AppointmentsApi, BookingRef } from './server/api.ts';
