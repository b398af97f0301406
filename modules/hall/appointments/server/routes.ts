import { serve, type ServedRoute } from '#kernel/http/handler.ts';

import { routes } from '../contract.ts';
import { toCalendarFile } from './bookings/calendar-file.ts';
import { checkIn, lookUp } from './bookings/check-in.ts';
import {
  bookOwn,
  cancelByToken,
  cancelOwn,
  getByToken,
  listOwnBookings,
  moveOwn,
} from './bookings/own-bookings.ts';
import { bookFor, cancelBooking, excuseMissed, moveBooking } from './bookings/staff-bookings.ts';
import type { AppointmentsDeps } from './deps.ts';
import { cancelDay } from './groups/cancel-day.ts';
import { listGroups, listPublicGroups } from './groups/list-groups.ts';
import { changeGroup, createGroup } from './groups/save-group.ts';
import { planSlots, setPlaces } from './groups/set-places.ts';
import { exportBookings } from './look/export-bookings.ts';
import { listBookings, listFigures, listMissed } from './look/list-bookings.ts';
import { changeSettings, readSettings } from './settings.ts';
import { listSlots } from './slots/list-slots.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export function createRoutes(deps: AppointmentsDeps): ServedRoute[] {
  return [...groupRoutes(deps), ...holderRoutes(deps), ...staffRoutes(deps)];
}

const groupRoutes = (deps: AppointmentsDeps): ServedRoute[] => [
  serve(routes.listPublicGroups, ({ actor, query }) => listPublicGroups(deps, actor, query)),
  serve(routes.listSlots, ({ actor, params }) => listSlots(deps, actor, params.id)),
  serve(routes.listGroups, ({ actor }) => listGroups(deps, actor)),
  serve(routes.createGroup, ({ actor, body, once }) => createGroup(deps, actor, body, once)),
  serve(routes.changeGroup, ({ actor, params, body, once }) =>
    changeGroup(deps, actor, params.id, body, once),
  ),
  serve(routes.planSlots, ({ actor, params, query }) => planSlots(deps, actor, params.id, query)),
  serve(routes.cancelDay, ({ actor, params, body, once }) =>
    cancelDay(deps, actor, params.id, body, once),
  ),
  serve(routes.setPlaces, ({ actor, params, body, once }) =>
    setPlaces(deps, actor, params.id, body, once),
  ),
  serve(routes.getSettings, ({ actor }) => readSettings(deps.database.db, actor.centreId)),
  serve(routes.changeSettings, ({ actor, body, once }) => changeSettings(deps, actor, body, once)),
];

const holderRoutes = (deps: AppointmentsDeps): ServedRoute[] => [
  serve(routes.listOwnBookings, ({ actor }) => listOwnBookings(deps, actor)),
  serve(routes.bookOwn, ({ actor, body, once }) => bookOwn(deps, actor, body, once)),
  serve(routes.moveOwn, ({ actor, params, body, once }) =>
    moveOwn(deps, actor, params.id, body, once),
  ),
  serve(routes.cancelOwn, ({ actor, params, body, once }) =>
    cancelOwn(deps, actor, params.id, body.version, once),
  ),
  serve(routes.getByToken, ({ actor, params }) => getByToken(deps, actor, params.token)),
  serve(routes.cancelByToken, ({ actor, params, body }) =>
    cancelByToken(deps, actor, params.token, body.version),
  ),
  serve(routes.downloadCalendar, async ({ actor, params, locale, reply }) => {
    const booking = await getByToken(deps, actor, params.token);
    await reply
      .type('text/calendar; charset=utf-8')
      .header('content-disposition', `attachment; filename="appointment-${booking.code}.ics"`)
      .header('cache-control', 'no-store')
      .send(toCalendarFile(booking, locale, deps.clock.now()));
    return undefined;
  }),
];

const staffRoutes = (deps: AppointmentsDeps): ServedRoute[] => [
  serve(routes.listBookings, ({ actor, query }) => listBookings(deps, actor, query)),
  serve(routes.exportBookings, async ({ actor, query, locale, reply }) => {
    const content = await exportBookings(deps, actor, query, locale);
    await reply
      .type(XLSX)
      .header('content-disposition', 'attachment; filename="appointments.xlsx"')
      .header('cache-control', 'no-store')
      .send(content);
    return undefined;
  }),
  serve(routes.bookFor, ({ actor, body, once }) => bookFor(deps, actor, body, once)),
  serve(routes.moveBooking, ({ actor, params, body, once }) =>
    moveBooking(deps, actor, params.id, body, once),
  ),
  serve(routes.cancelBooking, ({ actor, params, body, once }) =>
    cancelBooking(deps, actor, params.id, body, once),
  ),
  serve(routes.excuseMissed, ({ actor, params, body, once }) =>
    excuseMissed(deps, actor, params.id, body, once),
  ),
  serve(routes.lookUp, ({ actor, body }) => lookUp(deps, actor, body, 'desk')),
  serve(routes.checkIn, ({ actor, params, once }) => checkIn(deps, actor, params.id, 'desk', once)),
  serve(routes.lookUpAtMachine, ({ actor, body }) => lookUp(deps, actor, body, 'machine')),
  serve(routes.checkInAtMachine, ({ actor, params, once }) =>
    checkIn(deps, actor, params.id, 'machine', once),
  ),
  serve(routes.listMissed, ({ actor }) => listMissed(deps, actor)),
  serve(routes.listFigures, ({ actor, query }) => listFigures(deps, actor, query)),
];
