import { z } from 'zod';

import type { Words } from '#kernel/problems/contract.ts';

/** What holds now of what was filed: nothing yet, 已备案, 暂停使用, 已撤销, 已过期. */
export const Standing = z.enum(['none', 'filed', 'suspended', 'revoked', 'expired']);
export type Standing = z.infer<typeof Standing>;

/** Where the paper that is being worked on lies: nothing in work, 填报, 已提交, 街镇初核, 市场监管核查, 退回修改. */
export const Stage = z.enum([
  'none',
  'draft',
  'submitted',
  'town-check',
  'regulator-check',
  'returned',
]);
export type Stage = z.infer<typeof Stage>;

export const FilingKind = z.enum(['new', 'change', 'renewal']);
export type FilingKind = z.infer<typeof FilingKind>;

export const FilingAct = z.enum([
  'save',
  'submit',
  'retract',
  'discard',
  'take',
  'pass',
  'return',
  'file',
  'begin-change',
  'begin-renewal',
  'suspend',
  'resume',
  'revoke',
  'expire',
]);
export type FilingAct = z.infer<typeof FilingAct>;

export const GuardName = z.enum([
  'complete',
  'reasonGiven',
  'pointsChecked',
  'allAtOnce',
  'fourEyes',
  'proofsInForce',
  'addressesFree',
  'inRenewal',
  'notOver',
  'over',
]);
export type GuardName = z.infer<typeof GuardName>;

export interface Transition {
  readonly title: Words;
  readonly who: 'operator' | 'town' | 'regulator' | 'system';
  readonly stages: readonly Stage[];
  readonly standings: readonly Standing[];
  /** `same` leaves it. */
  readonly stage: Stage | 'same';
  readonly standing: Standing | 'same';
  readonly guards: readonly GuardName[];
}

const anyStanding = ['none', 'filed', 'suspended', 'expired'] as const;

/** The state machine of a filing (备案) as data. A version in force stays so while the next one is checked. */
export const transitions: Readonly<Record<FilingAct, Transition>> = {
  save: {
    title: { 'zh-CN': '保存', en: 'Save' },
    who: 'operator',
    stages: ['draft', 'returned'],
    standings: anyStanding,
    stage: 'same',
    standing: 'same',
    guards: [],
  },
  submit: {
    title: { 'zh-CN': '提交备案', en: 'Submit' },
    who: 'operator',
    stages: ['draft', 'returned'],
    standings: anyStanding,
    stage: 'submitted',
    standing: 'same',
    guards: ['complete', 'addressesFree'],
  },
  retract: {
    title: { 'zh-CN': '撤回修改', en: 'Take back' },
    who: 'operator',
    stages: ['submitted'],
    standings: anyStanding,
    stage: 'draft',
    standing: 'same',
    guards: [],
  },
  discard: {
    title: { 'zh-CN': '放弃修改', en: 'Discard' },
    who: 'operator',
    stages: ['draft', 'returned'],
    standings: anyStanding,
    stage: 'none',
    standing: 'same',
    guards: [],
  },
  take: {
    title: { 'zh-CN': '开始初核', en: 'Take up' },
    who: 'town',
    stages: ['submitted'],
    standings: anyStanding,
    stage: 'town-check',
    standing: 'same',
    guards: [],
  },
  pass: {
    title: { 'zh-CN': '初核通过', en: 'Pass on' },
    who: 'town',
    stages: ['town-check'],
    standings: anyStanding,
    stage: 'regulator-check',
    standing: 'same',
    guards: ['pointsChecked'],
  },
  return: {
    title: { 'zh-CN': '一次性退回', en: 'Return with all reasons' },
    who: 'town',
    stages: ['town-check', 'regulator-check'],
    standings: anyStanding,
    stage: 'returned',
    standing: 'same',
    guards: ['reasonGiven', 'allAtOnce'],
  },
  file: {
    title: { 'zh-CN': '准予备案', en: 'File' },
    who: 'regulator',
    stages: ['regulator-check'],
    standings: anyStanding,
    stage: 'none',
    standing: 'filed',
    guards: ['fourEyes', 'complete', 'proofsInForce', 'addressesFree'],
  },
  'begin-change': {
    title: { 'zh-CN': '变更备案', en: 'Change' },
    who: 'operator',
    stages: ['none'],
    standings: ['filed', 'suspended'],
    stage: 'draft',
    standing: 'same',
    guards: [],
  },
  'begin-renewal': {
    title: { 'zh-CN': '延续备案', en: 'Renew' },
    who: 'operator',
    stages: ['none'],
    standings: ['filed', 'expired'],
    stage: 'draft',
    standing: 'same',
    guards: ['inRenewal'],
  },
  suspend: {
    title: { 'zh-CN': '暂停使用', en: 'Suspend' },
    who: 'regulator',
    stages: Stage.options,
    standings: ['filed'],
    stage: 'same',
    standing: 'suspended',
    guards: ['reasonGiven'],
  },
  resume: {
    title: { 'zh-CN': '恢复使用', en: 'Resume' },
    who: 'regulator',
    stages: Stage.options,
    standings: ['suspended'],
    stage: 'same',
    standing: 'filed',
    guards: ['reasonGiven', 'notOver'],
  },
  revoke: {
    title: { 'zh-CN': '撤销备案', en: 'Revoke' },
    who: 'regulator',
    stages: Stage.options,
    standings: ['filed', 'suspended', 'expired'],
    stage: 'none',
    standing: 'revoked',
    guards: ['reasonGiven'],
  },
  expire: {
    title: { 'zh-CN': '备案过期', en: 'Expire' },
    who: 'system',
    stages: Stage.options,
    standings: ['filed', 'suspended'],
    stage: 'same',
    standing: 'expired',
    guards: ['over'],
  },
};

