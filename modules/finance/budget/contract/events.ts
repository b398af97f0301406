import { z } from 'zod';

import { event } from '#kernel/events/contract.ts';
import { Id } from '#kernel/http/shapes.ts';

import { Stage } from './shapes.ts';

/** Staff who make the budget follow this topic. */
export const LIVE = 'budget';

export const events = {
  versionChanged: event({
    name: 'budget.version-changed',
    version: 1,
    title: { 'zh-CN': '预算版本变更', en: 'Budget version changed' },
    payload: z.object({
      versionId: Id,
      year: z.int(),
      stage: Stage,
      act: z.enum(['created', 'saved', 'submitted', 'returned', 'approved']),
    }),
    live: () => LIVE,
  }),
  published: event({
    name: 'budget.published',
    version: 1,
    title: { 'zh-CN': '预算公开', en: 'Budget published' },
    payload: z.object({ publicationId: Id, versionId: Id, year: z.int(), hash: z.string() }),
    live: () => LIVE,
  }),
} as const;
