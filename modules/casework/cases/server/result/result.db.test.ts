import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';

import type { Actor } from '#kernel/access/contract-actor.ts';
import { staffWith } from '#test/support/actors.ts';

import { permissions, routes } from '../../contract.ts';
import { ALL_PAPERS, type Cases, REMEDY, startCases } from '../fixture.ts';
import { addLicenceKind, KIND } from '../licence.fixture.ts';
import { anItem, aPaper } from '../test-matter.ts';

describe('what comes of a decision', () => {
  let cases: Cases;
  let matterId: string;
  let partyId: string;
  beforeAll(async () => {
    cases = await startCases();
    partyId = await cases.party();
    const result = await addLicenceKind(cases.app);
    matterId = await cases.matter({ result });
  });
  beforeEach(() => cases.setTime('2026-03-02T09:00'));
  afterAll(() => cases.app.close());

  const approved = (matter = matterId) => cases.approved(matter, partyId);

  async function issued() {
    const { id, version } = await approved();
    const body = { version, content: { premises: '清风茶馆' } };
    return cases.act(cases.first, routes.issueResult, id, body);
  }

  const look = async (id: string) =>
    (await cases.app.send(cases.first, routes.getCase, { params: { id } })).body;

  const deliver = (by: Actor, { id, version }: { id: string; version: number }, more: object) =>
    cases.app.send(by, routes.deliverResult, {
      params: { id },
      body: { version, recipient: '张小明', way: 'window', ...more },
    });

  test('is a licence of the kind that the matter names, and neither without the other', async () => {
    const { id, version } = await approved();
    const empty = await cases.app.send(cases.first, routes.issueResult, {
      params: { id },
      body: { version, content: {} },
    });
    expect(empty.problem).toBe('licences/content-wrong');
    expect(await look(id)).toMatchObject({ state: 'approved', version, licenceId: null });
    const ready = await cases.act(cases.first, routes.issueResult, id, {
      version,
      content: { premises: '清风茶馆' },
    });
    expect(ready.state).toBe('ready');
    const { licenceId } = await look(id);
    const { rows } = await cases.app.database.pool.query(
      `SELECT number, state, case_id, valid_from, valid_until FROM licences.licence WHERE licence_id = $1`,
      [licenceId],
    );
    expect(rows).toEqual([
      {
        number: expect.stringMatching(/^沪松卫公证字〔2026〕第\d{6}号$/u) as string,
        state: 'valid',
        case_id: id,
        valid_from: '2026-03-02',
        valid_until: '2030-03-01',
      },
    ]);
  });

  test('stands for a paper of the next case, until it is revoked by the head', async () => {
    const one = await issued();
    const licence = aPaper('licence', { licenceKind: KIND.code, isMain: true });
    const next = await cases.matter({ papers: [licence, ...anItem('').papers.slice(1)] });
    const papers = [
      { key: 'licence', state: 'accepted' as const, source: 'licence' as const },
      ...ALL_PAPERS.slice(1),
    ];
    const used = await cases.receive(next, partyId, { papers });
    expect(used.problem).toBeUndefined();
    const paper = (await look(used.body.id)).papers.find(({ key }) => key === 'licence');
    expect(paper).toMatchObject({ state: 'accepted', source: 'licence', trust: 'A' });
    expect(paper?.licenceId).toEqual(expect.any(String));
    const other = await cases.receive(next, await cases.party(), { papers });
    expect(other.problem).toBe('cases/paper-not-reusable');

    const revoke = (by: Actor) =>
      cases.app.send(by, routes.revokeCase, {
        params: { id: one.id },
        body: {
          version: one.version,
          reason: '以欺骗手段取得',
          remedy: REMEDY,
          ground: 'fraud',
        },
      });
    expect((await revoke(cases.approver)).problem).toBe('access/forbidden');
    expect((await revoke(cases.head)).body.state).toBe('revoked');
    const { rows } = await cases.app.database.pool.query(
      'SELECT state FROM licences.licence WHERE case_id = $1',
      [one.id],
    );
    expect(rows).toEqual([{ state: 'revoked' }]);
  });

  test('is handed over only with proof: a signature, or the courier’s own record', async () => {
    const one = await issued();
    expect((await deliver(cases.clerk, one, {})).problem).toBe('cases/delivery-not-proved');
    const sent = await cases.act(cases.clerk, routes.dispatchResult, one.id, {
      version: one.version,
      trackingNo: 'EA123456785CN',
    });
    expect(sent.state).toBe('delivering');
    const early = await deliver(cases.clerk, sent, { way: 'courier', trackingState: 1 });
    expect(early.problem).toBe('cases/delivery-not-proved');
    const signed = await deliver(cases.clerk, sent, { way: 'courier', trackingState: 3 });
    expect(signed.body).toMatchObject({ state: 'delivered', due: null });
    expect((await look(one.id)).delivery).toMatchObject({
      way: 'courier',
      trackingNo: 'EA123456785CN',
      recipient: '张小明',
    });
  });

  test('is taken by the applicant from their own page, and by nobody else', async () => {
    const { id, version } = await issued();
    const take = (by: Actor) =>
      cases.app.send(by, routes.collectOwn, { params: { id }, body: { version } });
    const stranger = cases.citizen(await cases.party());
    expect((await take(stranger)).problem).toBe('request/not-found');
    expect((await take(cases.citizen(partyId))).body.state).toBe('delivered');
    const full = await look(id);
    expect(full.delivery).toMatchObject({ way: 'electronic', signatureFileId: null });
    const { body } = await cases.app.send(cases.first, routes.listDocuments, { params: { id } });
    expect(body.items.map(({ kind }) => kind)).toContain('delivery-record');
  });

  test('goes by no courier where the guide offers the window alone', async () => {
    const result = { ...anItem('').result, delivery: ['window' as const] };
    const { id, version } = await approved(await cases.matter({ result }));
    const ready = await cases.act(cases.first, routes.issueResult, id, { version });
    const sent = await cases.app.send(cases.clerk, routes.dispatchResult, {
      params: { id },
      body: { version: ready.version, trackingNo: 'EA123456785CN' },
    });
    expect(sent.problem).toBe('cases/delivery-not-offered');
  });

  test('cannot be revoked when it was a denial', async () => {
    const one = await cases.accepted(matterId, partyId);
    const denied = await cases.act(cases.approver, routes.denyCase, one.id, {
      version: one.version,
      reason: '不符合条件',
      remedy: REMEDY,
    });
    const signatureFileId = await cases.upload(cases.clerk, 'cases.signature');
    const { body: served } = await deliver(cases.clerk, denied, { signatureFileId });
    // Nobody wrote where: it was at the site of the window.
    expect((await look(one.id)).delivery?.place).toMatch(/\S/u);
    const revoked = await cases.app.send(cases.head, routes.revokeCase, {
      params: { id: one.id },
      body: { version: served.version, reason: '违法取得', remedy: REMEDY, ground: 'fraud' },
    });
    expect(revoked.problem).toBe('cases/not-granted');
  });

  test('is not set aside nor inspected where there is nothing of the kind', async () => {
    const { id, version } = await approved();
    const inspected = await cases.app.send(cases.first, routes.inspectPromise, {
      params: { id },
      body: { version, result: 'kept', opinion: '与承诺一致' },
    });
    expect(inspected.problem).toBe('cases/not-on-promise');
    const { body } = await cases.receive(matterId, partyId);
    const refused = await cases.act(cases.first, routes.refuseCase, body.id, {
      version: body.version,
      reason: '不属于本机关职权范围',
      authority: '市卫生健康委员会',
    });
    const archived = await cases.act(cases.first, routes.archiveCase, body.id, {
      version: refused.version,
    });
    const again = await cases.app.send(cases.head, routes.decideAgain, {
      params: { id: body.id },
      body: { version: archived.version, reason: '重新审查' },
    });
    expect(again.problem).toBe('cases/not-decided');
  });

  test('has papers whose codes nobody can guess', async () => {
    const { id } = await issued();
    const { body } = await cases.app.send(cases.first, routes.listDocuments, { params: { id } });
    expect(body.items.length).toBeGreaterThan(0);
    const answer = await cases.app.send(undefined, routes.verifyDocument, {
      params: { code: 'AAAAAAAAAAAAAAAA' },
    });
    expect(answer.problem).toBe('cases/document-unknown');
  });

  test('is passed on to a higher authority only with its name, and ends here', async () => {
    const { id, version } = await cases.accepted(matterId, partyId);
    const send = (authority: string) =>
      cases.app.send(cases.approver, routes.transferCase, {
        params: { id },
        body: { version, reason: '属于上级权限', authority },
      });
    expect([400, 422]).toContain((await send('')).status);
    expect((await send('市卫生健康委员会')).body.state).toBe('transferred');
    expect(await look(id)).toMatchObject({ outcome: '4', due: null });
  });

  test('comes out as a sheet without names, for who may export it', async () => {
    const { caseNo } = await approved();
    const query = { list: 'all' as const };
    const refused = await cases.app.send(cases.clerk, routes.exportCases, { query });
    expect(refused.problem).toBe('access/forbidden');
    const manager = staffWith([permissions.export.name]);
    const { text, status } = await cases.app.send(manager, routes.exportCases, { query });
    expect(status).toBe(200);
    expect(text.split('\r\n').find((line) => line.includes(caseNo))).toContain('准予');
    expect(text).not.toContain('张小明');
    const other = staffWith([permissions.export.name], { level: 'department', id: matterId });
    const empty = await cases.app.send(other, routes.exportCases, { query });
    expect(empty.text).not.toContain(caseNo);
  });
});