/** Why the use of premises is stopped. */
export const Ground = z.enum([
  'title-dispute',
  'illegal-building',
  'unreachable',
  'safety',
  'false-papers',
  'other',
]);
export type Ground = z.infer<typeof Ground>;

export const groundWords: Readonly<Record<Ground, Words>> = {
  'title-dispute': { 'zh-CN': '产权争议', en: 'Dispute over the title' },
  'illegal-building': { 'zh-CN': '查实为违法建筑', en: 'Found to be built unlawfully' },
  unreachable: { 'zh-CN': '入驻企业失联率过高', en: 'Too many firms not found at the address' },
  safety: { 'zh-CN': '存在安全隐患', en: 'A danger to safety' },
  'false-papers': { 'zh-CN': '证明材料不实', en: 'Papers that are not true' },
  other: { 'zh-CN': '其他', en: 'Other' },
};

export const standingWords: Readonly<Record<Standing, Words>> = {
  none: { 'zh-CN': '未备案', en: 'Not filed' },
  filed: { 'zh-CN': '已备案', en: 'Filed' },
  suspended: { 'zh-CN': '暂停使用', en: 'Suspended' },
  revoked: { 'zh-CN': '已撤销', en: 'Revoked' },
  expired: { 'zh-CN': '已过期', en: 'Expired' },
};

export const stageWords: Readonly<Record<Stage, Words>> = {
  none: { 'zh-CN': '无在办', en: 'Nothing in work' },
  draft: { 'zh-CN': '填报中', en: 'Draft' },
  submitted: { 'zh-CN': '待街镇初核', en: 'Waits for the town' },
  'town-check': { 'zh-CN': '街镇初核中', en: 'With the town' },
  'regulator-check': { 'zh-CN': '市场监管核查中', en: 'With the regulator' },
  returned: { 'zh-CN': '退回修改', en: 'Returned' },
};

export const filingKindWords: Readonly<Record<FilingKind, Words>> = {
  new: { 'zh-CN': '新备案', en: 'New' },
  change: { 'zh-CN': '变更', en: 'Change' },
  renewal: { 'zh-CN': '延续', en: 'Renewal' },
};

/** What the town looks at, on the spot and in the papers (初核要点). */
export const CheckPoint = z.enum(['address', 'title', 'use', 'excluded', 'units', 'site']);
export type CheckPoint = z.infer<typeof CheckPoint>;

export const checkPointWords: Readonly<Record<CheckPoint, Words>> = {
  address: { 'zh-CN': '标准地址与门牌一致', en: 'The address is the one on the door plate' },
  title: { 'zh-CN': '产权与运营授权相符', en: 'Title and authority fit the operator' },
  use: { 'zh-CN': '房屋用途与证载一致', en: 'The use is the one of the title' },
  excluded: { 'zh-CN': '不可登记部位已标明', en: 'Parts that are closed are marked' },
  units: { 'zh-CN': '房屋单元与现场一致', en: 'Units are as they stand' },
  site: { 'zh-CN': '非违法建筑、无安全隐患', en: 'Lawfully built and safe' },
};
