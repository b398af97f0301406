import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';

import type { Actor } from '#kernel/access/contract-actor.ts';
import { newId } from '#kernel/ids/id.ts';

import { routes } from '../../contract.ts';
import { type Cases, startCases } from '../fixture.ts';
import { forgetDraftFiles } from './drafts.ts';

const PAPERS = ['application', 'identity', 'layout', 'report'].map((key) => ({ key }));

describe('an application online', () => {
  let cases: Cases;
  let matterId: string;
  let citizen: Actor;
  let stranger: Actor;
  beforeAll(async () => {
    cases = await startCases();
    matterId = await cases.matter();
    citizen = cases.citizen(await cases.party());
    stranger = cases.citizen(await cases.party());
  });
  beforeEach(() => cases.setTime('2026-03-02T20:00'));
  afterAll(() => cases.app.close());

  const save = (by: Actor, more = {}) =>
    cases.app.send(by, routes.saveDraft, {
      body: { matterId, itemKey: 'new', form: { 'place-name': '清风茶馆' }, ...more },
    });
  const submit = (by: Actor, { id, version }: { id: string; version: number }, key = newId()) =>
    cases.app.send(by, routes.submitDraft, { params: { id }, body: { version }, key });
  const apply = async () =>
    (await submit(citizen, (await save(citizen, { papers: PAPERS })).body)).body;

  test('is one draft for each matter, resumed where it was left, and nobody else’s', async () => {
    const first = await save(citizen, { step: 'form' });
    const second = await save(citizen, { step: 'papers' });
    expect(second.body).toMatchObject({ id: first.body.id, version: 2, step: 'papers' });
    const { body } = await cases.app.send(citizen, routes.listDrafts);
    expect(body.items).toHaveLength(1);
    const params = { id: first.body.id };
    const byStranger = await cases.app.send(stranger, routes.getDraft, { params });
    expect(byStranger.problem).toBe('cases/draft-gone');
    const resumed = await cases.app.send(citizen, routes.getDraft, { params });
    expect(resumed.body.form).toEqual({ 'place-name': '清风茶馆' });
    const { rows } = await cases.app.database.pool.query('SELECT sealed FROM cases.draft');
    expect(JSON.stringify(rows)).not.toContain('清风茶馆');
  });

  test('loses files that were destroyed before they were handed in, and keeps what was typed', async () => {
    const [gone, kept] = [newId(), newId()];
    const papers = [
      { key: 'identity', fileIds: [gone] },
      { key: 'layout', fileIds: [gone, kept] },
    ];
    const draft = await save(citizen, { papers });
    const [partyId = '', personId = partyId] =
      (citizen.subject ?? '').match(/[0-9a-f-]{36}/gu) ?? [];
    await cases.app.database.transaction((tx) =>
      forgetDraftFiles(
        cases.app.foundation,
        tx,
        { centreId: citizen.centreId, partyId, personId },
        [gone],
      ),
    );
    const { body } = await cases.app.send(citizen, routes.getDraft, {
      params: { id: draft.body.id },
    });
    expect(body.form).toEqual({ 'place-name': '清风茶馆' });
    expect(body.papers).toMatchObject([
      { key: 'identity', fileIds: [], state: 'missing' },
      { key: 'layout', fileIds: [kept], state: 'pending' },
    ]);
  });

  test('is submitted once, complete, and answers with number, code and the day of the answer', async () => {
    const lacking = await save(citizen, { papers: PAPERS.slice(1) });
    expect((await submit(citizen, lacking.body)).problem).toBe('cases/papers-missing');
    const empty = await save(citizen, { papers: PAPERS, form: {} });
    expect((await submit(citizen, empty.body)).problem).toBe('cases/form-incomplete');
    const draft = await save(citizen, { papers: PAPERS });
    const key = newId();
    const first = await submit(citizen, draft.body, key);
    const second = await submit(citizen, draft.body, key);
    expect(first.body).toMatchObject({ state: 'submitted', noticeDueOn: '2026-03-09' });
    expect(second.body).toEqual(first.body);
    expect((await submit(citizen, draft.body)).problem).toBe('cases/draft-gone');
    const query = await cases.app.send(undefined, routes.queryPublicly, {
      body: { caseNo: first.body.caseNo, queryCode: first.body.queryCode.toLowerCase() },
    });
    expect(query.body).toMatchObject({ state: 'submitted', applicant: '张**' });
    const wrong = await cases.app.send(undefined, routes.queryPublicly, {
      body: { caseNo: first.body.caseNo, queryCode: 'XXXXXXXX' },
    });
    expect(wrong.problem).toBe('request/not-found');
  });

  test('is for whoever is identified, and for a matter that is offered', async () => {
    const unknown = cases.citizen(await cases.unknownParty());
    const draft = await save(unknown, { papers: PAPERS });
    expect((await submit(unknown, draft.body)).problem).toBe('cases/not-identified');
    expect((await save(citizen, { matterId: newId() })).problem).toBe('cases/matter-unknown');
  });

  test('may put off a minor paper, which stays put off, and no main one', async () => {
    const put = (key: string) =>
      PAPERS.map((paper) => (paper.key === key ? { key, state: 'deferred' as const } : paper));
    const main = await save(citizen, { papers: put('application') });
    expect((await submit(citizen, main.body)).problem).toBe('cases/papers-missing');
    const minor = await save(citizen, { papers: put('layout') });
    const { id, version } = (await submit(citizen, minor.body)).body;
    const own = await cases.app.send(citizen, routes.getOwn, { params: { id } });
    expect(own.body.papers.find(({ key }) => key === 'layout')?.state).toBe('deferred');
    const whole = await cases.app.send(cases.first, routes.acceptCase, {
      params: { id },
      body: { version, mode: 'complete', promised: false },
    });
    expect(whole.problem).toBe('cases/papers-missing');
  });

  test('puts nothing off where the matter knows no 容缺, and is not told that it could', async () => {
    const strict = await cases.matter({ tolerance: { allowed: false, supplementDays: 1 } });
    const asked = { matterId: strict, itemKey: 'new' };
    const { body } = await cases.app.send(citizen, routes.previewOwn, {
      body: { ...asked, answers: {}, form: {} },
    });
    expect(body.toleranceAllowed).toBe(false);
    const papers = PAPERS.map((paper) =>
      paper.key === 'layout' ? { ...paper, state: 'deferred' as const } : paper,
    );
    const refused = await submit(citizen, (await save(citizen, { ...asked, papers })).body);
    expect(refused.problem).toBe('cases/papers-missing');
    expect(refused.document['keys']).toEqual(['layout']);
    const whole = await save(citizen, { ...asked, papers: PAPERS });
    expect((await submit(citizen, whole.body)).body.state).toBe('submitted');
  });

  test('goes to a comprehensive window only where the matter entrusts it with accepting', async () => {
    const { clerk, stranger: other, first } = cases;
    const plain = await apply();
    const see = (by: Actor, id: string) =>
      cases.app.send(by, routes.getCase, { params: { id } }).then(({ status }) => status);
    expect([await see(clerk, plain.id), await see(first, plain.id)]).toEqual([403, 200]);

    const entrusted = await cases.matter({}, { acceptedAtWindows: true, places: [] });
    const draft = await save(citizen, { matterId: entrusted, papers: PAPERS });
    const { id, version } = (await submit(citizen, draft.body)).body;
    const list = await cases.app.send(clerk, routes.listCases, { query: { list: 'group' } });
    expect(list.body.items.map((one) => one.id)).toContain(id);
    expect(await see(other, id)).toBe(403);
    const received = await cases.act(clerk, routes.receiveCase, id, { version });
    const accepted = await cases.act(clerk, routes.acceptCase, id, { version: received.version });
    expect(accepted.state).toBe('accepted');

    // Nobody is entrusted at the other site: it stays with the department.
    const there = [{ siteCode: 'there' }];
    const away = await cases.matter({}, { acceptedAtWindows: true, places: there });
    const far = await save(citizen, { matterId: away, papers: PAPERS });
    const { body } = await submit(citizen, far.body);
    expect([await see(clerk, body.id), await see(first, body.id)]).toEqual([403, 200]);
  });

  test('is not complete with an upload that has no file', async () => {
    const papers = PAPERS.map((paper) => ({ ...paper, source: 'upload' }));
    const draft = await save(citizen, { papers });
    expect((await submit(citizen, draft.body)).problem).toBe('cases/papers-missing');
  });

  test('is corrected by its applicant in place, whose papers wait to be looked at', async () => {
    const { id, version } = await apply();
    const told = await cases.app.send(cases.first, routes.tellCorrection, {
      params: { id },
      body: {
        version,
        items: [{ paperKey: 'report', defect: '已过期', howToFix: '提交有效报告' }],
      },
    });
    const body = {
      version: told.body.version,
      papers: [{ key: 'report', state: 'accepted' as const }],
    };
    const byStranger = await cases.app.send(stranger, routes.resubmitOwn, { params: { id }, body });
    expect(byStranger.problem).toBe('request/not-found');
    const again = await cases.app.send(citizen, routes.resubmitOwn, { params: { id }, body });
    expect(again.body.state).toBe('corrected');
    const own = await cases.app.send(citizen, routes.getOwn, { params: { id } });
    expect(own.body.papers.find(({ key }) => key === 'report')).toMatchObject({
      state: 'pending',
      trust: 'C',
    });
    expect(own.body.mayDo.map(({ act }) => act)).toContain('ask-withdrawal');
    const history = await cases.app.send(citizen, routes.listOwnHistory, { params: { id } });
    expect(history.body.items.map(({ act }) => act)).toEqual([
      'submit',
      'tell-correction',
      'resubmit',
    ]);
    expect(history.body.items[1]).toMatchObject({ byName: '', note: '已过期；提交有效报告' });
  });

  test('is seen by its applicant only, messages and all', async () => {
    const { id } = await apply();
    const params = { id };
    for (const route of [routes.getOwn, routes.listOwnHistory, routes.getOwnDeadlines])
      expect((await cases.app.send(stranger, route, { params })).problem).toBe('request/not-found');
    const text = '请问何时可以办好？';
    await cases.app.send(citizen, routes.writeOwnMessage, { params, body: { text } });
    await cases.app.send(cases.first, routes.writeMessage, { params, body: { text: '三日内' } });
    const { body } = await cases.app.send(citizen, routes.listOwnHistory, { params });
    expect(body.items.map(({ note }) => note)).toEqual(['', text, '三日内']);
    const list = await cases.app.send(stranger, routes.listOwn);
    expect(list.body.items).toEqual([]);
    expect((await cases.app.send(citizen, routes.getCase, { params })).problem).toBe(
      'access/forbidden',
    );
  });

  test('is withdrawn by its applicant and confirmed by the department', async () => {
    const { id, version } = await apply();
    const asked = await cases.app.send(citizen, routes.withdrawOwn, {
      params: { id },
      body: { version, reason: '不再需要' },
    });
    expect(asked.body.state).toBe('withdraw-pending');
    const done = await cases.act(cases.first, routes.confirmWithdrawal, id, {
      version: asked.body.version,
    });
    expect(done.state).toBe('withdrawn');
  });
});
