import { z } from 'zod';

import { messageTemplate } from '#kernel/notify/template.ts';
import type { Words } from '#kernel/problems/contract.ts';
import type { CaseRef } from '#modules/casework/cases/index.ts';

import type { Doing } from './deps.ts';
import type { ParcelRow } from './tables.ts';

const Values = z.object({ subject: z.string(), tracking: z.string(), contents: z.string() });

type Said = readonly [subjectZh: string, subjectEn: string, bodyZh: string, bodyEn: string];

const template = (what: string, [subjectZh, subjectEn, bodyZh, bodyEn]: Said) =>
  messageTemplate({
    name: `courier.${what}`,
    values: Values,
    subject: { 'zh-CN': subjectZh, en: subjectEn },
    body: { 'zh-CN': bodyZh, en: bodyEn },
    link: () => '/me/parcels',
  });

const templates = {
  handed: template('handed', [
    '已交寄',
    'On the way',
    '{subject}的{contents}已交寄，运单号{tracking}，免费寄递。',
    'What belongs to {subject} ({contents}) is on the way, parcel {tracking}, free of charge.',
  ]),
  signed: template('signed', [
    '快件已签收',
    'Parcel signed for',
    '{subject}的{contents}（运单号{tracking}）已签收。如非本人或代收人签收，请立即联系中心。',
    'The parcel {tracking} for {subject} ({contents}) was signed for. If not by you, call the centre at once.',
  ]),
  returned: template('returned', [
    '快件已退回中心',
    'Your parcel came back',
    '{subject}的{contents}（运单号{tracking}）未能送达，已退回中心，请联系重新寄送或到窗口领取。',
    'The parcel {tracking} for {subject} ({contents}) could not be delivered and is back at the centre.',
  ]),
  lost: template('lost', [
    '快件异常',
    'Your parcel is lost or damaged',
    '{subject}的{contents}（运单号{tracking}）寄递异常，工作人员将与您联系补办或补寄。',
    'The parcel {tracking} for {subject} ({contents}) is lost or damaged; the staff will call you.',
  ]),
} as const;

const notFree = messageTemplate({
  name: 'courier.not-free',
  values: z.object({ caseNo: z.string(), reason: z.string() }),
  subject: { 'zh-CN': '结果可以领取', en: 'Your result is ready' },
  body: {
    'zh-CN': '办件{caseNo}的结果已可领取。您选择了快递，但{reason}',
    en: 'The result of case {caseNo} is ready. You asked for a parcel, but: {reason}',
  },
  link: () => '/me/cases',
});

/** The applicant wanted a parcel and is not entitled to a free one: they learn why, and where the result is. */
export async function tellNotFree(
  { deps, tx, actor }: Doing,
  { id, caseNo, partyId }: CaseRef,
  reason: Words,
): Promise<void> {
  const party = await deps.parties.findPartyInFull(tx, actor.centreId, partyId);
  await deps.notify.notify(tx, actor, {
    template: notFree,
    values: { caseNo, reason: reason['zh-CN'] },
    to: { locale: 'zh-CN', ...(party?.mobile === undefined ? {} : { mobile: party.mobile }) },
    key: `${id}/not-free`,
  });
}

/** Writes to the applicant in the transaction of the act; a repeat writes nothing. */
export async function tellParty(
  { deps, tx, actor }: Doing,
  what: keyof typeof templates,
  row: ParcelRow,
): Promise<void> {
  const party = await deps.parties.findPartyInFull(tx, row.centre_id, row.party_id);
  await deps.notify.notify(tx, actor, {
    template: templates[what],
    values: { subject: row.subject_no, tracking: row.tracking_no, contents: row.contents },
    to: { locale: 'zh-CN', ...(party?.mobile === undefined ? {} : { mobile: party.mobile }) },
    key: `${row.parcel_id}/${what}`,
  });
}
