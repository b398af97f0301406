import { z } from 'zod';

import { Channel, SiteKind } from './of-others.ts';

const Division = z.string().regex(/^\d{6}$/);
const Grams = z.number().int().min(1).max(100_000);

/** The rules of free parcels (免费寄递规则); each is the centre's to set. */
export const Settings = z.object({
  /** Handled at a window: free at these kinds of sites. */
  windowChannels: z.array(Channel).max(10),
  siteKinds: z.array(SiteKind).max(10),
  /** Applied for online: free where the authority is of one of these districts, by digits 3 to 8 of its credit code. */
  onlineChannels: z.array(Channel).max(10),
  divisions: z.array(Division).max(40),
  /** Of a parcel of papers, where nobody weighed it. */
  usualGrams: Grams,
  /** By how much a billed weight may differ from ours. */
  toleranceGrams: Grams,
  version: z.number().int().min(0),
});
export type Settings = z.infer<typeof Settings>;

/** 在区行政服务中心窗口办理业务的，和线上办理本区业务的: as the published budgets say for whom the project is. */
export const DEFAULT_SETTINGS: Settings = {
  windowChannels: ['window', 'proxy', 'virtual-window'],
  siteKinds: ['district-hall'],
  onlineChannels: ['online', 'mobile', 'kiosk'],
  divisions: ['310117'],
  usualGrams: 300,
  toleranceGrams: 200,
  version: 0,
};
