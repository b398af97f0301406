import { z } from 'zod';

import { messageTemplate } from '#kernel/notify/template.ts';

import type { FilingAct } from '../contract.ts';
import type { FilingRow } from './tables.ts';
import type { Work } from './work.ts';

const Values = z.object({
  building: z.string(),
  number: z.string(),
  version: z.number(),
  reason: z.string(),
  until: z.string(),
  filingId: z.string(),
});

type Said = readonly [subjectZh: string, subjectEn: string, bodyZh: string, bodyEn: string];

const template = (what: string, [subjectZh, subjectEn, bodyZh, bodyEn]: Said) =>
  messageTemplate({
    name: `premises.${what}`,
    values: Values,
    subject: { 'zh-CN': subjectZh, en: subjectEn },
    body: { 'zh-CN': bodyZh, en: bodyEn },
    link: ({ filingId }) => `/me/premises/${filingId}`,
  });

const templates = {
  return: template('returned', [
    '住所备案退回修改',
    'Your filing was returned',
    '“{building}”的住所备案已一次性退回：{reason}。请修改后重新提交。',
    'The filing of {building} was returned with all reasons: {reason}. Mend it and submit again.',
  ]),
  file: template('filed', [
    '住所已备案',
    'Your premises are filed',
    '“{building}”已备案，备案编号{number}，第{version}版，有效期至{until}。',
    '{building} is filed as {number}, version {version}, valid until {until}.',
  ]),
  suspend: template('suspended', [
    '住所备案暂停使用',
    'Your filing is suspended',
    '“{building}”（{number}）的住所备案已暂停使用：{reason}。',
    'The filing of {building} ({number}) is suspended: {reason}.',
  ]),
  resume: template('resumed', [
    '住所备案恢复使用',
    'Your filing is open again',
    '“{building}”（{number}）的住所备案已恢复使用。',
    'The filing of {building} ({number}) is open to use again.',
  ]),
  revoke: template('revoked', [
    '住所备案已撤销',
    'Your filing was revoked',
    '“{building}”（{number}）的住所备案已撤销：{reason}。',
    'The filing of {building} ({number}) was revoked: {reason}.',
  ]),
  expire: template('expired', [
    '住所备案已到期',
    'Your filing has ended',
    '“{building}”（{number}）的住所备案已于{until}到期，延续后方可继续使用。',
    'The filing of {building} ({number}) ended on {until}; renew it so that it can be used.',
  ]),
  remind: template('ends-soon', [
    '住所备案即将到期',
    'Your filing ends soon',
    '“{building}”（{number}）的住所备案将于{until}到期，请及时延续。',
    'The filing of {building} ({number}) ends on {until}; renew it in time.',
  ]),
} as const;

type Told = keyof typeof templates;

const isTold = (act: FilingAct | 'remind'): act is Told => act in templates;

/** Writes to the account that sent the filing in, in the transaction of the act; of what it did itself it needs no word. */
export async function tellOperator(
  { deps, tx, actor }: Work,
  row: FilingRow,
  act: FilingAct | 'remind',
  reason: string,
): Promise<void> {
  if (!isTold(act) || row.account_id === null) return;
  await deps.notify.notify(tx, actor, {
    template: templates[act],
    values: {
      building: row.building_name,
      number: row.number,
      version: row.filed_version,
      reason,
      until: row.valid_until ?? '—',
      filingId: row.filing_id,
    },
    to: { locale: 'zh-CN', accountId: row.account_id },
    key: `${row.filing_id}/${row.version}/${act}`,
  });
}
