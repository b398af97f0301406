import { z } from 'zod';

import type { Kind } from './states.ts';

/** 紧急、一般、疑难: how many working days a class of matter may take. */
export const TermClass = z.enum(['urgent', 'normal', 'hard']);
export type TermClass = z.infer<typeof TermClass>;

const days = (most: number) => z.number().int().min(0).max(most);

/** Terms of one kind, in working days; 0 is the same day. */
export const Terms = z.object({
  contactDays: days(10),
  urgent: days(30),
  normal: days(30),
  hard: days(60),
  returnDays: days(10),
  callBackDays: days(30),
  /** The most working days of the one extension. */
  extensionMost: days(60),
});
export type Terms = z.infer<typeof Terms>;

export const AssessmentGroup = z.enum([
  'attendance',
  'dress',
  'service',
  'business',
  'rating',
  'complaint',
  'bonus',
]);
export type AssessmentGroup = z.infer<typeof AssessmentGroup>;

/** Facts by which a score comes by itself. */
export const AutoSource = z.enum([
  'bad-rating-confirmed',
  'bad-rating-overdue',
  'complaint-proven',
  'complaint-overdue',
  'case-overdue',
]);
export type AutoSource = z.infer<typeof AutoSource>;

/** 考评项目: points of one event, negative for a fault, with the most a month may lose or win by it. */
export const AssessmentItem = z.object({
  code: z.string().regex(/^[a-z][a-z0-9-]{1,39}$/u),
  group: AssessmentGroup,
  nameZh: z.string().trim().min(2).max(60),
  nameEn: z.string().trim().min(2).max(120),
  points: z.number().min(-100).max(100).multipleOf(0.5),
  cap: z.number().min(0).max(100),
  isEvidenceNeeded: z.boolean(),
  source: AutoSource.nullable(),
  isOn: z.boolean(),
});
export type AssessmentItem = z.infer<typeof AssessmentItem>;

export const ComplaintSettings = z.object({
  complaint: Terms,
  hotline: Terms,
  stuck: Terms,
  letter: Terms,
  base: z.number().min(0).max(200),
  bonusMost: z.number().min(0).max(50),
  passFrom: z.number().min(0).max(200),
  nearlyFrom: z.number().min(0).max(200),
  appealDays: days(30),
  items: z.array(AssessmentItem).min(1).max(80),
  version: z.number().int(),
});
export type ComplaintSettings = z.infer<typeof ComplaintSettings>;

const terms = (more: Partial<Terms> = {}): Terms => ({
  contactDays: 1,
  urgent: 1,
  normal: 5,
  hard: 15,
  returnDays: 1,
  callBackDays: 3,
  extensionMost: 15,
  ...more,
});

type Line = readonly [
  code: string,
  group: AssessmentGroup,
  zh: string,
  en: string,
  points: number,
  source?: AutoSource,
];

const lines: readonly Line[] = [
  ['late', 'attendance', '迟到、早退（10 分钟内）', 'Late or early by up to ten minutes', -1],
  ['no-punch', 'attendance', '缺卡', 'Missing punch', -2],
  ['absent', 'attendance', '旷工半天', 'Absent for half a day', -5],
  ['left-post', 'attendance', '离岗 15 分钟以上', 'Away from the post for over 15 minutes', -3],
  ['cover-gap', 'attendance', 'AB 岗空缺', 'Nobody covered the window', -2],
  ['dress', 'dress', '着装、工牌、桌牌不规范', 'Dress, badge or desk plate', -1],
  ['cold', 'service', '态度冷漠', 'Cold to visitors', -2],
  ['no-answer', 'service', '拒绝解答', 'Refused to answer', -2],
  ['quarrel', 'service', '与群众争吵', 'Quarrelled', -3],
  ['not-taken', 'business', '应收不收', 'Did not take what had to be taken', -2],
  ['not-told', 'business', '未一次性告知', 'Corrections not told at once', -2],
  ['not-entered', 'business', '未录入系统', 'Not entered in the system', -2],
  [
    'case-overdue',
    'business',
    '超过承诺期限（每件）',
    'Over the promised limit',
    -5,
    'case-overdue',
  ],
  ['bad-rating', 'rating', '差评属实', 'Bad rating confirmed', -5, 'bad-rating-confirmed'],
  ['bad-late', 'rating', '差评处理超期', 'Bad rating handled late', -2, 'bad-rating-overdue'],
  ['complaint', 'complaint', '投诉、12345 属实', 'Complaint proven', -5, 'complaint-proven'],
  [
    'complaint-late',
    'complaint',
    '诉求办理超期',
    'Complaint handled late',
    -2,
    'complaint-overdue',
  ],
  ['extra-service', 'bonus', '延时、上门等额外服务', 'Service beyond duty', 2],
  ['praise', 'bonus', '书面表扬', 'Praise in writing', 3],
];

/** What a centre begins with; points differ from city to city. */
export const DEFAULT_SETTINGS: ComplaintSettings = {
  complaint: terms(),
  hotline: terms(),
  stuck: terms({ contactDays: 0 }),
  letter: terms({ normal: 10 }),
  base: 100,
  bonusMost: 10,
  passFrom: 80,
  nearlyFrom: 60,
  appealDays: 3,
  items: lines.map(([code, group, nameZh, nameEn, points, source = null]) => ({
    code,
    group,
    nameZh,
    nameEn,
    points,
    cap: 20,
    isEvidenceNeeded: source === null,
    source,
    isOn: true,
  })),
  version: 0,
};

export const termsOf = (settings: ComplaintSettings, kind: Kind): Terms => settings[kind];
