import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { nobodyInParticular, staffWith } from '#test/support/actors.ts';
import { openTestDatabase, type TestDatabase } from '#test/support/database.ts';
import { type FrontDoor, openFrontDoor } from '#test/support/front-door.ts';

import type { Actor } from '../access/contract-actor.ts';
import { fixedClock } from '../clock/clock.ts';
import { createSm2KeyPair, createSm2Signer } from '../crypto/sm2.ts';
import { createWorker } from '../jobs/worker.ts';
import { createLog } from '../observe/log.ts';
import { readAnchors } from './anchor-files.ts';
import { AuditAnchor, isAnchorSigned } from './anchor.ts';
import type { AuditDeps } from './deps.ts';
import { recordLook } from './look.ts';
import { audit } from './module.ts';
import { mayPrune, pruneAudit } from './prune.ts';
import { recordAudit } from './record.ts';
import { sealAll } from './seal.ts';
import { verifyAudit } from './verify-audit.ts';

const clock = fixedClock('2026-01-20T02:00:00Z');
const log = createLog('silent');
const administrator = staffWith(['audit.search', 'audit.export']);
let database: TestDatabase;
let door: FrontDoor;
let deps: AuditDeps;
let anchorFolder: string;

beforeAll(async () => {
  database = await openTestDatabase();
  anchorFolder = await mkdtemp(join(tmpdir(), 'onewindow-anchors-'));
  const signer = createSm2Signer({ keyId: 'anchor', privateKey: createSm2KeyPair().privateKey });
  deps = { database, clock, retentionDays: 180, signer, anchorFolder };
  door = await openFrontDoor(deps, () => audit.create(deps).routes);
});
afterAll(async () => {
  await door.http.close();
  await database.drop();
  await rm(anchorFolder, { recursive: true });
});
beforeEach(async () => {
  clock.set('2026-01-20T02:00:00Z');
  await database.pool.query(
    'TRUNCATE kernel.audit_entry, kernel.audit_link, kernel.audit_head, kernel.audit_checkpoint, kernel.job_schedule',
  );
});

const act = (actor: Actor, name: string, id: string, body: unknown = {}) =>
  database.transaction(async (tx) => {
    clock.advance(1000);
    recordAudit(tx, clock, actor, { act: name, subject: { kind: 'thing', id }, body });
  });

interface Found {
  items: Array<{ act: string; subject: { id: string }; seq: number | null; body: unknown }>;
  nextCursor: string | null;
}

const search = async (query: Record<string, string> = {}) => {
  const answer = await door.ask(administrator, { url: '/api/v1/audit', query });
  expect(answer.statusCode).toBe(200);
  return answer.json<Found>();
};

const ids = (found: Found) =>
  found.items.filter((entry) => entry.act !== 'audit.search').map((entry) => entry.subject.id);

describe('the audit log', () => {
  it('is refused to everybody but the audit administrator', async () => {
    for (const url of ['/api/v1/audit', '/api/v1/audit/export.csv', '/api/v1/audit/anchor.json']) {
      expect((await door.ask(undefined, { url })).statusCode).toBe(401);
      expect((await door.ask(nobodyInParticular(), { url })).statusCode).toBe(403);
    }
  });

  it('is searched by period, actor, act, subject and text', async () => {
    const [ann, bob] = [
      staffWith([], undefined, { name: '安' }),
      staffWith([], undefined, { name: '王百分' }),
    ];
    await act(ann, 'things.made', '1');
    await act(bob, 'things.moved', '2', { note: '搬到 100% 库房' });
    await act(ann, 'other.thing', '3');
    expect(ids(await search())).toEqual(['3', '2', '1']);
    expect(ids(await search({ actorId: ann.id }))).toEqual(['3', '1']);
    expect(ids(await search({ act: 'things.' }))).toEqual(['2', '1']);
    expect(ids(await search({ subjectKind: 'thing', subjectId: '3' }))).toEqual(['3']);
    expect(ids(await search({ text: '100% 库' }))).toEqual(['2']);
    expect(ids(await search({ text: '百分' }))).toEqual(['2']);
    expect(ids(await search({ text: '%_' }))).toEqual([]);
    const period = { from: '2026-01-20T02:00:02Z', to: '2026-01-20T10:00:03+08:00' };
    expect(ids(await search(period))).toEqual(['2']);
  });

  it('is paged without losing or repeating an entry while others are written', async () => {
    for (let number = 1; number <= 7; number += 1)
      await act(administrator, 'things.made', String(number));
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page: Found = await search({
        act: 'things.',
        limit: '3',
        ...(cursor === null ? {} : { cursor }),
      });
      seen.push(...ids(page));
      await act(administrator, 'things.made', 'later');
      cursor = page.nextCursor;
    } while (cursor !== null);
    expect(seen).toEqual(['7', '6', '5', '4', '3', '2', '1']);
  });

  it('does not show the entries of another centre', async () => {
    await act(staffWith([], undefined, { centreId: 2 }), 'things.made', 'theirs');
    expect(ids(await search())).toEqual([]);
  });

  it('records who looked and for what', async () => {
    await search({ subjectId: '42' });
    const [entry] = (await search({ act: 'audit.search' })).items.slice(1);
    expect(entry?.body).toEqual({ look: true, fields: ['subjectId=42'] });
  });

  it('shows a look at a protected record, with the names of the fields and not their values', async () => {
    await database.transaction(async (tx) =>
      recordLook(tx, clock, administrator, {
        act: 'parties.view-identity',
        subject: { kind: 'parties.person', id: 'p1' },
        fields: ['idNumber'],
      }),
    );
    const found = await search({ act: 'parties.' });
    expect(found.items[0]).toMatchObject({
      subject: { id: 'p1' },
      body: { look: true, fields: ['idNumber'] },
    });
  });

  it('says the number in its chain once an entry is sealed', async () => {
    await act(administrator, 'things.made', '1');
    expect((await search({ act: 'things.' })).items[0]?.seq).toBeNull();
    await sealAll(database, [1]);
    expect((await search({ act: 'things.' })).items[0]?.seq).toBe(1);
  });

  it('is exported as CSV that no spreadsheet runs, and the export is recorded', async () => {
    await act(staffWith([], undefined, { name: '=HYPERLINK("http://evil")' }), 'things.made', '1');
    for (let number = 2; number <= 1203; number += 1) {
      await database.pool.query(
        `INSERT INTO kernel.audit_entry SELECT centre_id, overlay(entry_id::text placing lpad($1, 12, '0') from 25)::uuid,
           chain, written_by, at, actor_kind, actor_id, 'x', act, subject_kind, $1, null, null, body
         FROM kernel.audit_entry WHERE subject_id = '1'`,
        [String(number)],
      );
    }
    const answer = await door.ask(administrator, {
      url: '/api/v1/audit/export.csv',
      query: { act: 'things.' },
    });
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['content-type']).toContain('text/csv');
    const lines = answer.body.trim().split('\r\n');
    expect(lines).toHaveLength(1204);
    expect(answer.body).toContain(`"'=HYPERLINK(`);
    expect((await search({ act: 'audit.export' })).items).toHaveLength(1);
  }, 60_000);

  it('gives an anchor that its key signed', async () => {
    await act(administrator, 'things.made', '1');
    await sealAll(database, [1]);
    const answer = await door.ask(administrator, { url: '/api/v1/audit/anchor.json' });
    const anchor = AuditAnchor.parse(answer.json());
    expect(isAnchorSigned(anchor)).toBe(true);
    expect((await verifyAudit(database, { clock, anchors: [anchor] })).isWhole).toBe(true);
  });
});

