import type { ClientBase } from 'pg';

import {
  type ChainPoint,
  genesisHash,
  linkHash,
  SEALED_COLUMNS,
  type SealedContent,
} from './chain.ts';
import { type Finding, toFinding } from './finding.ts';
import type { ChainKey } from './seal.ts';

/** What one chain showed. */
export interface ChainReport {
  /** Entries whose link was recomputed and fits. */
  readonly entries: number;
  /** Entries that no chain holds yet and that are still young. */
  readonly waiting: number;
  /** The first place where the chain breaks, and what stands outside it. */
  readonly findings: readonly Finding[];
  /** What is odd and proves nothing. */
  readonly remarks: readonly Finding[];
}

export interface VerifyOptions {
  /** Entries in memory at a time. */
  readonly pageSize: number;
  readonly now: Date;
  readonly onProgress: (entries: number) => void;
}

interface LinkRow {
  readonly seq: bigint;
  readonly hash: string;
  readonly link_entry_id: string;
}

/** A link with its entry; the entry's columns are null when it is gone. */
type Row = LinkRow & (SealedContent | { readonly entry_id: null });

const PAGE = `SELECT l.seq, l.hash, l.entry_id AS link_entry_id, ${SEALED_COLUMNS}
  FROM kernel.audit_link l
  LEFT JOIN kernel.audit_entry e ON e.centre_id = l.centre_id AND e.entry_id = l.entry_id
  WHERE l.centre_id = $1 AND l.chain = $2 AND l.seq > $3
  ORDER BY l.seq LIMIT $4`;

/** How long an entry may wait for its chain before that is a finding. */
const PATIENCE_MS = 600_000;
const HOUR_MICROS = 3_600_000_000n;

/** Recomputes one chain from where its kept part begins, page by page, and compares it with its head. */
export async function verifyChain(
  session: ClientBase,
  key: ChainKey,
  options: VerifyOptions,
): Promise<ChainReport> {
  const start = await findStart(session, key);
  const walk = await walkChain(session, key, start, options);
  const head = await findHead(session, key);
  const findings: Finding[] = walk.broken === undefined ? [] : [walk.broken];
  if (walk.broken === undefined && !isSame(walk.end, head ?? start))
    findings.push(toFinding('head-differs', key, { seq: walk.end.seq }));
  const outside = await listOutside(session, key, head);
  const limit = BigInt(options.now.getTime() - PATIENCE_MS) * 1000n;
  const inserted = outside.find((entry) => entry.is_passed);
  const late = outside.find((entry) => !entry.is_passed && BigInt(entry.at_micros) < limit);
  if (inserted) findings.push(toFinding('inserted', key, { entryId: inserted.entry_id }));
  if (late) findings.push(toFinding('unsealed', key, { entryId: late.entry_id }));
  const waiting = outside.filter((entry) => !entry.is_passed).length;
  return { entries: walk.entries, waiting, findings, remarks: walk.remarks };
}

function isSame(a: ChainPoint, b: ChainPoint): boolean {
  return a.seq === b.seq && a.hash === b.hash;
}

async function findPoint(
  session: ClientBase,
  table: 'audit_head' | 'audit_checkpoint',
  key: ChainKey,
): Promise<ChainPoint | undefined> {
  const { rows } = await session.query<{ seq: bigint; hash: string }>(
    `SELECT seq, hash FROM kernel.${table} WHERE centre_id = $1 AND chain = $2`,
    [key.centre_id, key.chain],
  );
  const [row] = rows;
  return row === undefined ? undefined : { seq: Number(row.seq), hash: row.hash };
}

const findHead = (session: ClientBase, key: ChainKey) => findPoint(session, 'audit_head', key);

async function findStart(session: ClientBase, key: ChainKey): Promise<ChainPoint> {
  const checkpoint = await findPoint(session, 'audit_checkpoint', key);
  return checkpoint ?? { seq: 0, hash: genesisHash(key.centre_id, key.chain) };
}

interface Walk {
  readonly end: ChainPoint;
  readonly entries: number;
  readonly broken: Finding | undefined;
  readonly remarks: readonly Finding[];
}

async function walkChain(
  session: ClientBase,
  key: ChainKey,
  start: ChainPoint,
  options: VerifyOptions,
): Promise<Walk> {
  let end = start;
  let entries = 0;
  let newest = 0n;
  let remark: Finding | undefined;
  for (;;) {
    const parameters = [key.centre_id, key.chain, end.seq, options.pageSize];
    const { rows } = await session.query<Row>(PAGE, parameters);
    for (const [index, row] of rows.entries()) {
      const broken = findBreak(key, end, row, rows.slice(index));
      const remarks = remark === undefined ? [] : [remark];
      if (broken !== undefined) return { end, entries, broken, remarks };
      if (row.entry_id === null) continue;
      const at = BigInt(row.at_micros);
      if (at + HOUR_MICROS < newest)
        remark ??= toFinding('backdated', key, { seq: Number(row.seq), entryId: row.entry_id });
      newest = at > newest ? at : newest;
      end = { seq: Number(row.seq), hash: row.hash };
      entries += 1;
    }
    options.onProgress(rows.length);
    if (rows.length < options.pageSize) break;
  }
  return { end, entries, broken: undefined, remarks: remark === undefined ? [] : [remark] };
}

/** What is wrong with the next link of a chain, if anything. */
function findBreak(
  key: ChainKey,
  before: ChainPoint,
  row: Row,
  following: readonly Row[],
): Finding | undefined {
  const seq = before.seq + 1;
  if (Number(row.seq) !== seq) return toFinding('unlinked', key, { seq });
  const place = { seq, entryId: row.link_entry_id };
  const fits = (entry: Row) =>
    entry.entry_id !== null && linkHash(before.hash, seq, entry) === row.hash;
  if (fits(row)) return undefined;
  // The content that the digest was made of stands further on: it was moved, not changed.
  if (following.some(fits)) return toFinding('reordered', key, place);
  return toFinding(row.entry_id === null ? 'missing' : 'changed', key, place);
}

interface OutsideRow {
  readonly entry_id: string;
  readonly at_micros: string;
  /** Sealing is already beyond the entry's place. */
  readonly is_passed: boolean;
}

/** The first entries of a chain that no link names. */
async function listOutside(
  session: ClientBase,
  key: ChainKey,
  head: ChainPoint | undefined,
): Promise<OutsideRow[]> {
  const { rows } = await session.query<OutsideRow>(
    `SELECT e.entry_id, (extract(epoch FROM e.at) * 1000000)::bigint::text AS at_micros,
       $3 AND (e.written_by, e.entry_id) <= (h.sealed_through, h.sealed_entry) AS is_passed
     FROM kernel.audit_entry e
     LEFT JOIN kernel.audit_head h ON h.centre_id = e.centre_id AND h.chain = e.chain
     WHERE e.centre_id = $1 AND e.chain = $2 AND NOT EXISTS (
       SELECT FROM kernel.audit_link l WHERE l.centre_id = e.centre_id AND l.entry_id = e.entry_id)
     ORDER BY e.written_by, e.entry_id LIMIT 1000`,
    [key.centre_id, key.chain, head !== undefined],
  );
  return rows;
}
