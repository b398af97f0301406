import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';

import { newId } from '#kernel/ids/id.ts';
import { nobodyInParticular } from '#test/support/actors.ts';

import { type ActResult, routes } from '../../contract.ts';
import { ALL_PAPERS, type Cases, startCases } from '../fixture.ts';
import { anItem } from '../test-matter.ts';

describe('what comes in', () => {
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

  const receive = async (more = {}) => (await cases.receive(matterId, partyId, more)).body;
  const accept = ({ id, version }: ActResult, more = {}) =>
    cases.app.send(cases.first, routes.acceptCase, { params: { id }, body: { version, ...more } });
  const tell = ({ id, version }: Pick<ActResult, 'id' | 'version'>, item: object = {}) =>
    cases.app.send(cases.first, routes.tellCorrection, {
      params: { id },
      body: {
        version,
        items: [{ paperKey: 'report', defect: '未盖章', howToFix: '补盖公章', ...item }],
      },
    });
  const resubmit = ({ id, version }: Pick<ActResult, 'id' | 'version'>, papers = ALL_PAPERS) =>
    cases.app.send(cases.clerk, routes.resubmitAtWindow, {
      params: { id },
      body: { version, papers },
    });

  test('is refused from a clerk of another window, and a stranger accepts nothing', async () => {
    const body = { matterId, itemKey: 'new', partyId, windowId: newId() };
    const elsewhere = await cases.app.send(cases.clerk, routes.receiveAtWindow, { body });
    expect(elsewhere.problem).toBe('access/forbidden');
    const { id, version } = await receive();
    const params = { id };
    const byStranger = await cases.app.send(cases.stranger, routes.acceptCase, {
      params,
      body: { version },
    });
    expect(byStranger.problem).toBe('access/forbidden');
    const look = await cases.app.send(cases.stranger, routes.getCase, { params });
    expect(look.problem).toBe('access/forbidden');
    const nobody = await cases.app.send(nobodyInParticular(), routes.listCases);
    expect(nobody.problem).toBe('access/forbidden');
  });

  test('is the same case when it is sent twice with one key', async () => {
    const key = newId();
    const body = {
      matterId,
      itemKey: 'new',
      partyId,
      windowId: cases.windowId,
      papers: ALL_PAPERS,
    };
    const first = await cases.app.send(cases.clerk, routes.receiveAtWindow, { body, key });
    const second = await cases.app.send(cases.clerk, routes.receiveAtWindow, { body, key });
    expect(second.body).toEqual(first.body);
  });

  test('cannot be accepted while the form or a required paper lacks, and leaves no gap in the numbers', async () => {
    const before = await receive();
    const lacking = await cases.receive(matterId, partyId, {
      papers: ALL_PAPERS.slice(1),
      accept: { mode: 'complete', promised: false },
    });
    expect(lacking.problem).toBe('cases/papers-missing');
    expect(lacking.document['keys']).toEqual(['application']);
    const empty = await cases.receive(matterId, partyId, {
      form: {},
      accept: { mode: 'complete', promised: false },
    });
    expect(empty.problem).toBe('cases/form-incomplete');
    const after = await receive();
    expect(Number(after.caseNo.slice(-4))).toBe(Number(before.caseNo.slice(-4)) + 1);
  });

  test('is refused for a matter or an applicant that is not on record, and from whom nobody sent', async () => {
    const ask = async (...[matter, party, more]: Parameters<typeof cases.receive>) =>
      (await cases.receive(matter, party, more)).problem;
    expect(await ask(newId(), partyId)).toBe('cases/matter-unknown');
    expect(await ask(matterId, partyId, { itemKey: 'none' })).toBe('cases/matter-unknown');
    expect(await ask(matterId, newId())).toBe('cases/party-unknown');
    const agentId = await cases.party('王无权');
    expect(await ask(matterId, partyId, { agentId })).toBe('cases/not-represented');
  });

  test('is not accepted while a question is open on which the papers depend', async () => {
    const isNew = { question: 'place', chosen: 'new' };
    const asking = await cases.matter({
      questions: [
        {
          key: 'place',
          text: { zh: '场所是否新建？', en: 'Is the place new?' },
          kind: 'single',
          options: [
            { key: 'new', text: { zh: '新建', en: 'New' } },
            { key: 'old', text: { zh: '原有', en: 'As it was' } },
          ],
        },
      ],
      papers: anItem('').papers.map((paper) =>
        paper.key === 'plan' ? { ...paper, includeIf: isNew } : paper,
      ),
    });
    const whole = { mode: 'complete' as const, promised: false };
    const open = await cases.receive(asking, partyId, { accept: whole });
    expect(open.problem).toBe('cases/questions-unanswered');
    expect(open.document['questions']).toEqual(['place']);
    const answered = await cases.receive(asking, partyId, {
      accept: whole,
      answers: { place: ['old'] },
    });
    expect(answered.body.state).toBe('accepted');
  });

  test('is refused with a paper that nobody asked for, or one that cannot be used again', async () => {
    const odd = await cases.receive(matterId, partyId, {
      papers: [{ key: 'nothing', originals: 1 }] as never,
    });
    expect(odd.problem).toBe('cases/paper-unknown');
    const reused = await cases.receive(matterId, partyId, {
      papers: [{ key: 'report', source: 'earlier-case', fromCaseId: newId() }] as never,
    });
    expect(reused.problem).toBe('cases/paper-not-reusable');
  });

  test('is told once what is to be corrected; later only what the corrected set brought about', async () => {
    const one = await receive();
    const told = await tell(one);
    expect(told.body).toMatchObject({ state: 'correcting', light: 'grey' });
    cases.setTime('2026-03-05T09:00');
    const corrected = await resubmit(told.body, [{ ...ALL_PAPERS[3], originals: 2 }] as never);
    expect(corrected.body).toMatchObject({ state: 'corrected', due: { dueOn: '2026-03-12' } });
    const again = await tell(corrected.body, { defect: '面积不符' });
    expect(again.problem).toBe('cases/defect-known-before');
    const elsewhere = await tell(corrected.body, { consequenceOf: 'identity' });
    expect(elsewhere.problem).toBe('cases/defect-known-before');
    const follows = await tell(corrected.body, { consequenceOf: 'report' });
    expect(follows.body.state).toBe('correcting');
  });

  test('is to be corrected by a day that lies ahead', async () => {
    const { id, version } = await receive();
    const send = (dueOn: string) =>
      cases.app.send(cases.first, routes.tellCorrection, {
        params: { id },
        body: { version, dueOn, items: [{ defect: '未盖章', howToFix: '补盖公章' }] },
      });
    expect((await send('2026-03-02')).problem).toBe('cases/correction-due-invalid');
    expect((await send('2026-03-03')).body.state).toBe('correcting');
  });

  test('counts as accepted on the day when all corrections were in', async () => {
    const told = await tell(await receive());
    cases.setTime('2026-03-05T09:00');
    const corrected = await resubmit(told.body);
    cases.setTime('2026-03-09T09:00');
    const accepted = await accept(corrected.body);
    const { body } = await cases.app.send(cases.first, routes.getCase, {
      params: { id: accepted.body.id },
    });
    expect(body.acceptedOn).toBe('2026-03-05');
  });

  test('can be told at 23:59 of the fifth day, and not on the sixth', async () => {
    const [one, other] = [await receive(), await receive()];
    cases.setTime('2026-03-09T23:59');
    expect((await tell(one)).body.state).toBe('correcting');
    cases.setTime('2026-03-10T00:00');
    expect((await tell(other)).problem).toBe('cases/notice-too-late');
  });

  test('is not accepted without naming who decides instead, nor without a reason', async () => {
    const { id, version } = await receive();
    const send = (body: object) =>
      cases.app.send(cases.first, routes.refuseCase, {
        params: { id },
        body: { version, reason: '不属于本机关职权范围', ...body },
      });
    expect((await send({})).problem).toBe('cases/authority-missing');
    expect((await send({ authority: '市卫生健康委员会' })).body.state).toBe('refused');
  });

  test('with papers to follow needs a promise, a secondary paper and time before the promised day', async () => {
    const lacking = [
      ...ALL_PAPERS.filter(({ key }) => key !== 'layout'),
      { key: 'layout', state: 'deferred' as const, originals: 0 },
    ];
    const one = await receive({ papers: lacking });
    expect((await accept(one)).problem).toBe('cases/papers-missing');
    const tolerant = { mode: 'tolerant' as const };
    expect((await accept(one, tolerant)).problem).toBe('cases/tolerance-not-promised');
    const promised = { ...tolerant, promised: true };
    // Promised for 2026-03-18: two working days before it is 2026-03-16; the matter allows eight working days.
    const late = await accept(one, { ...promised, supplementDueOn: '2026-03-17' });
    expect(late.problem).toBe('cases/supplement-too-late');
    expect(late.document['title']).toContain('2026-03-12');
    expect((await accept(one, promised)).body.state).toBe('accepted');
    const main = await receive({
      papers: [{ key: 'application', state: 'deferred' }, ...ALL_PAPERS.slice(1)],
    });
    expect((await accept(main, promised)).problem).toBe('cases/main-paper-missing');
    const fixed = await receive({
      papers: [...ALL_PAPERS.slice(0, 3), { key: 'report', state: 'deferred' }],
    });
    expect((await accept(fixed, promised)).problem).toBe('cases/not-deferrable');
    const strict = await cases.matter({ tolerance: { allowed: false, supplementDays: 1 } });
    const { body } = await cases.receive(strict, partyId, { papers: lacking });
    expect((await accept(body, promised)).problem).toBe('cases/tolerance-not-allowed');
  });

  test('is decided on a promise only where the law and the guide allow it', async () => {
    const promise = { mode: 'promise' as const, promised: true };
    const excluded = await cases.matter(
      { commitment: { allowed: false, inspectWithinDays: 60 } },
      { promiseExcluded: 'public-safety' },
    );
    const { body } = await cases.receive(excluded, partyId);
    const refused = await accept(body, promise);
    expect(refused.problem).toBe('cases/promise-not-allowed');
    expect(refused.document['title']).toContain('公共安全');
    const one = await receive();
    expect((await accept(one, { mode: 'promise' })).problem).toBe('cases/promise-not-signed');
    const accepted = await accept(one, promise);
    const approved = await cases.act(cases.approver, routes.approveCase, one.id, {
      version: accepted.body.version,
    });
    expect(approved.state).toBe('approved');
  });

  test('is shown where two clerks act at once who was first', async () => {
    const one = await receive();
    const [left, right] = await Promise.all([accept(one), tell(one)]);
    const problems = [left.problem, right.problem];
    expect(problems.filter((problem) => problem === undefined)).toHaveLength(1);
    const refused = left.problem === undefined ? right : left;
    expect(refused.problem).toBe('request/stale-version');
    expect(refused.document['title']).toContain('审查甲');
  });

  test('collected for another place begins its days when the owner receives it', async () => {
    const collected = await receive({ proxy: { placeName: '叶榭镇代收窗口' } });
    expect(collected).toMatchObject({ state: 'submitted', noticeDueOn: null, receivedAt: null });
    const { id } = collected;
    const early = await accept(collected);
    expect(early.problem).toBe('cases/collected-elsewhere');
    const send = (route: typeof routes.checkForm, version: number) =>
      cases.app.send(cases.clerk, route, { params: { id }, body: { version } });
    expect((await send(routes.sendToOwner, 1)).problem).toBe('cases/proxy-stage-wrong');
    await send(routes.checkForm, 1);
    await send(routes.sendToOwner, 2);
    cases.setTime('2026-03-06T09:00');
    const received = await send(routes.receiveCase, 3);
    expect(received.body).toMatchObject({ state: 'received', due: { dueOn: '2026-03-13' } });
  });
});
