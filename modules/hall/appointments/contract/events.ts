import { z } from 'zod';

import { event } from '#kernel/events/contract.ts';
import { Day, Id } from '#kernel/http/shapes.ts';
import type { Words } from '#kernel/problems/contract.ts';

/** Who shows appointments follows this topic; one who shows one site only `appointments/<site>`. */
export const LIVE = 'appointments';

/** No name and no number of anybody is in it. */
const About = z.object({
  bookingId: Id,
  groupId: Id,
  siteId: Id,
  partyId: Id,
  day: Day,
  from: z.string(),
});

const bookingEvent = (what: string, title: Words) =>
  event({
    name: `appointments.booking-${what}`,
    version: 1,
    title,
    payload: About.extend({ ticketId: Id.nullable() }),
    live: ({ siteId }) => [LIVE, `${LIVE}/${siteId}`],
    liveFields: ['bookingId', 'groupId', 'siteId', 'day'],
  });

export const events = {
  booked: bookingEvent('made', { 'zh-CN': '预约成功', en: 'Appointment booked' }),
  moved: bookingEvent('moved', { 'zh-CN': '预约改期', en: 'Appointment moved' }),
  cancelled: bookingEvent('cancelled', { 'zh-CN': '预约取消', en: 'Appointment cancelled' }),
  arrived: bookingEvent('arrived', { 'zh-CN': '预约签到', en: 'Checked in' }),
  missed: bookingEvent('missed', { 'zh-CN': '预约爽约', en: 'Appointment missed' }),
  excused: bookingEvent('excused', { 'zh-CN': '爽约核销', en: 'Missed appointment excused' }),
  groupChanged: event({
    name: 'appointments.group-changed',
    version: 1,
    title: { 'zh-CN': '预约业务变更', en: 'Group changed' },
    payload: z.object({ groupId: Id, siteId: Id }),
    live: () => LIVE,
  }),
  placesSet: event({
    name: 'appointments.places-set',
    version: 1,
    title: { 'zh-CN': '号源调整', en: 'Places changed' },
    payload: z.object({
      groupId: Id,
      siteId: Id,
      day: Day,
      from: z.string().nullable(),
      places: z.number().int().nullable(),
    }),
    live: () => LIVE,
  }),
  settingsChanged: event({
    name: 'appointments.settings-changed',
    version: 1,
    title: { 'zh-CN': '预约规则变更', en: 'Rules of appointments changed' },
    payload: z.object({ version: z.number().int() }),
    live: () => LIVE,
  }),
  exported: event({
    name: 'appointments.list-exported',
    version: 1,
    title: { 'zh-CN': '导出预约清单', en: 'Appointments exported' },
    payload: z.object({ rows: z.number().int() }),
  }),
} as const;
