import { sql } from 'kysely';

import { authorise } from '../access/authorise.ts';
import type { Actor } from '../access/contract-actor.ts';
import { recordLook } from '../audit/look.ts';
import type { Clock } from '../clock/clock.ts';
import type { Database } from '../db/database.ts';
import { afterCursor, readCursor, toPage } from '../db/keyset.ts';
import type { Db } from '../db/types.ts';
import type { Words } from '../problems/contract.ts';
import { orNotFound } from '../problems/or-not-found.ts';
import {
  type DeadJob,
  type DeadJobWithPayload,
  type JobItem,
  type ListQuery,
  permissions,
  type ScheduleItem,
} from './contract-admin.ts';
import type { Job } from './contract.ts';

export interface JobAdminDeps {
  readonly database: Database;
  readonly clock: Clock;
  /** All jobs of the product; asked when needed, because modules are made one after the other. */
  readonly jobs: () => readonly Job[];
}

interface WaitingRow {
  readonly job_id: string;
  readonly name: string;
  readonly key: string | null;
  readonly due_at: Date;
  readonly run_at: Date;
  readonly attempts: number;
  readonly leased_by: string | null;
  readonly error: string | null;
}

interface DeadRow {
  readonly job_id: string;
  readonly name: string;
  readonly key: string | null;
  readonly due_at: Date;
  readonly died_at: Date;
  readonly attempts: number;
  readonly error: string;
  readonly payload: unknown;
}

function titleOf({ jobs }: JobAdminDeps, name: string): Words | null {
  return jobs().find((job) => job.name === name)?.title ?? null;
}

/** Jobs that wait, run or are tried again, in the order in which they run. */
export async function listJobs(deps: JobAdminDeps, actor: Actor, query: ListQuery) {
  authorise(actor, permissions.view.name);
  const { rows } = await sql<WaitingRow>`
    SELECT job_id, name, key, due_at, run_at, attempts, leased_by, error FROM kernel.job
    WHERE centre_id = ${actor.centreId} AND (${query.name ?? null}::text IS NULL OR name = ${query.name ?? null})
      AND ${afterCursor(readCursor(query.cursor), ['run_at', 'job_id'])}
    ORDER BY run_at, job_id LIMIT ${query.limit + 1}`.execute(deps.database.db);
  const page = toPage(
    rows,
    query.limit,
    (row) => toJobItem(deps, row),
    (row) => [row.run_at.toISOString(), row.job_id],
  );
  return { ...page, total: null };
}

function toJobItem(deps: JobAdminDeps, row: WaitingRow): JobItem {
  const idleState = row.attempts > 0 ? 'retrying' : 'waiting';
  return {
    id: row.job_id,
    name: row.name,
    title: titleOf(deps, row.name),
    state: row.leased_by === null ? idleState : 'running',
    key: row.key,
    dueAt: row.due_at.toISOString(),
    runAt: row.run_at.toISOString(),
    attempts: row.attempts,
    error: row.error,
  };
}

/** Jobs that failed for good, the latest first. Payloads are not shown here. */
export async function listDeadJobs(deps: JobAdminDeps, actor: Actor, query: ListQuery) {
  authorise(actor, permissions.view.name);
  const { rows } = await sql<DeadRow>`
    SELECT job_id, name, key, due_at, died_at, attempts, error, NULL AS payload FROM kernel.dead_job
    WHERE centre_id = ${actor.centreId} AND (${query.name ?? null}::text IS NULL OR name = ${query.name ?? null})
      AND ${afterCursor(readCursor(query.cursor), ['died_at', 'job_id'], 'desc')}
    ORDER BY died_at DESC, job_id DESC LIMIT ${query.limit + 1}`.execute(deps.database.db);
  const page = toPage(
    rows,
    query.limit,
    (row) => toDeadJob(deps, row),
    (row) => [row.died_at.toISOString(), row.job_id],
  );
  return { ...page, total: null };
}

function toDeadJob(deps: JobAdminDeps, row: DeadRow): DeadJob {
  return {
    id: row.job_id,
    name: row.name,
    title: titleOf(deps, row.name),
    key: row.key,
    dueAt: row.due_at.toISOString(),
    diedAt: row.died_at.toISOString(),
    attempts: row.attempts,
    error: row.error,
  };
}

/** One of them with its payload, which may name a person: the look is recorded. */
export async function getDeadJob(
  deps: JobAdminDeps,
  actor: Actor,
  jobId: string,
): Promise<DeadJobWithPayload> {
  authorise(actor, permissions.manage.name);
  return deps.database.transaction(async (tx) => {
    const { rows } = await sql<DeadRow>`
      SELECT job_id, name, key, due_at, died_at, attempts, error, payload FROM kernel.dead_job
      WHERE centre_id = ${actor.centreId} AND job_id = ${jobId}`.execute(tx);
    const row = orNotFound(rows[0]);
    recordLook(tx, deps.clock, actor, {
      act: permissions.manage.name,
      subject: { kind: 'jobs.job', id: jobId },
      fields: ['payload'],
    });
    return { ...toDeadJob(deps, row), payload: row.payload };
  });
}

/** The repeated jobs of the centre, the next first. */
export async function listSchedules(deps: JobAdminDeps, actor: Actor) {
  authorise(actor, permissions.view.name);
  const rows = await readSchedules(deps.database.db, actor.centreId);
  const items: ScheduleItem[] = rows.map((row) => ({
    name: row.name,
    title: titleOf(deps, row.name),
    spec: row.spec,
    nextDueAt: row.next_due_at.toISOString(),
    lastDueAt: row.last_due_at?.toISOString() ?? null,
  }));
  return { items: items.filter((item) => item.title !== null) };
}

interface ScheduleRow {
  readonly name: string;
  readonly spec: string;
  readonly next_due_at: Date;
  readonly last_due_at: Date | null;
}

async function readSchedules(db: Db, centreId: number): Promise<ScheduleRow[]> {
  const { rows } = await sql<ScheduleRow>`
    SELECT name, spec, next_due_at, last_due_at FROM kernel.job_schedule
    WHERE centre_id = ${centreId} ORDER BY next_due_at, name`.execute(db);
  return rows;
}