describe('old entries', () => {
  const days = (count: number) => count * 86_400_000;

  it('are never removed before 180 days', async () => {
    await expect(pruneAudit(database, 1, 179, clock.now())).rejects.toThrow('at least 180 days');
  });

  it('are removed after the retention, and the rest of the chain still verifies', async () => {
    for (let number = 1; number <= 40; number += 1)
      await act(administrator, 'things.made', String(number % 4));
    await sealAll(database, [1]);
    clock.advance(days(170));
    for (let number = 1; number <= 20; number += 1)
      await act(administrator, 'things.made', String(number % 4));
    await sealAll(database, [1]);
    clock.advance(days(11));
    expect(await pruneAudit(database, 1, 180, clock.now())).toBe(40);
    expect(await verifyAudit(database, { clock })).toMatchObject({ isWhole: true, entries: 20 });
    await database.pool.query(`UPDATE kernel.audit_checkpoint SET hash = repeat('0', 64)`);
    expect((await verifyAudit(database, { clock })).isWhole).toBe(false);
  });

  it('stay when the database does not let this program delete them', async () => {
    await act(administrator, 'things.made', '1');
    await sealAll(database, [1]);
    clock.advance(days(200));
    await database.pool.query('REVOKE DELETE ON kernel.audit_entry FROM CURRENT_USER');
    expect(await mayPrune(database)).toBe(false);
    const worker = createWorker({
      database,
      clock,
      log,
      jobs: audit.create({ database, clock, retentionDays: 180 }).jobs ?? [],
      listeners: [],
    });
    await worker.drain();
    clock.advance(days(1));
    expect((await worker.drain()).failures).toEqual([]);
    expect(await verifyAudit(database, { clock })).toMatchObject({ isWhole: true, entries: 1 });
    await database.pool.query('GRANT DELETE ON kernel.audit_entry TO CURRENT_USER');
    expect(await mayPrune(database)).toBe(true);
  });

  it('that were deleted by hand are not hidden by the removal', async () => {
    for (let number = 1; number <= 10; number += 1) await act(administrator, 'things.made', '1');
    await sealAll(database, [1]);
    await database.pool.query(
      `DELETE FROM kernel.audit_entry WHERE entry_id = (SELECT entry_id FROM kernel.audit_link WHERE seq = 5)`,
    );
    clock.advance(days(181));
    expect(await pruneAudit(database, 1, 180, clock.now())).toBe(4);
    const { findings } = await verifyAudit(database, { clock });
    expect(findings.map(({ kind, seq }) => [kind, seq])).toEqual([['missing', 5]]);
  });

  it('and the anchor are looked after every night, and the removal is recorded', async () => {
    const worker = createWorker({
      database,
      clock,
      log,
      jobs: audit.create(deps).jobs ?? [],
      listeners: [],
    });
    await worker.drain();
    await act(administrator, 'things.made', '1');
    await worker.drain();
    clock.advance(days(181));
    expect((await worker.drain()).failures).toEqual([]);
    const anchors = await readAnchors(anchorFolder);
    expect(anchors.map((anchor) => anchor.centreId)).toEqual([1, 2]);
    const found = await search({ act: 'audit.entries-pruned' });
    expect(found.items[0]?.body).toEqual({ removed: 1, retentionDays: 180 });
    expect((await verifyAudit(database, { clock })).isWhole).toBe(true);
  });
});
