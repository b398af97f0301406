import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { openTestDatabase, type TestDatabase } from '#test/support/database.ts';

import { systemActor } from '../access/system-actor.ts';
import { fixedClock } from '../clock/clock.ts';
import { createSm2KeyPair, createSm2Signer } from '../crypto/sm2.ts';
import { openDatabase } from '../db/database.ts';
import { createAnchor } from './anchor.ts';
import { chainOf, recordAudit } from './record.ts';
import { sealAll } from './seal.ts';
import { verifyAudit, type VerifyAuditOptions } from './verify-audit.ts';

const clock = fixedClock('2026-01-20T02:00:00Z');
const clerk = systemActor(1, 'test');
/** Two subjects whose entries share a chain. */
const [first, second] = [
  '1',
  '2',
  '3',
  '4',
  '5',
  '6',
  '7',
  '8',
  '9',
  '10',
  '11',
  '12',
  '13',
  '14',
  '15',
  '16',
  '17',
]
  .map((id) => ({ kind: 'thing', id }))
  .filter((subject, _index, all) => all[0] !== undefined && chainOf(subject) === chainOf(all[0]));
const chain = chainOf(first ?? { kind: '', id: '' });
let database: TestDatabase;

beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  clock.set('2026-01-20T02:00:00Z');
  await database.pool.query(
    'TRUNCATE kernel.audit_entry, kernel.audit_link, kernel.audit_head, kernel.audit_checkpoint',
  );
});

const act = (subject: { kind: string; id: string } | undefined, number: number) =>
  database.transaction(async (tx) => {
    clock.advance(1000);
    recordAudit(tx, clock, clerk, {
      act: 'things.moved',
      subject: subject ?? { kind: 'thing', id: '1' },
      body: { number, 姓名: '张三' },
    });
  });

/** Ten acts in one chain, sealed. */
async function aSealedChain(): Promise<string[]> {
  for (let number = 1; number <= 10; number += 1)
    await act(number % 2 === 0 ? first : second, number);
  await sealAll(database, [1]);
  const { rows } = await database.pool.query<{ entry_id: string }>(
    'SELECT entry_id FROM kernel.audit_link WHERE centre_id = 1 AND chain = $1 ORDER BY seq',
    [chain],
  );
  return rows.map((row) => row.entry_id);
}

const verify = (options: VerifyAuditOptions = {}) => verifyAudit(database, { clock, ...options });

/** The kinds and places of what was found. */
async function findings(options: VerifyAuditOptions = {}) {
  const report = await verify(options);
  expect(report.isWhole).toBe(report.findings.length === 0);
  return report.findings.map(({ kind, seq, entryId }) => [kind, seq, entryId]);
}

const run = (sql: string, parameters: unknown[] = []) => database.pool.query(sql, parameters);

describe('an audit log', () => {
  it('that nobody touched is whole, in every chain of every centre', async () => {
    const entries = await aSealedChain();
    expect(entries).toHaveLength(10);
    await act(first, 11);
    expect(await verify()).toEqual({
      isWhole: true,
      chains: 32,
      entries: 10,
      waiting: 1,
      findings: [],
      remarks: [],
    });
  });

  it('is sealed once by processes that seal at the same time', async () => {
    const other = openDatabase({ connection: database.connection, poolSize: 3 });
    for (let number = 0; number < 60; number += 1)
      await act({ kind: 'thing', id: String(number) }, number);
    await Promise.all([sealAll(database, [1]), sealAll(other, [1]), sealAll(database, [1])]);
    await sealAll(database, [1]);
    expect(await verify()).toMatchObject({ isWhole: true, entries: 60, waiting: 0 });
    await other.close();
  });

  it('does not seal past a transaction that is still being written', async () => {
    const slow = await database.pool.connect();
    await slow.query('BEGIN');
    await slow.query('SELECT pg_current_xact_id()');
    await act(first, 1);
    expect(await sealAll(database, [1])).toBe(0);
    await slow.query('COMMIT');
    slow.release();
    expect(await sealAll(database, [1])).toBe(1);
  });

  it('read in small pages is the same log', async () => {
    await aSealedChain();
    const progress: number[] = [];
    const report = await verify({ pageSize: 3, onProgress: (done) => progress.push(done) });
    expect(report).toMatchObject({ isWhole: true, entries: 10 });
    expect(progress.at(-1)).toBe(10);
  });
});

