import { z } from 'zod';

import { CarrierKind } from './kinds.ts';

/** A trade that is kept out of cluster addresses and dwellings, by the words of a scope of business that say it. */
export const SensitiveTrade = z.object({
  nameZh: z.string().trim().min(1).max(40),
  nameEn: z.string().trim().min(1).max(80),
  words: z.array(z.string().trim().min(2).max(40)).min(1).max(40),
});
export type SensitiveTrade = z.infer<typeof SensitiveTrade>;

/** The rules of the premises register of a centre (住所云规则). Every number is the centre’s to set. */
export const SettingsBody = z.object({
  /** A lease runs at least so many months. */
  minLeaseMonths: z.number().int().min(0).max(60),
  /** A unit holds at most so many subjects (一址多照). */
  maxSubjects: z.number().int().min(1).max(500),
  /** How many subjects of one controller a unit may name; they are not counted towards its limit. 0: none. */
  maxGroupCodes: z.number().int().min(0).max(50),
  /** Square metres for each subject. */
  areaPerSubjectM2: z.number().min(0).max(500),
  /** Kinds of carrier to which the limit of a unit does not apply. */
  unlimitedKinds: z.array(CarrierKind).max(7),
  /** Kinds of carrier in which sensitive trades are not registered; dwellings never take them. */
  closedToSensitive: z.array(CarrierKind).max(7),
  sensitiveTrades: z.array(SensitiveTrade).max(30),
  /** From so many days before its end a filing can be renewed. */
  renewFromDays: z.number().int().min(1).max(365),
  /** Days before the end at which the operator is reminded. */
  remindDays: z.array(z.number().int().min(1).max(365)).max(5),
  /** Working days for the check by the town and by the regulator. */
  townDays: z.number().int().min(1).max(60),
  regulatorDays: z.number().int().min(1).max(60),
  /** Of its firms so many in a hundred not found at their address call for a suspension. */
  unreachablePercent: z.number().int().min(1).max(100),
  /** What one use in place of papers saves an applicant, in days, as the centre reckons it. */
  daysSavedPerUse: z.number().min(0).max(30),
  /** Code of the department that files. */
  regulatorCode: z.string().trim().min(1).max(60),
  numberPattern: z.string().trim().min(4).max(60),
});
export type SettingsBody = z.infer<typeof SettingsBody>;

export const Settings = SettingsBody.extend({ version: z.number().int().min(0) });
export type Settings = z.infer<typeof Settings>;

export const DEFAULT_SETTINGS: Settings = {
  minLeaseMonths: 6,
  maxSubjects: 5,
  maxGroupCodes: 20,
  areaPerSubjectM2: 8,
  unlimitedKinds: ['cluster', 'household-cluster'],
  closedToSensitive: ['cluster', 'household-cluster'],
  sensitiveTrades: [
    {
      nameZh: '餐饮',
      nameEn: 'Catering',
      words: ['餐饮服务', '餐饮', '食品制售', '酒吧', '小吃', '饮品店'],
    },
    {
      nameZh: '危险化学品',
      nameEn: 'Dangerous chemicals',
      words: ['危险化学品', '烟花爆竹', '民用爆炸物', '燃气经营', '成品油零售'],
    },
    {
      nameZh: '娱乐',
      nameEn: 'Entertainment',
      words: ['歌舞娱乐', '游艺娱乐', '互联网上网服务', '洗浴服务', '娱乐场所'],
    },
  ],
  renewFromDays: 60,
  remindDays: [60, 30, 7],
  townDays: 3,
  regulatorDays: 3,
  unreachablePercent: 20,
  daysSavedPerUse: 1.5,
  regulatorCode: 'market-regulation',
  numberPattern: 'ZS{year}{town}{serial:5}',
  version: 0,
};
