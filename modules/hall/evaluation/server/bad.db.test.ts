import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';

import type { Actor } from '#kernel/access/contract-actor.ts';
import { openTestDatabase, type TestDatabase } from '#test/support/database.ts';

import { routes } from '../contract.ts';
import { type Bench, CLERK, startBench, TAX, WATER } from './fixture.ts';

describe('the loop of a bad rating', () => {
  let database: TestDatabase;
  let bench: Bench;
  beforeAll(async () => {
    database = await openTestDatabase();
    bench = await startBench(database);
  });
  beforeEach(() => bench.deps.clock.set('2026-01-20T02:00:00Z'));
  afterAll(async () => {
    await bench.close();
    await database.drop();
  });

  const inTax = { scope: { level: 'department', id: TAX }, departmentId: TAX } as const;
  const head = () => bench.staff(['view', 'handle', 'reveal'], inTax);
  const supervisor = () => bench.staff(['view', 'assign', 'review', 'callBack', 'reveal']);

  /** A bad rating of a named rater; gives the id. */
  const rated = async (more: object = {}) => {
    const { token, serviceId } = await bench.visit();
    const body = {
      grade: 'very-dissatisfied',
      options: ['115'],
      isAnonymous: false,
      name: '张三丰',
      mobile: '13900139000',
      comment: '请回电 13900139000',
      ...more,
    };
    const answer = await bench.send(undefined, routes.rate, {
      params: { token },
      body: body as never,
    });
    expect(answer.status).toBe(201);
    const { rows } = await database.pool.query<{ evaluation_id: string }>(
      'SELECT evaluation_id FROM evaluation.bad_case WHERE service_id = $1',
      [serviceId],
    );
    return rows[0]?.evaluation_id ?? '';
  };
  type ActName =
    | 'assign'
    | 'contact'
    | 'verify'
    | 'rectify'
    | 'answer'
    | 'call-back'
    | 'reopen'
    | 'close'
    | 'appeal'
    | 'uphold'
    | 'exclude';
  const act = async (actor: Actor, name: ActName, id: string, body: object = {}) => {
    const { rows } = await database.pool.query<{ version: number }>(
      'SELECT version FROM evaluation.bad_case WHERE evaluation_id = $1',
      [id],
    );
    return bench.send(actor, routes[name] as typeof routes.contact, {
      params: { id },
      body: { version: rows[0]?.version ?? 0, ...body } as never,
    });
  };

  test('opens with the rating, due in one working day, and is closed to who may not act', async () => {
    const id = await rated();
    const { body } = await bench.send(supervisor(), routes.getBad, { params: { id } });
    expect(body).toMatchObject({
      state: 'rated',
      contactDueOn: '2026-01-21',
      isNamed: true,
      number: expect.stringMatching(/^CP2026\d{5}$/),
    });
    expect(body.evaluation).toMatchObject({ rater: '张**', comment: '请回电 ****' });
    const stranger = bench.staff(['view', 'handle'], {
      scope: { level: 'department', id: WATER },
      departmentId: WATER,
    });
    expect((await bench.send(stranger, routes.getBad, { params: { id } })).problem).toBe(
      'request/not-found',
    );
    expect((await act(stranger, 'assign', id, { departmentId: WATER })).problem).toBe(
      'access/forbidden',
    );
    expect((await act(head(), 'assign', id, { departmentId: WATER })).problem).toBe(
      'access/forbidden',
    );
  });

  test('goes from the assignment over contact, finding, mending and the answer to the proven call-back', async () => {
    const id = await rated();
    const [boss, office] = [head(), supervisor()];
    await act(office, 'assign', id, { departmentId: TAX });
    expect((await act(boss, 'verify', id, { finding: 'valid', note: '属实' })).problem).toBe(
      'evaluation/not-lawful',
    );
    await act(boss, 'contact', id, { note: '已电话联系' });
    const found = await act(boss, 'verify', id, {
      finding: 'valid',
      complexity: 'simple',
      note: '态度生硬属实',
    });
    expect(found.body).toMatchObject({ state: 'rectifying', rectifyDueOn: '2026-01-27' });
    await act(boss, 'rectify', id, { measures: '已批评教育并调整窗口' });
    const leaking = await act(boss, 'answer', id, { reply: '已联系 13900139000 致歉' });
    expect(leaking.problem).toBe('evaluation/personal-in-reply');
    await act(boss, 'answer', id, { reply: '已向您致歉并整改' });
    expect((await act(boss, 'call-back', id, { result: 'content' })).problem).toBe(
      'access/forbidden',
    );
    await act(office, 'call-back', id, { result: 'content' });
    const closed = await act(office, 'close', id);
    expect(closed.body).toMatchObject({ state: 'closed', mayDo: [] });
    expect(closed.body.steps.map((step) => step.act)).toEqual([
      'open',
      'assign',
      'contact',
      'verify',
      'rectify',
      'answer',
      'call-back',
      'close',
    ]);
    const everybody = await bench.send(undefined, routes.listPublicRatings, {
      query: { onlyBad: 'true' },
    });
    expect(everybody.body.items.find((one) => one.id === id)).toMatchObject({
      reply: '已向您致歉并整改',
      rater: '张**',
    });
  });

  test('keeps that the contact came late, and counts complex matters by fifteen working days', async () => {
    const id = await rated();
    await act(supervisor(), 'assign', id, { departmentId: TAX });
    bench.deps.clock.set('2026-01-22T02:00:00Z');
    const overdue = await bench.send(supervisor(), routes.listBad, { query: { list: 'overdue' } });
    expect(overdue.body.items.map((one) => one.id)).toContain(id);
    const late = await act(head(), 'contact', id, { note: '迟到的联系' });
    expect(late.body.wasContactLate).toBe(true);
    // The Spring Festival of 2026 lies between.
    const found = await act(head(), 'verify', id, {
      finding: 'valid',
      complexity: 'complex',
      note: '较复杂',
    });
    expect(found.body.rectifyDueOn).toBe('2026-02-12');
  });

  test('is neither handled nor seen through by whoever was rated', async () => {
    const id = await rated();
    await act(supervisor(), 'assign', id, { departmentId: TAX });
    const clerk = bench.staff(['view', 'handle', 'reveal'], { ...inTax, personId: CLERK });
    expect((await act(clerk, 'contact', id, { note: '我自己来' })).problem).toBe(
      'evaluation/rated-person',
    );
    expect((await bench.send(clerk, routes.revealRater, { params: { id } })).problem).toBe(
      'evaluation/rated-person',
    );
    const shown = await bench.send(head(), routes.revealRater, { params: { id } });
    expect(shown.body).toEqual({ name: '张三丰', mobile: '13900139000' });
    const { rows } = await database.pool.query(
      "SELECT 1 FROM kernel.audit_entry WHERE act = 'evaluation.rater-revealed'",
    );
    expect(rows).toHaveLength(1);
  });

  test('is excluded only by the review of another unit, leaves the figures and stays on record', async () => {
    const id = await rated();
    await act(supervisor(), 'assign', id, { departmentId: TAX });
    await act(head(), 'contact', id, { note: '已联系' });
    expect(
      (await act(head(), 'verify', id, { finding: 'malicious', note: '恶意差评' })).body.state,
    ).toBe('in-review');
    const insider = bench.staff(['review'], { departmentId: TAX });
    const body = { ground: 'malicious', note: '经核实为恶意差评' };
    expect((await act(insider, 'exclude', id, body)).problem).toBe('evaluation/same-unit');
    const query = { from: '2026-01-20', to: '2026-01-20' };
    const before = (await bench.send(supervisor(), routes.showFigures, { query })).body.whole;
    const excluded = await act(supervisor(), 'exclude', id, body);
    expect(excluded.body).toMatchObject({
      state: 'excluded',
      evaluation: { standing: 'excluded' },
    });
    const after = (await bench.send(supervisor(), routes.showFigures, { query })).body.whole;
    expect(after.badRate.part).toBe(before.badRate.part - 1);
    expect(after.excluded).toBe(before.excluded + 1);
    const everybody = await bench.send(undefined, routes.listPublicRatings);
    expect(everybody.body.items.map((one) => one.id)).not.toContain(id);
  });

  test('goes on after an upheld appeal, and has no second one', async () => {
    const id = await rated();
    await act(supervisor(), 'assign', id, { departmentId: TAX });
    await act(head(), 'appeal', id, { note: '并非本窗口业务' });
    const upheld = await act(supervisor(), 'uphold', id, { note: '维持原评价' });
    expect(upheld.body.state).toBe('assigned');
    expect((await act(head(), 'appeal', id, { note: '再次申诉' })).problem).toBe(
      'evaluation/appealed-once',
    );
  });

  test('is mended once more when the rater is not content, and refuses an editor who saw an older version', async () => {
    const id = await rated();
    const [boss, office] = [head(), supervisor()];
    await act(office, 'assign', id, { departmentId: TAX });
    const stale = await act(boss, 'contact', id, { version: 1, note: '旧版本' });
    expect(stale.problem).toBe('request/stale-version');
    await act(boss, 'contact', id, { note: '已联系' });
    await act(boss, 'verify', id, { finding: 'no-basis', note: '缺乏依据' });
    await act(boss, 'answer', id, { reply: '情况说明如下，感谢监督' });
    await act(office, 'call-back', id, { result: 'unhappy' });
    expect((await act(office, 'close', id)).problem).toBe('evaluation/rater-unhappy');
    const again = await act(office, 'reopen', id, { note: '请再次整改' });
    expect(again.body).toMatchObject({ state: 'rectifying', wasReopened: true });
  });
});
