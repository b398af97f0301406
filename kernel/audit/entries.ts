import { type RawBuilder, sql } from 'kysely';

import { sendText } from '../db/transaction.ts';
import type { Tx } from '../db/types.ts';
import type { AuditFilter } from './contract.ts';

export interface EntryRow {
  readonly entry_id: string;
  readonly at: Date;
  readonly actor_kind: string;
  readonly actor_id: string;
  readonly actor_name: string;
  readonly act: string;
  readonly subject_kind: string;
  readonly subject_id: string;
  readonly request_id: string | null;
  readonly address: string | null;
  readonly body: string;
  readonly chain: number;
  readonly seq: bigint | null;
}

const DAY_MS = 86_400_000;

/** Entries before an id, newest first. `seconds` is how long the search may take. */
export async function listEntries(
  tx: Tx,
  centreId: number,
  filter: AuditFilter,
  page: { readonly before: string | undefined; readonly limit: number; readonly seconds: number },
): Promise<EntryRow[]> {
  sendText(tx, `SET LOCAL statement_timeout = ${Math.round(page.seconds * 1000)}`, []);
  const conditions = [sql`e.centre_id = ${centreId}`, ...toConditions(filter)];
  if (page.before !== undefined) conditions.push(sql`e.entry_id < ${page.before}::uuid`);
  const { rows } = await sql<EntryRow>`
    SELECT e.entry_id, e.at, e.actor_kind, e.actor_id, e.actor_name, e.act, e.subject_kind, e.subject_id,
      e.request_id, e.address, e.body, e.chain, l.seq
    FROM kernel.audit_entry e
    LEFT JOIN kernel.audit_link l ON l.centre_id = e.centre_id AND l.entry_id = e.entry_id
    WHERE ${sql.join(conditions, sql` AND `)}
    ORDER BY e.entry_id DESC LIMIT ${page.limit}`.execute(tx);
  return rows;
}

function toConditions(filter: AuditFilter): Array<RawBuilder<unknown>> {
  const { from, to, actorId, act, subjectKind, subjectId, text } = filter;
  const conditions: Array<RawBuilder<unknown>> = [];
  // An id begins with the time it was made, never before the entry's own: the index narrows by it. After a
  // clock was set back ids run ahead of it, so the upper bound leaves a day.
  if (from !== undefined) {
    const start = new Date(from);
    conditions.push(sql`e.at >= ${start} AND e.entry_id >= ${toLowestId(start.getTime())}::uuid`);
  }
  if (to !== undefined) {
    const end = new Date(to);
    const highest = toLowestId(end.getTime() + DAY_MS);
    conditions.push(sql`e.at < ${end} AND e.entry_id < ${highest}::uuid`);
  }
  if (actorId !== undefined) conditions.push(sql`e.actor_id = ${actorId}`);
  if (act !== undefined) conditions.push(sql`starts_with(e.act, ${act})`);
  if (subjectKind !== undefined) conditions.push(sql`e.subject_kind = ${subjectKind}`);
  if (subjectId !== undefined) conditions.push(sql`e.subject_id = ${subjectId}`);
  if (text !== undefined) {
    const pattern = `%${text.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
    conditions.push(sql`(e.body ILIKE ${pattern} OR e.actor_name ILIKE ${pattern})`);
  }
  return conditions;
}

/** The lowest id that can have been made at a time, in milliseconds since 1970. */
function toLowestId(ms: number): string {
  const time = Math.max(0, ms).toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-0000-0000-000000000000`;
}
