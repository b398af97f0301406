import { z } from 'zod';

import { event } from '#kernel/events/contract.ts';
import { Id } from '#kernel/http/shapes.ts';

export const LIVE = 'performance';

export const events = {
  targetChanged: event({
    name: 'performance.target-changed',
    version: 1,
    title: { 'zh-CN': '绩效目标变更', en: 'Performance target changed' },
    payload: z.object({
      targetId: Id,
      year: z.int(),
      project: z.string(),
      act: z.enum(['created', 'saved', 'declared', 'returned', 'approved']),
    }),
    live: () => LIVE,
  }),
  valueRecorded: event({
    name: 'performance.value-recorded',
    version: 1,
    title: { 'zh-CN': '绩效完成值填报', en: 'Value of an indicator recorded' },
    payload: z.object({ targetId: Id, indicatorId: Id, value: z.string(), asOf: z.string() }),
    live: () => LIVE,
  }),
  reviewChanged: event({
    name: 'performance.review-changed',
    version: 1,
    title: { 'zh-CN': '绩效监控与自评变更', en: 'Monitoring or self-evaluation changed' },
    payload: z.object({
      reviewId: Id,
      targetId: Id,
      kind: z.enum(['monitoring', 'evaluation']),
      act: z.enum(['opened', 'saved', 'submitted']),
    }),
    live: () => LIVE,
  }),
  taken: event({
    name: 'performance.sheet-taken',
    version: 1,
    title: { 'zh-CN': '绩效目标导入', en: 'Performance targets imported' },
    payload: z.object({ rows: z.int() }),
    live: () => LIVE,
  }),
} as const;
