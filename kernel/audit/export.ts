import { Readable } from 'node:stream';

import { authorise } from '../access/authorise.ts';
import type { Actor } from '../access/contract-actor.ts';
import type { SheetColumns } from '../documents/sheets/columns.ts';
import { streamCsv } from '../documents/sheets/write-csv.ts';
import type { Locale } from '../problems/contract.ts';
import { type AuditFilter, permissions } from './contract.ts';
import type { AuditDeps } from './deps.ts';
import { type EntryRow, listEntries } from './entries.ts';
import { recordLook } from './look.ts';
import { describe, logOf } from './search.ts';

const PAGE = 1000;
const PAGE_SECONDS = 60;

const COLUMNS = [
  { type: 'datetime', key: 'at', heading: { 'zh-CN': '时间', en: 'Time' } },
  { type: 'text', key: 'actorName', heading: { 'zh-CN': '操作人', en: 'Actor' } },
  { type: 'code', key: 'actorId', heading: { 'zh-CN': '操作人编号', en: 'Actor id' } },
  { type: 'code', key: 'act', heading: { 'zh-CN': '操作', en: 'Act' } },
  { type: 'code', key: 'subjectKind', heading: { 'zh-CN': '对象类别', en: 'Subject kind' } },
  { type: 'code', key: 'subjectId', heading: { 'zh-CN': '对象编号', en: 'Subject id' } },
  { type: 'code', key: 'address', heading: { 'zh-CN': '来源地址', en: 'Address' } },
  { type: 'code', key: 'requestId', heading: { 'zh-CN': '请求编号', en: 'Request id' } },
  { type: 'text', key: 'body', heading: { 'zh-CN': '内容', en: 'Content' } },
  { type: 'integer', key: 'chain', heading: { 'zh-CN': '链', en: 'Chain' } },
  { type: 'integer', key: 'seq', heading: { 'zh-CN': '链上序号', en: 'Number in chain' } },
  { type: 'code', key: 'entryId', heading: { 'zh-CN': '记录编号', en: 'Entry id' } },
] as const satisfies SheetColumns;

/** The entries found as CSV, in constant memory. The export is recorded before the first byte is sent. */
export async function exportAudit(
  deps: AuditDeps,
  actor: Actor,
  filter: AuditFilter,
  locale: Locale,
): Promise<Readable> {
  authorise(actor, permissions.export.name);
  await deps.database.transaction(async (tx) =>
    recordLook(tx, deps.clock, actor, {
      act: permissions.export.name,
      subject: logOf(actor),
      fields: describe(filter),
    }),
  );
  return Readable.from(streamCsv(readRows(deps, actor.centreId, filter), COLUMNS, { locale }), {
    objectMode: false,
  });
}

async function* readRows({ database }: AuditDeps, centreId: number, filter: AuditFilter) {
  let before: string | undefined;
  for (;;) {
    const page = { before, limit: PAGE, seconds: PAGE_SECONDS };
    const rows = await database.transaction((tx) => listEntries(tx, centreId, filter, page));
    for (const row of rows) yield toSheetRow(row);
    before = rows.at(-1)?.entry_id;
    if (rows.length < PAGE) return;
  }
}

function toSheetRow(row: EntryRow) {
  return {
    at: row.at,
    actorName: row.actor_name,
    actorId: row.actor_id,
    act: row.act,
    subjectKind: row.subject_kind,
    subjectId: row.subject_id,
    address: row.address,
    requestId: row.request_id,
    body: row.body,
    chain: row.chain,
    seq: row.seq === null ? null : Number(row.seq),
    entryId: row.entry_id,
  };
}
