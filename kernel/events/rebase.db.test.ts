import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { openTestDatabase, type TestDatabase } from '#test/support/database.ts';

import { sealAll } from '../audit/seal.ts';
import { verifyAudit } from '../audit/verify-audit.ts';
import { fixedClock } from '../clock/clock.ts';
import { createDispatcher } from './dispatcher.ts';
import { count, counted, createEffects, listEffects, quiet, writingDown } from './fixture.ts';
import { listen } from './listener.ts';
import { passNumbers, rebaseAfterImport } from './rebase.ts';

const clock = fixedClock('2026-01-20T02:00:00Z');
let database: TestDatabase;
let isBroken = false;

const early = listen('fixture.early', counted, writingDown('early'));
const late = listen('fixture.late', counted, async (tx, happened) => {
  if (isBroken) throw new Error('not now');
  await writingDown('late')(tx, happened);
});
const dispatch = (...listeners: Array<typeof early>) =>
  createDispatcher({ database, clock, log: quiet, listeners, concurrency: 2 });

beforeAll(async () => {
  database = await openTestDatabase();
  await createEffects(database);
});
afterAll(() => database.drop());

/** What a copy from a server that has done a million million transactions looks like. */
async function pretendCopied(): Promise<void> {
  for (const table of ['outbox', 'listener_place', 'parked_event', 'audit_entry'])
    await database.pool.query(
      `UPDATE kernel.${table} SET written_by = (written_by::text::bigint + 1000000000000)::text::xid8`,
    );
  await database.pool.query(
    `UPDATE kernel.audit_head SET sealed_through = (sealed_through::text::bigint + 1000000000000)::text::xid8`,
  );
}

describe('a fresh server', () => {
  it('is brought past the numbers that were handed out', async () => {
    const next = async () => {
      const { rows } = await database.pool.query<{ next: string }>(
        'SELECT pg_snapshot_xmax(pg_current_snapshot())::text AS next',
      );
      return Number(rows[0]?.next);
    };
    const goal = (await next()) + 6000;
    await passNumbers(database, goal);
    expect(await next()).toBeGreaterThanOrEqual(goal);
  });
});

describe('logs copied into another database server', () => {
  it('go on where they were: nothing is heard twice, nothing is left unheard, the chains are whole', async () => {
    for (const number of [1, 2, 3]) await count(database, 'a', number);
    await dispatch(early, late).drain();
    await sealAll(database, [1]);
    for (const number of [4, 5]) await count(database, 'a', number);
    await dispatch(early).drain();
    isBroken = true;
    await count(database, 'b', 1);
    await dispatch(late).drain();
    isBroken = false;
    await count(database, 'a', 6);
    const { rows } = await database.pool.query<{ entry_id: string }>(
      `INSERT INTO kernel.audit_entry SELECT centre_id, gen_random_uuid(), chain, '5'::xid8, at, actor_kind, actor_id,
         actor_name, act, subject_kind, subject_id, request_id, address, body FROM kernel.audit_entry LIMIT 1
       RETURNING entry_id`,
    );
    await pretendCopied();
    await rebaseAfterImport(database);
    await count(database, 'a', 7);
    clock.advance(60_000);
    await dispatch(early, late).drain();
    const ofA = (effects: string[]) => effects.filter((effect) => effect.startsWith('a'));
    const seven = [1, 2, 3, 4, 5, 6, 7].map((number) => `a ${number}`);
    expect(ofA(await listEffects(database, 'early'))).toEqual(seven);
    expect(ofA(await listEffects(database, 'late'))).toEqual(seven);
    expect(await listEffects(database, 'late')).toContain('b 1');
    expect(await sealAll(database, [1])).toBe(5);
    const report = await verifyAudit(database, { clock });
    // What was smuggled in before the copy is still told from what was honestly waiting.
    expect(report.findings.map(({ kind, entryId }) => [kind, entryId])).toEqual([
      ['inserted', rows[0]?.entry_id],
    ]);
    expect(report.entries).toBe(8);
  });
});
