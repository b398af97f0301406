import { z } from 'zod';

import { systemActor } from '#kernel/access/system-actor.ts';
import type { Tx } from '#kernel/db/types.ts';
import type { EventKind } from '#kernel/events/contract.ts';
import { type Happened, listenToAll, on } from '#kernel/events/listener.ts';
import { messageTemplate } from '#kernel/notify/template.ts';

import { type CasePayload, events } from '../contract.ts';
import type { CasesDeps } from './deps.ts';
import * as repository from './repository.ts';
import type { CaseRow } from './tables.ts';
import { NEVER } from './view.ts';

const Values = z.object({
  caseId: z.string(),
  caseNo: z.string(),
  matter: z.string(),
  dueOn: z.string(),
  outcome: z.string(),
});

type Said = readonly [subjectZh: string, subjectEn: string, bodyZh: string, bodyEn: string];

const template = (what: string, [subjectZh, subjectEn, bodyZh, bodyEn]: Said) =>
  messageTemplate({
    name: `cases.${what}`,
    values: Values,
    subject: { 'zh-CN': subjectZh, en: subjectEn },
    body: { 'zh-CN': bodyZh, en: bodyEn },
    link: ({ caseId }) => `/cases/${caseId}`,
  });

const received = template('received', [
  '已收到您的申请',
  'We have your application',
  '“{matter}”的申请已收到，办件编号 {caseNo}。最迟 {dueOn} 告知是否受理。',
  'Your application for "{matter}" is in, number {caseNo}. You hear by {dueOn} whether it is accepted.',
]);
const correcting = template('correction-told', [
  '申请材料需要补正',
  'Your application needs corrections',
  '“{matter}”（{caseNo}）需要补正，请于 {dueOn} 前提交。',
  '"{matter}" ({caseNo}) needs corrections; please hand them in by {dueOn}.',
]);
const accepted = template('accepted', [
  '申请已受理',
  'Your application is accepted',
  '“{matter}”（{caseNo}）已受理，承诺于 {dueOn} 前办结。',
  '"{matter}" ({caseNo}) is accepted; it is decided by {dueOn}.',
]);
const decided = template('decided', [
  '已作出决定',
  'Your case is decided',
  '“{matter}”（{caseNo}）已作出决定：{outcome}。',
  '"{matter}" ({caseNo}) is decided: {outcome}.',
]);
const ready = template('ready', [
  '办理结果可以领取',
  'Your result is ready',
  '“{matter}”（{caseNo}）的办理结果可以领取。',
  'The result of "{matter}" ({caseNo}) is ready.',
]);

/** What is told to the applicant, by SMS and, where they have an account, in their inbox. */
const TOLD: ReadonlyArray<readonly [EventKind<typeof CasePayload>, ReturnType<typeof template>]> = [
  [events.submitted, received],
  [events.received, received],
  [events.correctionTold, correcting],
  [events.accepted, accepted],
  [events.decided, decided],
  [events.ready, ready],
];

/**
 * Tells the applicant of each milestone. Heard from the events, so that no act waits for it; a notice is written
 * once for each case, milestone and round, however often an event is heard.
 */
export const tellApplicant = (deps: CasesDeps) =>
  listenToAll(
    'cases.tell-applicant',
    TOLD.map(([kind, message]) => on(kind, async (tx, event) => tellOne(deps, tx, event, message))),
    { start: 'now' },
  );

async function tellOne(
  { parties, notify }: CasesDeps,
  tx: Tx,
  { centreId, payload }: Happened<z.output<typeof CasePayload>>,
  message: ReturnType<typeof template>,
): Promise<void> {
  const row = await repository.findCase(tx, centreId, payload.caseId);
  if (row === undefined || row.parent_id !== null) return;
  const party = await parties.findPartyInFull(tx, centreId, row.party_id);
  const { accountId } = row.body;
  await notify.notify(tx, systemActor(centreId, 'cases.tell-applicant'), {
    template: message,
    values: toValues(row),
    to: {
      locale: 'zh-CN',
      ...(accountId === null ? {} : { accountId }),
      ...(party?.mobile === undefined ? {} : { mobile: party.mobile }),
    },
    key: `${row.case_id}/${row.body.corrections.length}`,
  });
}

const toValues = (row: CaseRow) => ({
  caseId: row.case_id,
  caseNo: row.case_no,
  matter: row.body.matterName.zh,
  dueOn: row.due_on === NEVER ? '' : row.due_on,
  outcome: row.body.decision?.approves === true ? '准予许可' : '不予许可',
});
