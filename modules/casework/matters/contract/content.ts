import { z } from 'zod';

import {
  ApplyMode,
  AuthorityNature,
  HandlingArea,
  OnlineDepth,
  PowerSource,
  ServiceObject,
  TaskType,
  UseLevel,
} from './codes.ts';
import { HandlingItem } from './item.ts';
import { Key, OfficialText, Text } from './text.ts';

/** One article of law that a matter rests on (设定依据). */
export const LegalBasis = z.object({
  law: z.string().trim().min(1).max(200),
  article: z.string().trim().min(1).max(100),
  text: OfficialText,
});
export type LegalBasis = z.infer<typeof LegalBasis>;

/**
 * 实施清单: everything that an edition of a matter says. The whole of it is fixed when an edition is
 * published, and a case keeps the edition that it was accepted under.
 */
export const MatterContent = z.object({
  name: Text,
  /** What it is for, in words that nobody has to look up. */
  summary: Text,
  /** What people call it. */
  keywords: z.array(z.string().trim().min(1).max(40)).max(40),
  /** 基本编码, 12 characters. */
  catalogCode: z.string().regex(/^[0-9A-Z]{12}$/u),
  /** 实施编码, 31 characters. */
  taskCode: z.string().max(36),
  localCatalogCode: z.string().max(60).optional(),
  localTaskCode: z.string().max(80).optional(),
  taskType: TaskType,
  useLevels: z.array(UseLevel).min(1),
  powerSource: PowerSource,
  /** 实施主体. */
  authority: z.object({
    /** Of the department as the register of the organisation knows it. */
    departmentCode: z.string().max(40),
    name: z.string().trim().min(1).max(200),
    creditCode: z.string().length(18),
    nature: AuthorityNature,
  }),
  entrusted: z.string().max(200).optional(),
  /** 联办机构. */
  coDepartments: z.array(z.string().max(200)).max(20),
  legalBasis: z.array(LegalBasis).min(1).max(30),
  serviceObjects: z.array(ServiceObject).min(1),
  /** 主题: how people look for it. */
  themes: z.array(Key).max(20),
  applyModes: z.array(ApplyMode).min(1),
  onlineDepth: OnlineDepth.optional(),
  onlineUrl: z.url().optional(),
  /** 到办事现场次数. */
  visits: z.object({
    window: z.number().int().min(0).max(9),
    online: z.number().int().min(0).max(9),
    reason: OfficialText.optional(),
  }),
  inHall: z.boolean(),
  /** 办理地点, by the code of a site, with where in it. */
  places: z.array(z.object({ siteCode: z.string().max(40), where: Text.optional() })).max(40),
  openingNote: Text.optional(),
  consultPhone: z.string().max(60),
  supervisePhone: z.string().max(60),
  handlingAreas: z.array(HandlingArea),
  bookable: z.boolean(),
  payOnline: z.boolean(),
  express: z.boolean(),
  kiosk: z.boolean(),
  /** 综窗受理: the department entrusts comprehensive windows with accepting what was applied for online. */
  acceptedAtWindows: z.boolean().optional(),
  quantityLimit: OfficialText.optional(),
  intermediaries: OfficialText.optional(),
  /** Why 告知承诺 is not open to it (上海市优化营商环境条例): it concerns these directly. */
  promiseExcluded: z.enum(['none', 'public-safety', 'environment', 'health-property']),
  /** Made up for demonstration: 演示. */
  isDemonstration: z.boolean(),
  items: z.array(HandlingItem).min(1).max(20),
});
export type MatterContent = z.infer<typeof MatterContent>;
