import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { systemActor } from '#kernel/access/system-actor.ts';
import { newId } from '#kernel/ids/id.ts';
import type { Job } from '#kernel/jobs/contract.ts';
import { staffWith } from '#test/support/actors.ts';
import { openTestDatabase, type TestDatabase } from '#test/support/database.ts';

import { permissions, routes } from '../../contract.ts';
import { type Bench, CENTRE, startBench } from '../fixture.ts';
import { followParties } from '../on-parties-merged.ts';
import { expireLicences } from './expire-licences.ts';
import { remindHolders } from './remind-holders.ts';

const reader = staffWith([permissions.view.name]);

describe('what happens to licences by itself', () => {
  let database: TestDatabase;
  let bench: Bench;
  beforeAll(async () => {
    database = await openTestDatabase();
    bench = await startBench(database);
  });
  afterAll(async () => {
    await bench.close();
    await database.drop();
  });

  const run = async (job: Job, dueAt: string) => {
    if (job.run.mode !== 'outside') throw new Error('Not a job of this kind');
    const actor = systemActor(CENTRE, job.name);
    const context = { actor, attempt: 1, signal: new AbortController().signal };
    await job.run.handle({}, { ...context, dueAt: new Date(dueAt) });
  };
  const get = async (id: string) =>
    (await bench.send(reader, routes.getLicence, { params: { id } })).body;

  test('what is over is written down as expired once, and shown so before', async () => {
    const { licenceId } = await bench.issue({ validUntil: '2026-01-25' });
    bench.deps.clock.set('2026-01-26T02:00:00Z');
    expect((await get(licenceId)).state).toBe('expired');
    expect((await get(licenceId)).history).toHaveLength(1);
    for (const _time of [1, 2]) await run(expireLicences(bench.deps), '2026-01-25T16:05:00Z');
    const { state, history } = await get(licenceId);
    expect([state, history.map(({ act }) => act)]).toEqual(['expired', ['expire', 'issue']]);
  });

  test('a late run expires nothing early: the day on which it was due counts', async () => {
    bench.deps.clock.set('2026-01-20T02:00:00Z');
    const { licenceId } = await bench.issue({ validUntil: '2026-01-25' });
    await run(expireLicences(bench.deps), '2026-01-24T16:05:00Z');
    expect((await get(licenceId)).history).toHaveLength(1);
  });

  test('a holder is reminded once for each step, and of a missed one by the next', async () => {
    bench.deps.clock.set('2026-01-20T02:00:00Z');
    const holder = { id: newId(), kind: 'person' as const, name: '张三', mobile: '15400020001' };
    bench.parties.set(holder.id, holder);
    const { licenceId } = await bench.issue({
      validUntil: '2026-04-20',
      holder: { partyId: holder.id, kind: 'person', name: holder.name, identifier: null },
    });
    const mine = () => bench.notices.filter((key) => key.startsWith(licenceId));
    const job = remindHolders(bench.deps);
    await run(job, '2026-01-19T01:30:00Z');
    expect(mine()).toEqual([]);
    await run(job, '2026-01-20T01:30:00Z');
    await run(job, '2026-01-21T01:30:00Z');
    expect(mine()).toEqual([`${licenceId}/90`]);
    await run(job, '2026-04-01T01:30:00Z');
    await run(job, '2026-04-15T01:30:00Z');
    expect(mine()).toEqual([`${licenceId}/90`, `${licenceId}/30`, `${licenceId}/7`]);
  });

  test('licences follow their holder through a merge and back, however often it is told', async () => {
    bench.deps.clock.set('2026-01-20T02:00:00Z');
    const { licenceId } = await bench.issue();
    const before = (await get(licenceId)).holder.partyId;
    const into = newId();
    const listener = followParties(bench.deps);
    const tellOf = (name: string) =>
      database.transaction((tx) =>
        listener.handle(tx, {
          eventId: newId(),
          centreId: CENTRE,
          name,
          version: 1,
          subject: { kind: 'parties.party', id: into },
          actor: { kind: 'staff', id: newId() },
          at: bench.deps.clock.now(),
          payload: { mergeId: newId(), fromId: before, intoId: into },
        }),
      );
    bench.merged.set(before, into);
    for (const _time of [1, 2]) await tellOf('parties.parties-merged');
    expect((await get(licenceId)).holder.partyId).toBe(into);
    bench.merged.delete(before);
    await tellOf('parties.merge-undone');
    expect((await get(licenceId)).holder.partyId).toBe(before);
  });

  test('a licence stands for a paper while it holds, and an identity card by how it was verified', async () => {
    bench.deps.clock.set('2026-01-20T02:00:00Z');
    const partyId = newId();
    bench.parties.set(partyId, { id: partyId, kind: 'person', name: '李四' });
    const holder = { partyId, kind: 'person' as const, name: '李四', identifier: null };
    const { licenceId } = await bench.issue({ holder, validUntil: '2026-06-30' });
    const usable = async (kind: string, on: string) =>
      (await bench.api.findUsable(database.db, { centreId: CENTRE, partyId, kind, on })).map(
        (one) => `${one.trust} ${one.licenceId ?? 'elsewhere'}`,
      );
    expect(await usable('food', '2026-06-30')).toEqual([`A ${licenceId}`]);
    expect(await usable('food', '2026-07-01')).toEqual([]);
    expect(await usable('food', '2026-01-19')).toEqual([]);
    expect(await usable('resident-identity-card', '2026-01-20')).toEqual([]);
    bench.parties.set(partyId, {
      id: partyId,
      kind: 'person',
      name: '李四',
      verification: 'window',
    });
    expect(await usable('resident-identity-card', '2026-01-20')).toEqual(['B elsewhere']);
  });
});
