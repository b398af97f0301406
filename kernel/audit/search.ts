import { authorise } from '../access/authorise.ts';
import type { Actor } from '../access/contract-actor.ts';
import { isTimedOut } from '../db/errors.ts';
import { readCursor, toPage } from '../db/keyset.ts';
import { ProblemError } from '../problems/problem-error.ts';
import {
  type AuditEntry,
  type AuditFilter,
  permissions,
  problems,
  type SearchQuery,
} from './contract.ts';
import type { AuditDeps } from './deps.ts';
import { type EntryRow, listEntries } from './entries.ts';
import { recordLook } from './look.ts';

const SEARCH_SECONDS = 8;

/** A page of the audit log, newest first. That somebody looked, and for what, is an entry of its own. */
export async function searchAudit(
  { database, clock }: AuditDeps,
  actor: Actor,
  query: SearchQuery,
) {
  authorise(actor, permissions.search.name);
  const { limit, cursor, ...filter } = query;
  const [before] = readCursor(cursor) ?? [];
  try {
    const rows = await database.transaction(async (tx) => {
      recordLook(tx, clock, actor, {
        act: permissions.search.name,
        subject: logOf(actor),
        fields: describe(filter),
      });
      const page = { before: toId(before), limit: limit + 1, seconds: SEARCH_SECONDS };
      return listEntries(tx, actor.centreId, filter, page);
    });
    return { ...toPage(rows, limit, toAuditEntry, (row) => [row.entry_id]), total: null };
  } catch (error) {
    throw isTimedOut(error) ? new ProblemError(problems.tooWide, {}, { cause: error }) : error;
  }
}

function toId(value: string | number | null | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** The audit log of a centre as the subject of looks. */
export function logOf(actor: Actor) {
  return { kind: 'audit.log', id: String(actor.centreId) };
}

/** The conditions as one text each, `name=value`. */
export function describe(filter: AuditFilter): string[] {
  return Object.entries(filter).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${value}`],
  );
}

function toAuditEntry(row: EntryRow): AuditEntry {
  return {
    id: row.entry_id,
    at: row.at.toISOString(),
    actor: { kind: row.actor_kind, id: row.actor_id, name: row.actor_name },
    act: row.act,
    subject: { kind: row.subject_kind, id: row.subject_id },
    requestId: row.request_id,
    address: row.address,
    body: readBody(row.body),
    chain: row.chain,
    seq: row.seq === null ? null : Number(row.seq),
  };
}

/** Entries are written as JSON; one that somebody spoiled is shown as it is. */
function readBody(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
