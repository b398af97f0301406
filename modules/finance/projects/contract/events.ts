import { z } from 'zod';

import { event } from '#kernel/events/contract.ts';

export const events = {
  exported: event({
    name: 'projects.list-exported',
    version: 1,
    title: { 'zh-CN': '导出项目清单', en: 'Projects exported' },
    payload: z.object({ year: z.number().int(), rows: z.number().int() }),
  }),
} as const;
