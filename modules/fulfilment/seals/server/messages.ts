import { z } from 'zod';

import { messageTemplate } from '#kernel/notify/template.ts';

import type { Doing } from './doing.ts';
import type { SetRow } from './tables.ts';

/** No person's name: a text message may be read by others. */
const Values = z.object({
  number: z.string(),
  firm: z.string(),
  day: z.string(),
  tracking: z.string(),
});

type Said = readonly [subjectZh: string, subjectEn: string, bodyZh: string, bodyEn: string];

const template = (what: string, [subjectZh, subjectEn, bodyZh, bodyEn]: Said) =>
  messageTemplate({
    name: `seals.${what}`,
    values: Values,
    subject: { 'zh-CN': subjectZh, en: subjectEn },
    body: { 'zh-CN': bodyZh, en: bodyEn },
    link: () => '/me/seals',
  });

const templates = {
  entitled: template('entitled', [
    '可申领免费印章',
    'Your free seals',
    '{firm}符合免费刻章条件，请于{day}前申领（一套四枚，免费）。',
    '{firm} is entitled to a free set of four seals; claim it by {day}.',
  ]),
  claimed: template('claimed', [
    '免费刻章已申领',
    'Seals claimed',
    '{firm}的免费印章（{number}）已申领，预计{day}前完成。',
    'The seals of {firm} ({number}) are claimed and should be ready by {day}.',
  ]),
  ready: template('ready', [
    '印章可以领取',
    'Your seals are ready',
    '{firm}的印章（{number}）已到中心，请法定代表人或经办人凭身份证件到企业开办窗口领取。',
    'The seals of {firm} ({number}) are ready; pick them up with your identity card.',
  ]),
  sent: template('sent', [
    '印章已寄出',
    'Your seals are on the way',
    '{firm}的印章（{number}）已寄出，运单号{tracking}。',
    'The seals of {firm} ({number}) are on the way, parcel {tracking}.',
  ]),
  signed: template('signed', [
    '印章已签收',
    'Your seals were received',
    '{firm}的印章（{number}）已签收。如非本人签收，请立即联系中心。',
    'The seals of {firm} ({number}) were received. If not by you, call the centre at once.',
  ]),
  renamed: template('renamed', [
    '印文已随执照更新',
    'The text of your seals changed',
    '{firm}的营业执照已变更，尚未刻制的印章（{number}）改按新执照刻制。',
    'The licence of {firm} changed; the seals ({number}) will be cut with the new text.',
  ]),
} as const;

/** Writes to the firm in the transaction of the act; a repeat writes nothing. */
export async function tellFirm(
  { deps, tx, actor }: Doing,
  what: keyof typeof templates,
  row: SetRow,
): Promise<void> {
  const party = await deps.parties.findPartyInFull(tx, row.centre_id, row.party_id);
  await deps.notify.notify(tx, actor, {
    template: templates[what],
    values: {
      number: row.number,
      firm: row.firm_name,
      day: (what === 'entitled' ? row.claim_until : row.due_on) ?? row.claim_until,
      tracking: row.tracking_no,
    },
    to: {
      locale: 'zh-CN',
      ...(party?.mobile === undefined ? {} : { mobile: party.mobile }),
    },
    key: `${row.set_id}/${row.version}`,
  });
}
