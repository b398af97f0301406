import { z } from 'zod';

import { event } from '#kernel/events/contract.ts';
import { Day, Id } from '#kernel/http/shapes.ts';

import { DocumentKind, DocumentState } from './documents.ts';
import { ContractEventKind } from './instalments.ts';
import { MovementKind, Side } from './ledger.ts';
import { Yuan } from './yuan.ts';

const Side2 = z.object({ lineId: Id, side: Side });

export const events = {
  moved: event({
    name: 'contracts.money-moved',
    version: 1,
    title: { 'zh-CN': '预算执行台账记账', en: 'Money moved in the ledger' },
    payload: z.object({
      movementId: Id,
      kind: MovementKind,
      isReversal: z.boolean(),
      day: Day,
      from: Side2,
      to: Side2,
      amount: Yuan,
      documentId: Id.nullable(),
    }),
    live: () => 'contracts',
  }),
  documentSigned: event({
    name: 'contracts.document-signed',
    version: 1,
    title: { 'zh-CN': '财务单据签署', en: 'Document signed' },
    payload: z.object({
      documentId: Id,
      number: z.string(),
      kind: DocumentKind,
      state: DocumentState,
      amount: Yuan,
    }),
    live: () => 'contracts',
  }),
  eventRecorded: event({
    name: 'contracts.event-recorded',
    version: 1,
    title: { 'zh-CN': '合同履行事件登记', en: 'Event of a contract recorded' },
    payload: z.object({ contractId: Id, number: z.string(), kind: ContractEventKind, day: Day }),
    live: () => 'contracts',
  }),
  contractPublished: event({
    name: 'contracts.contract-published',
    version: 1,
    title: { 'zh-CN': '合同公告登记', en: 'Publication of a contract recorded' },
    payload: z.object({
      contractId: Id,
      number: z.string(),
      publishedOn: Day,
      isLate: z.boolean(),
    }),
    live: () => 'contracts',
  }),
  taken: event({
    name: 'contracts.records-taken-over',
    version: 1,
    title: { 'zh-CN': '财务资料承接导入', en: 'Financial records taken over' },
    payload: z.object({ what: z.string(), rows: z.number().int() }),
    live: () => 'contracts',
  }),
  exported: event({
    name: 'contracts.list-exported',
    version: 1,
    title: { 'zh-CN': '导出财务清单', en: 'List of finance exported' },
    payload: z.object({ rows: z.number().int() }),
  }),
  vouchersExported: event({
    name: 'contracts.vouchers-exported',
    version: 1,
    title: { 'zh-CN': '导出平行记账草稿', en: 'Draft entries exported' },
    payload: z.object({ year: z.number().int() }),
  }),
} as const;
