import { z } from 'zod';

import { administratorPermission } from '../access/contract-permission.ts';
import { route } from '../http/contract.ts';
import { Id, Instant, pageOf } from '../http/shapes.ts';
import { problem } from '../problems/contract.ts';

export const permissions = {
  search: administratorPermission('audit', 'audit.search', {
    'zh-CN': '查询审计日志',
    en: 'Search the audit log',
  }),
  export: administratorPermission('audit', 'audit.export', {
    'zh-CN': '导出审计日志与存证',
    en: 'Export the audit log and its anchors',
  }),
} as const;

export const problems = {
  tooWide: problem('audit/search-too-wide', 422, {
    'zh-CN': '查询范围过大，请缩小时间范围或增加条件。',
    en: 'The search covers too much; narrow the period or add a condition.',
  }),
  noSigner: problem('audit/no-signer', 503, {
    'zh-CN': '尚未配置签名密钥，无法生成存证。',
    en: 'No signing key is configured, so no anchor can be made.',
  }),
} as const;

/** One act or look, as the audit administrator sees it. */
export const AuditEntry = z.object({
  id: Id,
  at: Instant,
  actor: z.object({ kind: z.string(), id: z.string(), name: z.string() }),
  act: z.string(),
  subject: z.object({ kind: z.string(), id: z.string() }),
  requestId: z.string().nullable(),
  address: z.string().nullable(),
  body: z.unknown(),
  chain: z.number().int(),
  /** The number in its chain; null during the second until it is sealed. */
  seq: z.number().int().nullable(),
});
export type AuditEntry = z.infer<typeof AuditEntry>;

const Text = z.string().trim().min(1).max(200);

/** Conditions, all of which must hold. `act` is a beginning: `access.` finds everything of that module. */
export const AuditFilter = z.object({
  from: Instant.optional(),
  to: Instant.optional(),
  actorId: Text.optional(),
  act: Text.optional(),
  subjectKind: Text.optional(),
  subjectId: Text.optional(),
  /** Stands somewhere in the content or the name of the actor. */
  text: Text.optional(),
});
export type AuditFilter = z.infer<typeof AuditFilter>;

export const SearchQuery = AuditFilter.extend({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(300).optional(),
});
export type SearchQuery = z.infer<typeof SearchQuery>;

export const routes = {
  search: route({
    name: 'audit.search',
    method: 'GET',
    path: '/api/v1/audit',
    summary: 'Entries of the audit log, newest first; the search is itself recorded',
    admission: permissions.search,
    query: SearchQuery,
    response: pageOf(AuditEntry),
    problems: [problems.tooWide],
  }),
  export: route({
    name: 'audit.export',
    method: 'GET',
    path: '/api/v1/audit/export.csv',
    summary: 'The entries found as CSV, newest first; the export is itself recorded',
    admission: permissions.export,
    query: AuditFilter,
    answers: 'bytes',
    ratePerMinute: 10,
  }),
  anchor: route({
    name: 'audit.anchor',
    method: 'GET',
    path: '/api/v1/audit/anchor.json',
    summary: 'The present heads of all chains, signed with SM2, to be kept elsewhere',
    admission: permissions.export,
    answers: 'bytes',
    problems: [problems.noSigner],
    ratePerMinute: 10,
  }),
} as const;
