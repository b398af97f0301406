import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';

import type { Actor } from '#kernel/access/contract-actor.ts';
import { newId } from '#kernel/ids/id.ts';
import { staffWith } from '#test/support/actors.ts';

import { type ActResult, permissions, routes } from '../../contract.ts';
import { ALL_PAPERS, type Cases, REMEDY, startCases } from '../fixture.ts';

type Seen = Pick<ActResult, 'id' | 'version'>;

describe('what a department does', () => {
  let cases: Cases;
  let matterId: string;
  let partyId: string;
  beforeAll(async () => {
    cases = await startCases();
    matterId = await cases.matter();
    partyId = await cases.party();
  });
  beforeEach(() => cases.setTime('2026-03-02T09:00'));
  afterAll(() => cases.app.close());

  const open = (item?: string) => cases.accepted(item ?? matterId, partyId);
  const examine = (by: Actor, { id, version }: Seen, more = {}) =>
    cases.app.send(by, routes.examineCase, {
      params: { id },
      body: { version, passes: true, opinion: '同意', ...more },
    });
  const approve = (by: Actor, { id, version }: Seen) =>
    cases.app.send(by, routes.approveCase, { params: { id }, body: { version } });
  const stop = ({ id, version }: Seen, more = {}) =>
    cases.app.send(cases.first, routes.startSpecial, {
      params: { id },
      body: { version, kind: 'testing', neededDays: 10, reason: '送检', ...more },
    });
  const resume = ({ id, version }: Seen, specialId: string, more = {}) =>
    cases.app.send(cases.first, routes.endSpecial, {
      params: { id },
      body: { version, specialId, result: '合格', ...more },
    });
  const extend = ({ id, version }: Seen, days: number) =>
    cases.app.send(cases.head, routes.extendCase, {
      params: { id },
      body: { version, days, reason: '案情复杂' },
    });
  const look = async (id: string) =>
    (await cases.app.send(cases.first, routes.getCase, { params: { id } })).body;

  test('is refused to people of another department, act by act', async () => {
    const one = await open();
    const { stranger } = cases;
    expect((await examine(stranger, one)).problem).toBe('access/forbidden');
    expect((await approve(stranger, one)).problem).toBe('access/forbidden');
    const params = { id: one.id };
    const { version } = one;
    const body = { version, days: 5, reason: '案情复杂' };
    const extended = await cases.app.send(stranger, routes.extendCase, { params, body });
    expect(extended.problem).toBe('access/forbidden');
    const byClerk = await cases.app.send(cases.first, routes.extendCase, { params, body });
    expect(byClerk.problem).toBe('access/forbidden');
    const list = await cases.app.send(stranger, routes.listCases, { query: { list: 'all' } });
    expect(list.body.items).toEqual([]);
  });

  test('needs two examiners, each once, and somebody else to decide', async () => {
    const one = await open();
    expect((await approve(cases.approver, one)).problem).toBe('cases/not-examined');
    const first = await examine(cases.first, one);
    expect((await examine(cases.first, first.body)).problem).toBe('cases/examined-before');
    expect((await approve(cases.approver, first.body)).problem).toBe('cases/not-examined');
    const third = await examine(cases.approver, first.body);
    expect((await approve(cases.approver, third.body)).problem).toBe('cases/own-examination');
    const other = staffWith([permissions.decide.name, permissions.view.name]);
    expect((await approve(other, third.body)).body).toMatchObject({
      state: 'approved',
      due: { limit: 'issue', dueOn: '2026-03-16' },
    });
  });

  test('needs the place inspected by two where the matter says so', async () => {
    const sited = await cases.matter({
      examination: { people: 2, siteCheck: true, informThirdParties: true },
    });
    const one = await open(sited);
    const a = await examine(cases.first, one);
    const b = await examine(cases.second, a.body);
    expect((await approve(cases.approver, b.body)).problem).toBe('cases/place-not-checked');
    const c = await examine(cases.first, b.body, { isSiteCheck: true });
    const d = await examine(cases.second, c.body, { isSiteCheck: true });
    expect((await approve(cases.approver, d.body)).problem).toBe(
      'cases/third-parties-not-informed',
    );
    const told = await cases.act(cases.first, routes.informThirdParties, one.id, {
      version: d.body.version,
      informed: ['相邻权利人'],
    });
    expect((await approve(cases.approver, told)).body.state).toBe('approved');
  });

  test('stops the clock only for procedures that the matter lists, no longer than it says', async () => {
    const one = await open();
    expect((await stop(one, { kind: 'auction' })).problem).toBe('cases/procedure-not-listed');
    expect((await stop(one, { neededDays: 31 })).problem).toBe('cases/procedure-too-long');
    expect((await stop(one, { from: '2026-03-03' })).problem).toBe('cases/procedure-day-invalid');
    expect((await stop(one, { from: '2026-02-27' })).problem).toBe('cases/procedure-day-invalid');
  });

  test('counts overlapping procedures once and goes back to where the case stood', async () => {
    const one = await open();
    cases.setTime('2026-03-05T09:00');
    const testing = await stop(one);
    expect(testing.body).toMatchObject({ state: 'special', light: 'grey' });
    expect((await approve(cases.approver, testing.body)).problem).toBe('cases/not-lawful');
    cases.setTime('2026-03-10T09:00');
    const both = await stop(testing.body, { kind: 'expert-review' });
    const [first, second] = (await look(one.id)).specials;
    cases.setTime('2026-03-12T09:00');
    const left = await resume(both.body, first?.id ?? '');
    expect(left.body.state).toBe('special');
    cases.setTime('2026-03-16T09:00');
    const back = await resume(left.body, second?.id ?? '');
    // Twelve working days from 2026-03-02 without the eight from 2026-03-05 to 2026-03-16.
    expect(back.body).toMatchObject({ state: 'accepted', due: { dueOn: '2026-03-30' } });
    expect((await resume(back.body, first?.id ?? '')).problem).toBe('cases/not-lawful');
    const { body } = await cases.app.send(cases.first, routes.getDeadlines, {
      params: { id: one.id },
    });
    const promised = body.limits.find(({ name }) => name === 'promised');
    expect(promised?.days.filter(({ ordinal }) => ordinal !== null)).toHaveLength(12);
    expect(promised?.days.find(({ day }) => day === '2026-03-11')?.specialIds).toHaveLength(2);
  });

  test('ends only a procedure that runs', async () => {
    const one = await open();
    const stopped = await stop(one);
    expect((await resume(stopped.body, newId())).problem).toBe('cases/procedure-not-open');
    const { specials } = await look(one.id);
    expect((await resume(stopped.body, specials[0]?.id ?? '')).body.state).toBe('accepted');
  });

  test('waits with the decision for papers that were to follow', async () => {
    const papers = ALL_PAPERS.map((paper) =>
      paper.key === 'layout' ? { ...paper, state: 'deferred' as const } : paper,
    );
    const accept = { mode: 'tolerant' as const, promised: true };
    const { body } = await cases.receive(matterId, partyId, { papers, accept });
    const first = await examine(cases.first, body);
    const second = await examine(cases.second, first.body);
    const early = await approve(cases.approver, second.body);
    expect(early.problem).toBe('cases/supplements-outstanding');
    expect(early.document['title']).toContain('材料layout');
    const supplied = await cases.act(cases.clerk, routes.supplementAtWindow, body.id, {
      version: second.body.version,
      papers: [{ key: 'layout', state: 'accepted', originals: 1 }],
    });
    expect((await approve(cases.approver, supplied)).body.state).toBe('approved');
  });

  test('is handed to a colleague only with a reason', async () => {
    const { id, version } = await open();
    const answer = await cases.app.send(cases.first, routes.delegateCase, {
      params: { id },
      body: { version, handlerId: newId() },
    });
    expect(answer.problem).toBe('cases/reason-missing');
  });

  test('is extended once, by ten days at most, and not after the statutory day', async () => {
    const one = await open();
    expect((await extend(one, 11)).problem).toBe('cases/extension-too-long');
    const extended = await extend(one, 10);
    expect(extended.body.due).toMatchObject({ dueOn: '2026-04-01' });
    expect((await extend(extended.body, 1)).problem).toBe('cases/extended-before');
    const other = await open();
    cases.setTime('2026-04-01T09:00');
    expect((await extend(other, 5)).problem).toBe('cases/limit-passed');
  });

  test('is denied only with a reason and the remedy', async () => {
    const one = await open();
    const deny = (body: { reason: string; remedy: string }) =>
      cases.app.send(cases.approver, routes.denyCase, {
        params: { id: one.id },
        body: { version: one.version, ...body },
      });
    expect((await deny({ reason: '不符合条件', remedy: '' })).problem).toBe(
      'request/invalid-input',
    );
    expect((await deny({ reason: '不符合条件', remedy: REMEDY })).body.state).toBe('denied');
  });

  test('asks another department, which answers without otherwise reaching the case', async () => {
    const one = await open();
    const adviser = staffWith([permissions.advise.name], {
      level: 'department',
      id: cases.departmentId,
    });
    const asked = await cases.act(cases.first, routes.askOpinion, one.id, {
      version: one.version,
      departmentId: cases.departmentId,
      question: '是否符合规划？',
    });
    const { body } = await cases.app.send(adviser, routes.listOpinions);
    const opinionId = body.items.find((item) => item.caseId === one.id)?.id ?? '';
    const give = (by: Actor, version: number) =>
      cases.app.send(by, routes.giveOpinion, {
        params: { id: one.id },
        body: { version, opinionId, answer: 'agrees', text: '无异议' },
      });
    expect((await give(cases.stranger, asked.version)).problem).toBe('access/forbidden');
    const given = await give(adviser, asked.version);
    expect(given.body).toMatchObject({ state: 'accepted', version: asked.version + 1 });
    expect((await give(adviser, given.body.version)).problem).toBe('cases/opinion-closed');
    expect((await look(one.id)).opinions[0]).toMatchObject({ answer: 'agrees', text: '无异议' });
  });

  test('is withdrawn when confirmed, or goes on where it stood though a procedure ran', async () => {
    const one = await open();
    const stopped = await stop(one);
    const ask = ({ id, version }: Seen) =>
      cases.act(cases.clerk, routes.askWithdrawal, id, { version, reason: '不再开店' });
    const asked = await ask(stopped.body);
    const on = await cases.act(cases.first, routes.continueHandling, one.id, {
      version: asked.version,
      reason: '改变主意',
    });
    expect(on.state).toBe('special');
    const again = await ask(on);
    const confirmed = await cases.act(cases.first, routes.confirmWithdrawal, one.id, {
      version: again.version,
    });
    expect(confirmed).toMatchObject({ state: 'withdrawn', due: null });
    expect((await look(one.id)).outcome).toBe('5');
  });

  test('ends without ground only when there is none: nothing is overdue yet', async () => {
    const { id, version } = await open();
    const answer = await cases.app.send(cases.first, routes.terminateCase, {
      params: { id },
      body: { version, reason: '未补交', ground: 'supplement-overdue' },
    });
    expect(answer.problem).toBe('cases/no-ground');
  });

  test('acts on many cases at once, each with its own answer', async () => {
    const [one, other] = [await open(), await open()];
    const act = { name: 'examine' as const, input: { passes: true, opinion: '同意' } };
    const { body } = await cases.app.send(cases.first, routes.actOnMany, {
      body: {
        cases: [
          { id: one.id, version: 2 },
          { id: other.id, version: 9 },
        ],
        act,
      },
    });
    expect(body.items).toMatchObject([
      { id: one.id, done: true, result: { state: 'reviewing' } },
      { id: other.id, done: false, problem: { code: 'request/stale-version' } },
    ]);
  });

  test('shows what may be done now, and what still stands in the way', async () => {
    const one = await open();
    const { body } = await cases.app.send(cases.approver, routes.getCase, {
      params: { id: one.id },
    });
    const mayApprove = body.mayDo.find(({ act }) => act === 'approve');
    expect(mayApprove?.blocked?.code).toBe('cases/not-examined');
    expect(body.mayDo.map(({ act }) => act)).not.toContain('extend');
    const { rows } = await cases.app.database.pool.query(
      `SELECT 1 FROM kernel.audit_entry WHERE subject_id = $1 AND act = 'cases.view'`,
      [one.id],
    );
    expect(rows).toHaveLength(1);
  });

  test('decides again from the beginning after a denial was set aside', async () => {
    const one = await open();
    const denied = await cases.act(cases.approver, routes.denyCase, one.id, {
      version: one.version,
      reason: '不符合条件',
      remedy: REMEDY,
    });
    cases.setTime('2026-04-20T09:00');
    const again = await cases.act(cases.head, routes.decideAgain, one.id, {
      version: denied.version,
      reason: '行政复议决定撤销',
    });
    expect(again).toMatchObject({ state: 'reviewing', light: 'green' });
    expect((await look(one.id)).decision).toBeNull();
  });
});
