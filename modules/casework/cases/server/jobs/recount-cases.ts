import { z } from 'zod';

import type { Actor } from '#kernel/access/contract-actor.ts';
import type { Tx } from '#kernel/db/types.ts';
import { tell } from '#kernel/events/tell.ts';
import { job } from '#kernel/jobs/contract.ts';

import { events } from '../../contract.ts';
import { loadCounting } from '../counting.ts';
import type { CasesDeps } from '../deps.ts';
import { caseLit } from '../events.ts';
import * as repository from '../repository.ts';
import { type Counting, toEntry, toRow } from '../row.ts';
import { replay } from '../rules/case-file.ts';
import type { CaseRow, EventRow } from '../tables.ts';

const BATCH = 500;

/**
 * Every night: counts the limits of every open case anew, changes lights, makes each case again from its history
 * and compares. A difference is never put right in silence: it is told, and the row stays for whoever looks.
 */
export const recountCases = (deps: CasesDeps) =>
  job({
    name: 'cases.recount',
    title: { 'zh-CN': '办件时限重算与核对', en: 'Recount and compare cases' },
    payload: z.object({}),
    schedule: { cron: '20 0 * * *' },
    retry: { attempts: 3, backoffSeconds: 300 },
    key: () => 'recount',
    timeoutSeconds: 4 * 3_600,
    run: {
      mode: 'outside',
      handle: async (_payload, { actor, signal }) => {
        const place: { after: string | undefined } = { after: undefined };
        do place.after = await recountBatch(deps, actor, place.after);
        while (place.after !== undefined && !signal.aborted);
      },
    },
  });

function recountBatch(
  deps: CasesDeps,
  actor: Actor,
  after: string | undefined,
): Promise<string | undefined> {
  const { centreId } = actor;
  const page = { limit: BATCH, openOnly: true };
  return deps.database.transaction(async (tx) => {
    const rows = await repository.listCasesAfter(tx, centreId, after, page);
    if (rows.length === 0) return undefined;
    const ids = rows.map((row) => row.case_id);
    const [counting, history] = await Promise.all([
      loadCounting(deps, tx, centreId),
      repository.listEventsOf(tx, centreId, ids),
    ]);
    const byCase = Map.groupBy(history, (event) => event.case_id);
    for (const row of rows) {
      const columns = compareWithHistory(row, byCase.get(row.case_id) ?? [], counting);
      if (columns.length > 0) tellDifference(deps, tx, actor, row.case_id, columns);
      else recountOne(deps, tx, actor, row, counting);
    }
    return rows.length < BATCH ? undefined : ids.at(-1);
  });
}

function tellDifference(
  { clock }: CasesDeps,
  tx: Tx,
  actor: Actor,
  caseId: string,
  columns: string[],
): void {
  tell(tx, clock, actor, events.differenceFound, {
    subject: { kind: 'cases.case', id: caseId },
    payload: { caseId, columns },
  });
}

function recountOne(
  { clock }: CasesDeps,
  tx: Tx,
  actor: Actor,
  row: CaseRow,
  counting: Counting,
): void {
  const counted = toRow(row.centre_id, row.body, counting);
  if (isSameTime(row, counted)) return;
  repository.updateTimes(tx, counted, row.version);
  if (row.light !== counted.light) caseLit(tx, clock, actor, counted, row.light);
}

const OF_TIME = [
  'light',
  'due_on',
  'notice_due_on',
  'promised_due_on',
  'statutory_due_on',
  'issue_due_on',
  'is_provisional',
] as const;

const isSameTime = (one: CaseRow, other: CaseRow) =>
  OF_TIME.every((key) => one[key] === other[key]);

/** The columns in which a row differs from what its history makes of it; time’s own columns are counted, not told. */
export function compareWithHistory(
  row: CaseRow,
  history: readonly EventRow[],
  counting: Counting,
): string[] {
  const told = toRow(row.centre_id, replay(row.case_id, history.map(toEntry)), counting);
  const ofTime = new Set<string>(OF_TIME);
  return Object.keys(told).filter((key) => {
    if (ofTime.has(key)) return false;
    const name = key as keyof CaseRow;
    return canonical(told[name]) !== canonical(row[name]);
  });
}

/** The same text for the same value, whatever the order in which a store gives its parts. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(
          Object.entries(part).toSorted(([one], [other]) => (one < other ? -1 : 1)),
        )
      : part,
  );
}
