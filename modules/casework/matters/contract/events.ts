import { z } from 'zod';

import { event } from '#kernel/events/contract.ts';
import { Day, Id } from '#kernel/http/shapes.ts';

import { SubjectKind } from './edition.ts';

/** Staff who keep the catalogue follow this topic. */
export const LIVE = 'matters';

const subject = { matterId: Id, editionId: Id, kind: SubjectKind, code: z.string() };

export const events = {
  draftChanged: event({
    name: 'matters.draft-changed',
    version: 1,
    title: { 'zh-CN': '事项草稿变更', en: 'Draft of a matter changed' },
    payload: z.object({
      ...subject,
      act: z.enum(['created', 'saved', 'submitted', 'returned', 'discarded']),
    }),
    live: () => LIVE,
  }),
  editionPublished: event({
    name: 'matters.edition-published',
    version: 1,
    title: { 'zh-CN': '事项版本发布', en: 'Edition of a matter published' },
    payload: z.object({
      ...subject,
      number: z.number().int(),
      validFrom: Day,
      validUntil: Day.nullable(),
    }),
    live: () => LIVE,
  }),
  editionWithdrawn: event({
    name: 'matters.edition-withdrawn',
    version: 1,
    title: { 'zh-CN': '事项版本取消', en: 'Edition of a matter withdrawn' },
    payload: z.object({ ...subject, reason: z.string(), from: Day }),
    live: () => LIVE,
  }),
} as const;
