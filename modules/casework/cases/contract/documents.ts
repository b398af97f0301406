import { z } from 'zod';

import { route } from '#kernel/http/contract.ts';
import { Id, IdParams, Instant } from '#kernel/http/shapes.ts';
import { type Words, problem } from '#kernel/problems/contract.ts';

import { permissions } from './permissions.ts';

/** 文书: the papers that a case gives out. */
export const DocumentKind = z.enum([
  'receipt',
  'correction-notice',
  'acceptance-notice',
  'refusal',
  'not-needed-notice',
  'tolerance-promise',
  'commitment',
  'special-notice',
  'extension-notice',
  'approval',
  'denial',
  'delivery-record',
  'end-notice',
  'revocation',
]);
export type DocumentKind = z.infer<typeof DocumentKind>;

export const documentWords: Readonly<Record<DocumentKind, Words>> = {
  receipt: { 'zh-CN': '申请材料接收凭证', en: 'Receipt for application papers' },
  'correction-notice': { 'zh-CN': '补正告知书', en: 'Notice of correction' },
  'acceptance-notice': { 'zh-CN': '受理通知书', en: 'Notice of acceptance' },
  refusal: { 'zh-CN': '不予受理决定书', en: 'Decision not to accept' },
  'not-needed-notice': { 'zh-CN': '不受理告知书', en: 'Notice that no permit is needed' },
  'tolerance-promise': {
    'zh-CN': '容缺受理告知承诺书',
    en: 'Promise to hand in missing papers',
  },
  commitment: { 'zh-CN': '告知承诺书', en: 'Notice and commitment' },
  'special-notice': { 'zh-CN': '特别程序告知书', en: 'Notice of a special procedure' },
  'extension-notice': { 'zh-CN': '延期决定通知书', en: 'Notice of extension' },
  approval: { 'zh-CN': '准予许可决定书', en: 'Decision to approve' },
  denial: { 'zh-CN': '不予许可决定书', en: 'Decision to deny' },
  'delivery-record': { 'zh-CN': '送达回证', en: 'Record of delivery' },
  'end-notice': { 'zh-CN': '终止办理通知书', en: 'Notice that the case has ended' },
  revocation: { 'zh-CN': '撤销决定书', en: 'Decision to revoke' },
};

/** One paper that was given out. */
export const CaseDocument = z.object({
  id: Id,
  kind: DocumentKind,
  /** 文书编号; the case number on a receipt. */
  number: z.string(),
  issuedAt: Instant,
  byName: z.string(),
  verificationCode: z.string(),
  /** How often it has been printed or downloaded; from the second time on it is marked 补打. */
  printed: z.number().int(),
});
export type CaseDocument = z.infer<typeof CaseDocument>;

/** What anybody learns who scans the code of a paper: enough to compare it with, nothing else about the case. */
export const DocumentVerification = z.object({
  kind: DocumentKind,
  number: z.string(),
  issuedAt: Instant,
  authority: z.string(),
  matter: z.string(),
  /** Masked. */
  applicant: z.string(),
  /** Whether what is stored is what was signed. */
  isGenuine: z.boolean(),
  keyId: z.string(),
  digest: z.string(),
});
export type DocumentVerification = z.infer<typeof DocumentVerification>;

export const documentProblems = {
  documentUnknown: problem('cases/document-unknown', 404, {
    'zh-CN': '没有查到这份文书，请核对验证码。',
    en: 'No paper has this code; please compare it again.',
  }),
} as const;

const CaseDocuments = z.object({ items: z.array(CaseDocument) });
const DocumentParams = z.object({ id: Id, documentId: Id });

export const documentRoutes = {
  listDocuments: route({
    name: 'cases.listDocuments',
    method: 'GET',
    path: '/api/v1/cases/:id/documents',
    summary: 'Papers that the case has given out, the newest first',
    admission: permissions.view,
    params: IdParams,
    response: CaseDocuments,
  }),
  printDocument: route({
    name: 'cases.printDocument',
    method: 'GET',
    path: '/api/v1/cases/:id/documents/:documentId/paper',
    summary: 'One of them as a PDF; counted, and marked when it is printed again',
    admission: permissions.view,
    params: DocumentParams,
    answers: 'bytes',
  }),
  listOwnDocuments: route({
    name: 'cases.listOwnDocuments',
    method: 'GET',
    path: '/api/v1/own/cases/:id/documents',
    summary: 'Papers that one’s own case has given out',
    admission: permissions.viewOwn,
    params: IdParams,
    response: CaseDocuments,
  }),
  printOwnDocument: route({
    name: 'cases.printOwnDocument',
    method: 'GET',
    path: '/api/v1/own/cases/:id/documents/:documentId/paper',
    summary: 'One of them as a PDF, for the applicant',
    admission: permissions.viewOwn,
    params: DocumentParams,
    answers: 'bytes',
  }),
  verifyDocument: route({
    name: 'cases.verifyDocument',
    method: 'GET',
    path: '/api/v1/case-documents/:code/verification',
    summary: 'Whether a paper is genuine, by the code printed on it',
    admission: 'public',
    params: z.object({ code: z.string().max(40) }),
    response: DocumentVerification,
    problems: [documentProblems.documentUnknown],
  }),
} as const;
