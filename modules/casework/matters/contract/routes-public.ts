import { z } from 'zod';

import { route } from '#kernel/http/contract.ts';
import { IdParams } from '#kernel/http/shapes.ts';

import { BundleRequirements } from './bundle.ts';
import {
  BundleGuide,
  Guide,
  GuideSearch,
  PublishedEdition,
  RequirementsQuestion,
  SearchGuidesQuery,
} from './guide.ts';
import { problems } from './problems.ts';
import { Requirements } from './requirements.ts';

const BASE = '/api/v1/public/guides';

/** Lines of print on a page, from top to bottom; confidence from 0 to 1. */
export const PageReading = z.object({
  lines: z.array(z.object({ text: z.string(), confidence: z.number().min(0).max(1) })),
});
export type PageReading = z.infer<typeof PageReading>;

export const readingRoutes = {
  readPage: route({
    name: 'matters.readPage',
    method: 'POST',
    path: '/api/v1/page-readings',
    summary: 'Read the print on a picture of a page, Chinese and digits; the picture is not kept',
    admission: 'signed-in',
    response: PageReading,
    upload: true,
    bodyLimit: 12 * 1024 * 1024,
    ratePerMinute: 20,
    problems: [problems.notAPicture, problems.readingFailed],
  }),
} as const;

export const publicRoutes = {
  searchGuides: route({
    name: 'matters.searchGuides',
    method: 'GET',
    path: BASE,
    summary: 'Guides in force, searched by Chinese, pinyin, initials and common words',
    admission: 'public',
    query: SearchGuidesQuery,
    response: GuideSearch,
  }),
  getGuide: route({
    name: 'matters.getGuide',
    method: 'GET',
    path: `${BASE}/:id`,
    summary: 'The guide of a matter in force today',
    admission: 'public',
    params: IdParams,
    response: Guide,
    problems: [problems.notInForce],
  }),
  getGuideEdition: route({
    name: 'matters.getGuideEdition',
    method: 'GET',
    path: '/api/v1/public/guide-editions/:id',
    summary: 'An edition of a matter that was published once, in force or not',
    admission: 'public',
    params: IdParams,
    response: PublishedEdition,
  }),
  findGuide: route({
    name: 'matters.findGuide',
    method: 'GET',
    path: '/api/v1/public/guide-codes/:code',
    summary: 'The matter or bundle of a code: 实施编码, 业务办理项编码 or the code of a bundle',
    admission: 'public',
    params: z.object({ code: z.string().min(2).max(36) }),
    response: z.object({
      matterId: z.uuid(),
      kind: z.enum(['matter', 'bundle']),
      itemKey: z.string().nullable(),
    }),
    problems: [problems.notInForce],
  }),
  downloadGuideFile: route({
    name: 'matters.downloadGuideFile',
    method: 'GET',
    path: `${BASE}/:id/files/:fileId`,
    summary: 'A blank form or a sample that the guide in force names',
    admission: 'public',
    params: IdParams.extend({ fileId: z.uuid() }),
    answers: 'bytes',
    problems: [problems.notInForce],
  }),
  resolveGuide: route({
    name: 'matters.resolveGuide',
    method: 'POST',
    path: `${BASE}/:id/requirements`,
    summary: 'Papers, fee and limits of one item for these answers',
    admission: 'public',
    params: IdParams,
    body: RequirementsQuestion,
    response: Requirements,
    problems: [problems.notInForce, problems.unknownItem],
  }),
  getBundleGuide: route({
    name: 'matters.getBundleGuide',
    method: 'GET',
    path: '/api/v1/public/bundle-guides/:id',
    summary: 'The guide of a bundle in force today: members, questions and one form',
    admission: 'public',
    params: IdParams,
    response: BundleGuide,
    problems: [problems.notInForce],
  }),
  resolveBundleGuide: route({
    name: 'matters.resolveBundleGuide',
    method: 'POST',
    path: '/api/v1/public/bundle-guides/:id/requirements',
    summary: 'Members, papers, fee and limits of a bundle for these answers',
    admission: 'public',
    params: IdParams,
    body: RequirementsQuestion.omit({ itemKey: true }),
    response: BundleRequirements,
    problems: [problems.notInForce],
  }),
} as const;