describe('tampering by SQL', () => {
  it.each([
    ['its text', `body = replace(body, '张三', '李四')`],
    ['its time, by a millionth of a second', `at = at + interval '1 microsecond'`],
    ['who did it', `actor_id = 'somebody-else'`],
    ['what it was about', `subject_id = '999'`],
    ['the address it came from', `address = '10.0.0.1'`],
  ])('that changes %s is found and the entry named', async (_what, change) => {
    const entries = await aSealedChain();
    await run(`UPDATE kernel.audit_entry SET ${change} WHERE entry_id = $1`, [entries[3]]);
    expect(await findings()).toEqual([['changed', 4, entries[3]]]);
  });

  it('that deletes an entry is found', async () => {
    const entries = await aSealedChain();
    await run('DELETE FROM kernel.audit_entry WHERE entry_id = $1', [entries[6]]);
    expect(await findings()).toEqual([['missing', 7, entries[6]]]);
  });

  it('that deletes an entry and its link is found', async () => {
    const entries = await aSealedChain();
    await run('DELETE FROM kernel.audit_entry WHERE entry_id = $1', [entries[6]]);
    await run('DELETE FROM kernel.audit_link WHERE entry_id = $1', [entries[6]]);
    expect(await findings()).toEqual([['unlinked', 7, null]]);
  });

  it('that cuts off the end is found', async () => {
    const entries = await aSealedChain();
    await run('DELETE FROM kernel.audit_entry WHERE entry_id = $1', [entries[9]]);
    await run('DELETE FROM kernel.audit_link WHERE entry_id = $1', [entries[9]]);
    expect(await findings()).toEqual([['head-differs', 9, null]]);
  });

  it('that removes a head is found', async () => {
    await aSealedChain();
    await run('DELETE FROM kernel.audit_head WHERE centre_id = 1');
    expect(await findings()).toEqual([['head-differs', 10, null]]);
  });

  it('that swaps two entries is found', async () => {
    const [, , third, fourth] = await aSealedChain();
    await run(
      `UPDATE kernel.audit_entry e SET body = o.body FROM kernel.audit_entry o
       WHERE e.entry_id IN ($1, $2) AND o.entry_id IN ($1, $2) AND e.entry_id <> o.entry_id`,
      [third, fourth],
    );
    expect(await findings()).toEqual([['changed', 3, third]]);
  });

  it('that swaps the places of two entries in the chain is found', async () => {
    const [, , third, fourth] = await aSealedChain();
    await run(
      'UPDATE kernel.audit_link SET entry_id = gen_random_uuid() WHERE seq = 3 AND chain = $1',
      [chain],
    );
    await run('UPDATE kernel.audit_link SET entry_id = $2 WHERE seq = 4 AND chain = $1', [
      chain,
      third,
    ]);
    await run('UPDATE kernel.audit_link SET entry_id = $2 WHERE seq = 3 AND chain = $1', [
      chain,
      fourth,
    ]);
    expect(await findings()).toEqual([['reordered', 3, fourth]]);
  });

  it('that inserts an entry into the past is found', async () => {
    await aSealedChain();
    const { rows } = await run(
      `INSERT INTO kernel.audit_entry (centre_id, entry_id, chain, written_by, at, actor_kind, actor_id, actor_name,
         act, subject_kind, subject_id, body)
       SELECT centre_id, gen_random_uuid(), chain, written_by, at, actor_kind, actor_id, actor_name, act, subject_kind,
         subject_id, '{"number":0}' FROM kernel.audit_entry ORDER BY written_by LIMIT 1 RETURNING entry_id`,
    );
    await sealAll(database, [1]);
    const [found] = await findings();
    expect(found?.slice(0, 2)).toEqual(['inserted', null]);
    expect(found?.[2]).toBe(rows[0]?.entry_id);
  });

  it('that puts in a new entry with an old time leaves a remark', async () => {
    await aSealedChain();
    clock.set('2026-01-19T02:00:00Z');
    await act(first, 0);
    clock.set('2026-01-20T03:00:00Z');
    await sealAll(database, [1]);
    const report = await verify();
    expect(report.isWhole).toBe(true);
    expect(report.remarks.map(({ kind, seq }) => [kind, seq])).toEqual([['backdated', 11]]);
  });

  it('that rewrites the whole chain is found by a signed anchor, and only by it', async () => {
    await aSealedChain();
    const { privateKey } = createSm2KeyPair();
    const signer = createSm2Signer({ keyId: 'anchor-1', privateKey });
    const anchor = await createAnchor({ database, clock, signer }, 1);
    await act(first, 11);
    await sealAll(database, [1]);
    expect(await findings({ anchors: [anchor] })).toEqual([]);
    await run(`UPDATE kernel.audit_entry SET body = '{}' WHERE centre_id = 1`);
    await run('TRUNCATE kernel.audit_link, kernel.audit_head');
    await sealAll(database, [1]);
    expect(await findings()).toEqual([]);
    expect(await findings({ anchors: [anchor] })).toEqual([['anchor-differs', 10, null]]);
    const forged = { ...anchor, heads: anchor.heads.map((head) => ({ ...head, seq: 1 })) };
    expect(await findings({ anchors: [forged] })).toEqual([['anchor-forged', null, null]]);
  });

  it('is told from a worker that does not run', async () => {
    await aSealedChain();
    await act(second, 11);
    clock.advance(3_600_000);
    const [found] = await findings();
    expect(found?.[0]).toBe('unsealed');
  });
});
