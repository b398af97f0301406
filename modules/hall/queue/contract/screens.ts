import { z } from 'zod';

import { route } from '#kernel/http/contract.ts';
import { Done, Id, IdParams, Instant, TimeOfDay } from '#kernel/http/shapes.ts';

import { permissions } from './permissions.ts';
import { problems } from './problems.ts';
import { BASE, Version } from './shapes.ts';

/** From this time of the day on, so loud: 0 silent, 1 as loud as the machine. */
export const VolumeStep = z.object({ from: TimeOfDay, volume: z.number().min(0).max(1) });
export type VolumeStep = z.infer<typeof VolumeStep>;

/** Loud in opening hours, softer over lunch, silent at night. */
export const USUAL_VOLUME: readonly VolumeStep[] = [
  { from: '00:00', volume: 0 },
  { from: '07:30', volume: 0.9 },
  { from: '11:30', volume: 0.6 },
  { from: '13:00', volume: 0.9 },
  { from: '18:00', volume: 0 },
];

const noticeFields = z.object({
  siteId: Id,
  /** Null: on every display of the site. */
  zoneId: Id.nullable(),
  textZh: z.string().trim().min(1).max(120),
  textEn: z.string().trim().min(1).max(240),
  isUrgent: z.boolean(),
  shownFrom: Instant,
  shownUntil: Instant,
  /** Within a day; null from its start, or until its end. */
  dailyFrom: TimeOfDay.nullable(),
  dailyUntil: TimeOfDay.nullable(),
});

const inOrder = {
  path: ['shownUntil'],
  message: '结束时间须晚于开始时间｜It has to end after it begins',
};

const isInOrder = (notice: { readonly shownFrom: string; readonly shownUntil: string }) =>
  Date.parse(notice.shownFrom) < Date.parse(notice.shownUntil);

/** A text for the calling displays of a site or of one zone, for a time. */
export const NoticeInput = noticeFields.refine(isInOrder, inOrder);
export type NoticeInput = z.infer<typeof NoticeInput>;

export const NoticeChange = noticeFields.extend(Version.shape).refine(isInOrder, inOrder);
export type NoticeChange = z.infer<typeof NoticeChange>;

export const Notice = noticeFields.extend({
  id: Id,
  /** Empty for the whole site. */
  zoneNameZh: z.string(),
  zoneNameEn: z.string(),
  byName: z.string(),
  version: z.number().int(),
});
export type Notice = z.infer<typeof Notice>;

/** A notice as a display keeps it: those of the next day too, so that it needs nobody to change over. */
export const ShownNotice = noticeFields.omit({ siteId: true }).extend({ id: Id });
export type ShownNotice = z.infer<typeof ShownNotice>;

/** Whether a notice is on a display at a moment; `time` is `HH:MM` there. A daily span may cross midnight. */
export function isShownAt(
  notice: Pick<ShownNotice, 'shownFrom' | 'shownUntil' | 'dailyFrom' | 'dailyUntil'>,
  now: Date,
  time: string,
): boolean {
  const at = now.getTime();
  if (at < Date.parse(notice.shownFrom) || at >= Date.parse(notice.shownUntil)) return false;
  const from = notice.dailyFrom ?? '00:00';
  const until = notice.dailyUntil ?? '24:00';
  return from <= until ? time >= from && time < until : time >= from || time < until;
}

/** What the calling displays show beside the calls. */
export const screenRoutes = {
  listNotices: route({
    name: 'queue.listNotices',
    method: 'GET',
    path: `${BASE}/notices`,
    summary: 'Notices of a site’s displays that are not over, and those of the last thirty days',
    admission: permissions.view,
    query: z.object({ siteId: Id }),
    response: z.object({ items: z.array(Notice) }),
  }),
  createNotice: route({
    name: 'queue.createNotice',
    method: 'POST',
    path: `${BASE}/notices`,
    summary: 'Put a notice on the displays of a site or a zone, for a time',
    admission: permissions.manage,
    body: NoticeInput,
    response: Notice,
    status: 201,
    idempotency: 'required',
    problems: [problems.unknownPlace],
  }),
  changeNotice: route({
    name: 'queue.changeNotice',
    method: 'PUT',
    path: `${BASE}/notices/:id`,
    summary: 'Change a notice',
    admission: permissions.manage,
    params: IdParams,
    body: NoticeChange,
    response: Notice,
    idempotency: 'optional',
    problems: [problems.unknownPlace],
  }),
  withdrawNotice: route({
    name: 'queue.withdrawNotice',
    method: 'DELETE',
    path: `${BASE}/notices/:id`,
    summary: 'Take a notice off the displays; the audit log keeps it',
    admission: permissions.manage,
    params: IdParams,
    response: Done,
    idempotency: 'optional',
  }),
} as const;
