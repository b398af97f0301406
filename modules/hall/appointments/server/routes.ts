import { serve, type ServedRoute } from '#kernel/http/handler.ts';

import { routes } from '../contract.ts';
import { changeBooking } from './change-booking.ts';
import { createBooking } from './create-booking.ts';
import type { AppointmentsDeps } from './deps.ts';
import { getBooking } from './get-booking.ts';
import { listBookings } from './list-bookings.ts';

export function createRoutes(deps: AppointmentsDeps): ServedRoute[] {
  return [
    serve(routes.listBookings, ({ actor, query }) => listBookings(deps, actor, query)),
    serve(routes.getBooking, ({ actor, params }) => getBooking(deps, actor, params.id)),
    serve(routes.createBooking, ({ actor, body, once }) => createBooking(deps, actor, body, once)),
    serve(routes.changeBooking, ({ actor, params, body, once }) =>
      changeBooking(deps, actor, params.id, body, once),
    ),
  ];
}
