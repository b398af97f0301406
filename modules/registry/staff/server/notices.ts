import { z } from 'zod';

import type { Actor } from '#kernel/access/contract-actor.ts';
import type { Tx } from '#kernel/db/types.ts';
import { messageTemplate } from '#kernel/notify/template.ts';

import type { StaffDeps } from './deps.ts';
import type { LeaveRow, PersonRow } from './tables.ts';

const Days = z.object({ from: z.string(), to: z.string() });
const Decision = Days.extend({ who: z.string(), note: z.string() });
const own = (page: string) => () => `/desk/${page}`;

export const templates = {
  leaveApproved: messageTemplate({
    name: 'staff.leave-approved',
    values: Decision,
    subject: { 'zh-CN': '请假已批准', en: 'Your leave is approved' },
    body: {
      'zh-CN': '您 {from} 至 {to} 的请假已由{who}批准。{note}',
      en: 'Your leave from {from} to {to} was approved by {who}. {note}',
    },
    link: own('my-leave'),
  }),
  leaveRefused: messageTemplate({
    name: 'staff.leave-refused',
    values: Decision,
    subject: { 'zh-CN': '请假未获批准', en: 'Your leave was not approved' },
    body: {
      'zh-CN': '您 {from} 至 {to} 的请假未获{who}批准：{note}',
      en: 'Your leave from {from} to {to} was not approved by {who}: {note}',
    },
    link: own('my-leave'),
  }),
  rosterChanged: messageTemplate({
    name: 'staff.roster-changed',
    values: Days,
    subject: { 'zh-CN': '您的排班有变动', en: 'Your roster has changed' },
    body: {
      'zh-CN': '您 {from} 至 {to} 的排班有变动，请查看。',
      en: 'Your shifts from {from} to {to} have changed; please look.',
    },
    link: own('my-roster'),
  }),
} as const;

/** Tells somebody what became of their leave. Nothing goes out for somebody without an account. */
export async function tellDecision(
  deps: StaffDeps,
  tx: Tx,
  actor: Actor,
  leave: LeaveRow,
  person: PersonRow,
): Promise<void> {
  if (person.account_id === null) return;
  await deps.notify.notify(tx, actor, {
    template: leave.status === 'approved' ? templates.leaveApproved : templates.leaveRefused,
    values: {
      from: leave.starts_on,
      to: leave.ends_on,
      who: leave.decided_by_name,
      note: leave.decision_note,
    },
    to: { accountId: person.account_id, locale: 'zh-CN' },
    key: `${leave.leave_id}/${leave.version}`,
  });
}

/** Tells people that their shifts changed: one message each, whatever the number of shifts. */
export async function tellRoster(
  deps: StaffDeps,
  tx: Tx,
  actor: Actor,
  people: readonly PersonRow[],
  change: { readonly from: string; readonly to: string; readonly key: string },
): Promise<void> {
  for (const person of people) {
    if (person.account_id === null || person.account_id === actor.id) continue;
    await deps.notify.notify(tx, actor, {
      template: templates.rosterChanged,
      values: { from: change.from, to: change.to },
      to: { accountId: person.account_id, locale: 'zh-CN' },
      key: `${change.key}/${person.person_id}`,
    });
  }
}
