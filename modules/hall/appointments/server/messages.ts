import { z } from 'zod';

import { messageTemplate } from '#kernel/notify/template.ts';

import type { Doing } from './doing.ts';
import { findGroup } from './repository-groups.ts';
import { toTime } from './rules.ts';
import type { BookingRow } from './tables.ts';
import { openMobile } from './vault.ts';

/** No name and no number of the person: a text message may be read by others. */
const Values = z.object({
  day: z.string(),
  from: z.string(),
  to: z.string(),
  place: z.string(),
  group: z.string(),
  code: z.string(),
  token: z.string(),
  reason: z.string(),
  hours: z.number(),
});

type Said = readonly [subjectZh: string, subjectEn: string, bodyZh: string, bodyEn: string];

const template = (what: string, [subjectZh, subjectEn, bodyZh, bodyEn]: Said) =>
  messageTemplate({
    name: `appointments.${what}`,
    values: Values,
    subject: { 'zh-CN': subjectZh, en: subjectEn },
    body: { 'zh-CN': bodyZh, en: bodyEn },
    link: ({ token }) => `/appointments/at/${token}`,
  });

const templates = {
  booked: template('booked', [
    '预约成功',
    'Appointment booked',
    '您已预约{day} {from}至{to}在{place}办理“{group}”，取号码{code}。请带好身份证件按时签到取号。',
    'You are booked on {day}, {from} to {to}, at {place} for {group}. Code {code}. Bring your identity card and check in on time.',
  ]),
  moved: template('moved', [
    '预约已改期',
    'Appointment moved',
    '您的预约已改到{day} {from}至{to}，地点{place}，业务“{group}”，取号码{code}。',
    'Your appointment is now on {day}, {from} to {to}, at {place} for {group}. Code {code}.',
  ]),
  cancelled: template('cancelled', [
    '预约已取消',
    'Appointment cancelled',
    '您预约的{day} {from}“{group}”（{place}）已取消。{reason}',
    'Your appointment on {day} at {from} for {group} ({place}) is cancelled. {reason}',
  ]),
  reminder: template('reminder', [
    '预约提醒',
    'Appointment reminder',
    '请于{day} {from}到{place}办理“{group}”，取号码{code}。来不了请提前取消。',
    'You are expected on {day} at {from} at {place} for {group}. Code {code}. Cancel in time if you cannot come.',
  ]),
  missed: template('missed', [
    '预约未到',
    'Appointment missed',
    '您预约的{day} {from}“{group}”（{place}）未签到，已记为爽约。多次爽约将暂停网上预约。',
    'You did not check in on {day} at {from} for {group} ({place}). Booking pauses after several missed appointments.',
  ]),
} as const;

/** Writes to the holder in the transaction of the act, by SMS and, where they have an account, into their inbox. */
export async function tellHolder(
  { deps, tx, actor }: Doing,
  what: keyof typeof templates,
  row: BookingRow,
  hours = 0,
): Promise<void> {
  const [group, directory] = await Promise.all([
    findGroup(tx, row.centre_id, row.group_id),
    deps.organisation.loadDirectory(tx, row.centre_id),
  ]);
  const mobile = openMobile(deps.cipher, row);
  await deps.notify.notify(tx, actor, {
    template: templates[what],
    values: {
      day: row.day,
      from: toTime(row.from_minute),
      to: toTime(row.to_minute),
      place: directory.sites.byId.get(row.site_id)?.nameZh ?? '',
      group: group?.name_zh ?? '',
      code: row.code,
      token: row.token,
      reason: row.reason,
      hours,
    },
    to: {
      locale: 'zh-CN',
      ...(row.account_id === null ? {} : { accountId: row.account_id }),
      ...(mobile === undefined ? {} : { mobile }),
    },
    key: `${row.booking_id}/${row.moves}/${hours}`,
  });
}
