import { z } from 'zod';

import type { Words } from '#kernel/problems/contract.ts';

/** 有效, 暂停, 撤销, 注销, 过期, 已换发 (a newer version took its place). */
export const LicenceState = z.enum([
  'valid',
  'suspended',
  'revoked',
  'cancelled',
  'expired',
  'superseded',
]);
export type LicenceState = z.infer<typeof LicenceState>;

/** What a person decides about a licence that exists. */
export const StateAct = z.enum(['suspend', 'resume', 'revoke', 'cancel']);
export type StateAct = z.infer<typeof StateAct>;

/** Everything that its history can hold. */
export const HistoryAct = z.enum([
  'issue',
  'import',
  'change',
  'renew',
  'replace',
  ...StateAct.options,
  'expire',
  'use',
  'show',
]);
export type HistoryAct = z.infer<typeof HistoryAct>;

export const Ground = z.enum([
  'provisional',
  'rectification',
  'rectified',
  'suspension-over',
  'abuse-of-office',
  'beyond-powers',
  'procedure',
  'unqualified',
  'other-revocable',
  'fraud',
  'not-renewed',
  'incapacity',
  'dissolved',
  'revoked-or-withdrawn',
  'force-majeure',
  'by-law',
]);
export type Ground = z.infer<typeof Ground>;

interface GroundFacts {
  readonly act: StateAct;
  readonly says: Words;
  readonly article: Words;
}

const licensing = (zh: string, en: string): Words => ({
  'zh-CN': `《行政许可法》第${zh}`,
  en: `Administrative Licensing Law, art. ${en}`,
});

/** The legal ground of each act, with its article. */
export const grounds: Readonly<Record<Ground, GroundFacts>> = {
  provisional: {
    act: 'suspend',
    says: { 'zh-CN': '暂扣许可证件', en: 'Permit withheld as a penalty' },
    article: {
      'zh-CN': '《行政处罚法》第九条第三项',
      en: 'Administrative Penalties Law, art. 9 (3)',
    },
  },
  rectification: {
    act: 'suspend',
    says: { 'zh-CN': '责令限期改正期间', en: 'While a fault is to be put right' },
    article: licensing('六十八条', '68'),
  },
  rectified: {
    act: 'resume',
    says: { 'zh-CN': '已改正', en: 'The fault is put right' },
    article: licensing('六十八条', '68'),
  },
  'suspension-over': {
    act: 'resume',
    says: { 'zh-CN': '暂扣期满', en: 'The suspension is over' },
    article: {
      'zh-CN': '《行政处罚法》第九条第三项',
      en: 'Administrative Penalties Law, art. 9 (3)',
    },
  },
  'abuse-of-office': {
    act: 'revoke',
    says: {
      'zh-CN': '工作人员滥用职权、玩忽职守作出的准予决定',
      en: 'Granted by abuse or neglect of office',
    },
    article: licensing('六十九条第一款第一项', '69 I (1)'),
  },
  'beyond-powers': {
    act: 'revoke',
    says: { 'zh-CN': '超越法定职权作出的准予决定', en: 'Granted beyond lawful powers' },
    article: licensing('六十九条第一款第二项', '69 I (2)'),
  },
  procedure: {
    act: 'revoke',
    says: { 'zh-CN': '违反法定程序作出的准予决定', en: 'Granted against lawful procedure' },
    article: licensing('六十九条第一款第三项', '69 I (3)'),
  },
  unqualified: {
    act: 'revoke',
    says: {
      'zh-CN': '申请人不具备申请资格或者不符合法定条件',
      en: 'The applicant did not qualify or meet the conditions',
    },
    article: licensing('六十九条第一款第四项', '69 I (4)'),
  },
  'other-revocable': {
    act: 'revoke',
    says: { 'zh-CN': '依法可以撤销的其他情形', en: 'Another case in which the law allows it' },
    article: licensing('六十九条第一款第五项', '69 I (5)'),
  },
  fraud: {
    act: 'revoke',
    says: {
      'zh-CN': '以欺骗、贿赂等不正当手段取得',
      en: 'Obtained by fraud, bribery or other improper means',
    },
    article: licensing('六十九条第二款', '69 II'),
  },
  'not-renewed': {
    act: 'cancel',
    says: { 'zh-CN': '有效期届满未延续', en: 'Expired and not renewed' },
    article: licensing('七十条第一项', '70 (1)'),
  },
  incapacity: {
    act: 'cancel',
    says: { 'zh-CN': '公民死亡或者丧失行为能力', en: 'Death or incapacity of the holder' },
    article: licensing('七十条第二项', '70 (2)'),
  },
  dissolved: {
    act: 'cancel',
    says: { 'zh-CN': '法人或者其他组织依法终止', en: 'The organisation has ended' },
    article: licensing('七十条第三项', '70 (3)'),
  },
  'revoked-or-withdrawn': {
    act: 'cancel',
    says: {
      'zh-CN': '许可依法被撤销、撤回，或者证件被吊销',
      en: 'Revoked, withdrawn, or taken away as a penalty',
    },
    article: licensing('七十条第四项', '70 (4)'),
  },
  'force-majeure': {
    act: 'cancel',
    says: { 'zh-CN': '不可抗力导致许可事项无法实施', en: 'Made impossible by force majeure' },
    article: licensing('七十条第五项', '70 (5)'),
  },
  'by-law': {
    act: 'cancel',
    says: {
      'zh-CN': '法律、法规规定应当注销的其他情形（含持证人申请）',
      en: 'Another case in law, at the holder’s request among them',
    },
    article: licensing('七十条第六项', '70 (6)'),
  },
};

/** The grounds on which an act can rest. */
export function groundsFor(act: StateAct): Ground[] {
  return Ground.options.filter((ground) => grounds[ground].act === act);
}
