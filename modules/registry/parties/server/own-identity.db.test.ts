import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import type { Actor } from '#kernel/access/contract-actor.ts';
import type { CitizenClaims } from '#kernel/access/identity/ports.ts';
import { newId } from '#kernel/ids/id.ts';
import { staffWith } from '#test/support/actors.ts';
import { openTestDatabase, TEST_CENTRE, type TestDatabase } from '#test/support/database.ts';

import { permissions, routes } from '../contract.ts';
import { createPartiesApi, type PartiesApi } from './api.ts';
import {
  aPerson,
  citizenNumber,
  creditCode,
  type PartiesServer,
  startPartiesServer,
} from './fixture.ts';

const desk = staffWith(
  [
    permissions.view,
    permissions.register,
    permissions.verify,
    permissions.merge,
    permissions.erase,
  ].map(({ name }) => name),
);

const claims = (serial: number, more: Partial<CitizenClaims> = {}): CitizenClaims => ({
  issuer: 'https://id.example.com',
  externalSubject: `subject-${serial}`,
  kind: 'person',
  name: '欧阳明慧',
  idNumber: citizenNumber(serial),
  phone: `15400${300_000 + serial}`,
  level: 2,
  firm: undefined,
  ...more,
});

describe('somebody who signed in by the city’s identity service', () => {
  let database: TestDatabase;
  let server: PartiesServer;
  let api: PartiesApi;
  beforeAll(async () => {
    database = await openTestDatabase();
    server = await startPartiesServer(database);
    api = createPartiesApi(server.deps);
  });
  afterAll(async () => {
    await server.close();
    await database.drop();
  });

  const link = (given: CitizenClaims) =>
    database.transaction((tx) => api.linkIdentity(tx, TEST_CENTRE, given));
  const signIn = async (given: CitizenClaims): Promise<Actor> => {
    const { accountSubject, displayName } = await link(given);
    return {
      kind: 'citizen',
      id: newId(),
      centreId: TEST_CENTRE,
      name: displayName,
      subject: accountSubject,
      grants: [permissions.viewOwn, permissions.changeOwn].map(({ name }) => ({
        permission: name,
        scope: { level: 'own' },
      })),
    };
  };

  test('is the record with the same number, masked by name, and verified by it', async () => {
    const made = await server.send(desk, routes.registerPerson, { body: aPerson(1) });
    const citizen = await signIn(claims(1));
    expect(citizen.subject).toBe(made.body.id);
    expect(citizen.name).toBe('欧阳**');
    const own = await server.send(citizen, routes.getOwnIdentity);
    expect(own.body.party).toMatchObject({ id: made.body.id, verification: 'real-name' });
    expect((await link(claims(1))).accountSubject).toBe(made.body.id);
  });

  test('gets a record of their own when there is none, and the same one the next time', async () => {
    const first = await link(claims(2));
    expect((await link(claims(2))).accountSubject).toBe(first.accountSubject);
    const party = await api.findPartyByNumber(database.db, TEST_CENTRE, '111', citizenNumber(2));
    expect(party?.id).toBe(first.accountSubject);
  });

  test('is refused when the number is recorded under another name', async () => {
    await link(claims(3));
    const answer = link(claims(3, { name: '别的人', externalSubject: 'other' }));
    await expect(answer).rejects.toMatchObject({ kind: { code: 'parties/identity-mismatch' } });
  });

  test('is nobody recorded by a telephone alone, and keeps their record once the number is known', async () => {
    await server.send(desk, routes.registerPerson, { body: aPerson(4) });
    const weak = claims(4, { idNumber: undefined, level: 1, externalSubject: 'weak' });
    const first = await link(weak);
    const known = await api.findPartyByNumber(database.db, TEST_CENTRE, '111', citizenNumber(4));
    expect(first.accountSubject).not.toBe(known?.id);
    const alone = claims(5, { idNumber: undefined, level: 1, externalSubject: 'alone' });
    const before = await link(alone);
    const after = await link({ ...alone, idNumber: citizenNumber(5), level: 2 });
    expect(after.accountSubject).toBe(before.accountSubject);
  });

  test('sees and changes nothing but their own record; staff have no own record', async () => {
    const citizen = await signIn(claims(6));
    const other = await signIn(claims(7));
    const mine = await server.send(citizen, routes.getOwnIdentity);
    const contact = mine.body.party.contacts[0]?.id ?? '';
    const ended = await server.send(other, routes.endOwnContact, { params: { id: contact } });
    expect(ended.problem).toBe('request/not-found');
    const looked = await server.send(other, routes.revealOwnField, {
      body: { field: 'contact', rowId: contact },
    });
    expect(looked.problem).toBe('request/not-found');
    const body = { field: 'contact', rowId: contact } as const;
    const own = await server.send(citizen, routes.revealOwnField, { body });
    expect(own.body.value).toBe('15400300006');
    expect((await server.send(citizen, routes.listParties)).problem).toBe('access/forbidden');
    const clerk = staffWith([permissions.viewOwn.name], { level: 'own' });
    expect((await server.send(clerk, routes.getOwnIdentity)).problem).toBe('parties/not-linked');
  });

  test('follows their record into the one that it was merged into', async () => {
    const weak = claims(8, { idNumber: undefined, level: 1, externalSubject: 'merged-8' });
    const citizen = await signIn(weak);
    const made = await server.send(desk, routes.registerPerson, { body: aPerson(8) });
    await server.send(desk, routes.mergeParties, {
      params: { id: made.body.id },
      body: { fromId: citizen.subject ?? '', reason: '同一人' },
    });
    const own = await server.send(citizen, routes.getOwnIdentity);
    expect(own.body.party.id).toBe(made.body.id);
    expect((await link(weak)).accountSubject).toBe(made.body.id);
    const summary = await api.findPartySummary(database.db, TEST_CENTRE, citizen.subject ?? '');
    expect(summary?.id).toBe(made.body.id);
  });

  test('acts for a firm; only its head names agents, by name and number of somebody verified', async () => {
    const uscc = creditCode(9);
    const firm = { name: '上海演示九号有限公司（演示）', uscc };
    const head = await signIn(
      claims(9, { kind: 'firm', firm: { ...firm, role: 'legal-representative' } }),
    );
    const agent = await signIn(claims(10, { kind: 'firm', firm: { ...firm, role: 'agent' } }));
    expect(head.subject).not.toBe(agent.subject);
    expect(head.name).toContain(firm.name);
    const body = {
      representativeName: '欧阳明慧',
      representativeNumber: citizenNumber(10),
      departmentCodes: ['tax'],
      validFrom: '2026-01-20',
      validTo: '2026-01-31',
    };
    expect((await server.send(agent, routes.addOwnMandate, { body })).problem).toBe(
      'parties/head-only',
    );
    const wrong = { ...body, representativeName: '欧阳明惠' };
    expect((await server.send(head, routes.addOwnMandate, { body: wrong })).problem).toBe(
      'parties/representative-unknown',
    );
    const given = await server.send(head, routes.addOwnMandate, { body });
    expect(given.status).toBe(201);
    const acting = await api.findActingParty(database.db, agent);
    const question = {
      principalId: acting?.partyId ?? '',
      representativeId: acting?.personId ?? '',
      departmentCode: 'tax',
    };
    const may = (day: string, more = {}) =>
      api.mayRepresent(database.db, TEST_CENTRE, { ...question, day, ...more });
    expect(await may('2026-01-31')).toBe(true);
    expect(await may('2026-02-01')).toBe(false);
    expect(await may('2026-01-31', { departmentCode: 'market-regulation' })).toBe(false);
    const params = { id: given.body.id };
    const reason = { reason: '更换经办人' };
    const revoked = await server.send(head, routes.revokeOwnMandate, { params, body: reason });
    expect(revoked.body.state).toBe('revoked');
    expect(await may('2026-01-31')).toBe(false);
  });

  test('gets a copy of everything, and is refused erasure while a rule requires keeping', async () => {
    const citizen = await signIn(claims(11));
    const copy = await server.send(citizen, routes.exportOwnData);
    expect(copy.body).toMatchObject({
      name: '欧阳明慧',
      identifiers: [{ kind: '111', number: citizenNumber(11) }],
    });
    const refused = await server.send(citizen, routes.eraseOwnData);
    expect(refused.problem).toBe('parties/must-keep');
    expect(refused.document['title']).toContain('2036-01-20');
    const { rows } = await database.pool.query(
      `SELECT 1 FROM kernel.audit_entry WHERE act = 'parties.erasure-refused' AND subject_id = $1`,
      [citizen.subject],
    );
    expect(rows).toHaveLength(1);
  });

  test('is forgotten where no rule stands against it: nothing personal is left', async () => {
    const weak = claims(12, { idNumber: undefined, level: 1, externalSubject: 'forget-12' });
    const citizen = await signIn(weak);
    expect((await server.send(citizen, routes.eraseOwnData)).body).toEqual({ done: true });
    expect((await server.send(citizen, routes.getOwnIdentity)).problem).toBe('parties/not-linked');
    for (const table of ['identifier', 'contact', 'name_token', 'sign_in']) {
      const { rows } = await database.pool.query(
        `SELECT 1 FROM parties.${table} WHERE party_id = $1`,
        [citizen.subject],
      );
      expect(rows).toEqual([]);
    }
    const shown = await server.send(desk, routes.getParty, {
      params: { id: citizen.subject ?? '' },
    });
    expect(shown.body).toMatchObject({ status: 'erased', name: '', identifiers: [], contacts: [] });
  });

  test('is kept by another module that still needs the data', async () => {
    const hold = { until: '2027-01-01', reason: { 'zh-CN': '在办件', en: 'An open case' } };
    const other = await startPartiesServer(database, { listHolds: () => Promise.resolve([hold]) });
    const weak = claims(13, { idNumber: undefined, level: 1, externalSubject: 'held-13' });
    const { accountSubject } = await link(weak);
    const answer = await other.send(desk, routes.eraseParty, {
      params: { id: accountSubject },
      body: { reason: '本人申请' },
    });
    expect(answer.document['title']).toContain('2027-01-01');
    expect(answer.document['title']).toContain('在办件');
    await other.close();
  });
});
