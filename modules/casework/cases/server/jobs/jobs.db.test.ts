import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { systemActor } from '#kernel/access/system-actor.ts';
import type { Job } from '#kernel/jobs/contract.ts';
import { TEST_CENTRE } from '#test/support/database.ts';

import { routes } from '../../contract.ts';
import { ALL_PAPERS, type Cases, REMEDY, startCases } from '../fixture.ts';

describe('what the time does', () => {
  let cases: Cases;
  let matterId: string;
  let partyId: string;
  beforeAll(async () => {
    cases = await startCases();
    matterId = await cases.matter();
    partyId = await cases.party();
  });
  afterAll(() => cases.app.close());

  const run = async (name: string) => {
    const job = cases.app.app.running.jobs.find((one: Job) => one.name === name);
    if (job?.run.mode !== 'outside') throw new Error(`no job ${name}`);
    const actor = systemActor(TEST_CENTRE, name);
    const signal = new AbortController().signal;
    await job.run.handle({}, { actor, attempt: 1, dueAt: cases.app.clock.now(), signal });
  };
  const look = async (id: string) =>
    (await cases.app.send(cases.first, routes.getCase, { params: { id } })).body;

  test('accepts what nobody answered by the end of the fifth day, as of its receipt', async () => {
    cases.setTime('2026-02-10T10:00');
    const { body } = await cases.receive(matterId, partyId);
    cases.setTime('2026-02-24T23:58');
    await run('cases.follow-time');
    expect((await look(body.id)).state).toBe('received');
    cases.setTime('2026-02-25T00:01');
    await run('cases.follow-time');
    expect(await look(body.id)).toMatchObject({
      state: 'accepted',
      acceptMode: 'deemed',
      acceptedOn: '2026-02-10',
    });
    await run('cases.follow-time');
    expect((await look(body.id)).version).toBe(2);
  });

  test('accepts even without a paper: denied for want of it, it is archived; granted, it waits for it', async () => {
    cases.setTime('2026-02-10T10:00');
    const papers = ALL_PAPERS.slice(1);
    const [poor, granted] = [
      (await cases.receive(matterId, partyId, { papers })).body,
      (await cases.receive(matterId, partyId, { papers })).body,
    ];
    cases.setTime('2026-02-25T09:00');
    await run('cases.follow-time');
    const { act, approver, clerk, first, second } = cases;
    const end = async (id: string, version: number) => {
      const signatureFileId = await cases.upload(clerk, 'cases.signature');
      const handed = { recipient: '张小明', way: 'window', signatureFileId };
      const served = await act(clerk, routes.deliverResult, id, { version, ...handed });
      const body = { version: served.version };
      return cases.app.send(first, routes.archiveCase, { params: { id }, body });
    };
    const denied = await act(approver, routes.denyCase, poor.id, {
      version: 2,
      reason: '未提交申请书',
      remedy: REMEDY,
    });
    expect((await end(poor.id, denied.version)).body.state).toBe('archived');
    const opinion = { passes: true, opinion: '同意' };
    await act(first, routes.examineCase, granted.id, { version: 2, ...opinion });
    await act(second, routes.examineCase, granted.id, { version: 3, ...opinion });
    await act(approver, routes.approveCase, granted.id, { version: 4 });
    const ready = await act(first, routes.issueResult, granted.id, { version: 5 });
    const refused = await end(granted.id, ready.version);
    expect(refused.problem).toBe('cases/dossier-incomplete');
    expect(refused.document['title']).toContain('材料application');
  });

  test('accepts nothing whose fifth day is not over, whatever its row says', async () => {
    cases.setTime('2026-03-02T09:00');
    const { body } = await cases.receive(matterId, partyId);
    const { pool } = cases.app.database;
    const { rowCount } = await pool.query(
      `UPDATE cases.case_file SET notice_due_on = '2026-03-03' WHERE case_id = $1`,
      [body.id],
    );
    expect(rowCount).toBe(1);
    cases.setTime('2026-03-05T00:01');
    await run('cases.follow-time');
    expect(await look(body.id)).toMatchObject({ state: 'received', version: 1 });
  });

  test('ends a case whose papers were to follow and never came', async () => {
    cases.setTime('2026-03-02T09:00');
    const papers = ALL_PAPERS.map((paper) =>
      paper.key === 'layout' ? { ...paper, state: 'deferred' as const } : paper,
    );
    const accept = { mode: 'tolerant' as const, promised: true };
    const [lost, kept] = [
      await cases.receive(matterId, partyId, { papers, accept }),
      await cases.receive(matterId, partyId, { papers, accept }),
    ];
    const params = { id: kept.body.id };
    await cases.app.send(cases.clerk, routes.supplementAtWindow, {
      params,
      body: { version: 2, papers: [{ key: 'layout', state: 'accepted', originals: 1 }] },
    });
    cases.setTime('2026-03-13T00:01');
    await run('cases.follow-time');
    expect(await look(lost.body.id)).toMatchObject({ state: 'terminated', outcome: '5' });
    expect((await look(kept.body.id)).state).toBe('accepted');
  });

  test('calls for the inspection of what was promised', async () => {
    cases.setTime('2026-03-02T09:00');
    const { body } = await cases.receive(matterId, partyId, {
      accept: { mode: 'promise', promised: true },
    });
    await cases.act(cases.approver, routes.approveCase, body.id, { version: 2 });
    expect((await look(body.id)).promise).toMatchObject({ inspectBy: '2026-05-01' });
    cases.setTime('2026-05-01T00:01');
    await run('cases.follow-time');
    const due = await look(body.id);
    expect(due.promise?.state).toBe('inspection-due');
    const inspected = await cases.act(cases.first, routes.inspectPromise, body.id, {
      version: due.version,
      result: 'kept',
      opinion: '与承诺一致',
    });
    expect(inspected.state).toBe('approved');
    expect((await look(body.id)).promise?.state).toBe('kept');
  });

  test('turns lights, tells of them, and finds a row that its history does not explain', async () => {
    cases.setTime('2026-03-02T09:00');
    const { id } = await cases.accepted(matterId, partyId);
    const other = await cases.accepted(matterId, partyId);
    const { pool } = cases.app.database;
    await pool.query(
      `UPDATE cases.case_file SET body = jsonb_set(body, '{outcome}', '"0"') WHERE case_id = $1`,
      [other.id],
    );
    cases.setTime('2026-03-19T00:20');
    await run('cases.recount');
    const { body } = await cases.app.send(cases.first, routes.listCases, {
      query: { list: 'overdue' },
    });
    expect(body.items.find((item) => item.id === id)?.light).toBe('red');
    const { rows } = await pool.query<{ payload: { caseId: string; columns: string[] } }>(
      `SELECT payload FROM kernel.outbox WHERE name = 'cases.difference-found'`,
    );
    expect(rows.map(({ payload }) => payload)).toEqual([{ caseId: other.id, columns: ['body'] }]);
  });
});
