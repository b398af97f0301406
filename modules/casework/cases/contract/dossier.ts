import { z } from 'zod';

import { route } from '#kernel/http/contract.ts';
import { Day, Id, IdParams, Instant } from '#kernel/http/shapes.ts';
import { problem } from '#kernel/problems/contract.ts';

import { permissions } from './permissions.ts';

/** Parts of a dossier, in their order: what was applied for, with what, what was given out and signed, the result, the steps. */
export const DossierGroup = z.enum([
  'application',
  'papers',
  'documents',
  'signatures',
  'result',
  'process',
]);
export type DossierGroup = z.infer<typeof DossierGroup>;

/** One entry of the list of contents (卷内目录). */
export const DossierItem = z.object({
  /** 件号, from 1. */
  no: z.number().int().min(1),
  group: DossierGroup,
  name: z.object({ zh: z.string(), en: z.string().optional() }),
  /** 文号: of a paper given out or a licence. */
  number: z.string(),
  /** 责任者: who made it. */
  by: z.string(),
  on: Day.nullable(),
  /** Originals and copies on paper, files, or steps. */
  count: z.number().int(),
  fileId: Id.nullable(),
  documentId: Id.nullable(),
  /** SM3 over the content. */
  digest: z.string().regex(/^[0-9a-f]{64}$/u),
});
export type DossierItem = z.infer<typeof DossierItem>;

/** An archived case as it was closed, and whether it still is so. */
export const Dossier = z.object({
  caseNo: z.string(),
  archivedAt: Instant,
  archivedBy: z.string(),
  /** SM3 over the list. */
  digest: z.string(),
  items: z.array(DossierItem),
  /** 保管期限: null years for ever. `until` is the last day of it. */
  retention: z.object({ years: z.number().int().nullable(), until: Day.nullable() }),
  /** What is stored today compared with the list: numbers of items that differ or are gone. */
  differing: z.array(z.number().int()),
  isIntact: z.boolean(),
});
export type Dossier = z.infer<typeof Dossier>;

export const dossierProblems = {
  notArchived: problem('cases/not-archived', 409, {
    'zh-CN': '此办件尚未归档，没有案卷。',
    en: 'This case is not archived yet and has no dossier.',
  }),
} as const;

export const dossierRoutes = {
  getDossier: route({
    name: 'cases.getDossier',
    method: 'GET',
    path: '/api/v1/cases/:id/dossier',
    summary: 'The list of contents of an archived case, compared with what is stored',
    admission: permissions.view,
    params: IdParams,
    response: Dossier,
    problems: [dossierProblems.notArchived],
  }),
  downloadDossier: route({
    name: 'cases.downloadDossier',
    method: 'GET',
    path: '/api/v1/cases/:id/dossier/package',
    summary: 'The whole dossier as a zip archive: list of contents, files, papers, form and steps',
    admission: permissions.archive,
    params: IdParams,
    answers: 'bytes',
    ratePerMinute: 20,
    problems: [dossierProblems.notArchived],
  }),
} as const;
