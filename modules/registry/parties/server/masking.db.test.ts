import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import type { Actor } from '#kernel/access/contract-actor.ts';
import { newId } from '#kernel/ids/id.ts';
import { staffWith } from '#test/support/actors.ts';
import { openTestDatabase, TEST_CENTRE, type TestDatabase } from '#test/support/database.ts';

import { permissions, routes } from '../contract.ts';
import { createPartiesApi } from './api.ts';
import { aFirm, citizenNumber, type PartiesServer, startPartiesServer } from './fixture.ts';

const everything = staffWith(
  Object.values(permissions)
    .filter((permission) => !permission.scopes.includes('own'))
    .map(({ name }) => name),
);

/** What must never leave the server or reach a table in plain. */
const PLANTED = {
  name: '欧阳植兰',
  nameEn: 'Ouyang Zhilan',
  number: citizenNumber(731, '1987-06-05'),
  mobile: '15400037310',
  email: 'zhilan.ouyang@example.com',
  address: '上海市松江区广富林街道演示西路731弄8号902室（演示）',
  remark: '植入的备注七三一',
  subject: 'subject-planted-731',
};

/** What the city's services vouch for, at a sign-in and for a code that is shown. */
const CLAIMS = {
  issuer: 'https://id.example.com',
  externalSubject: PLANTED.subject,
  kind: 'person' as const,
  name: PLANTED.name,
  idNumber: PLANTED.number,
  phone: PLANTED.mobile,
  level: 3,
  firm: undefined,
};

/** Routes whose very purpose is to give the whole to whoever may have it. */
const GIVES_THE_WHOLE = [
  routes.revealField,
  routes.exportData,
  routes.revealOwnField,
  routes.exportOwnData,
].map(({ name }) => name);

describe('a planted person', () => {
  let database: TestDatabase;
  let server: PartiesServer;
  let personId = '';
  let firmId = '';
  let otherId = '';
  let citizen: Actor;
  beforeAll(async () => {
    database = await openTestDatabase();
    server = await startPartiesServer(database, { readCode: () => Promise.resolve(CLAIMS) });
    await plant();
  });
  afterAll(async () => {
    await server.close();
    await database.drop();
  });

  const person = (number: string, kind: '111' | '414' = '111') => ({
    name: PLANTED.name,
    nameEn: PLANTED.nameEn,
    identifier: { kind, number },
    sex: 'female' as const,
    contacts: [
      { kind: 'mobile' as const, value: PLANTED.mobile },
      { kind: 'email' as const, value: PLANTED.email },
      { kind: 'address' as const, value: PLANTED.address },
    ],
    remark: PLANTED.remark,
  });

  async function plant(): Promise<void> {
    const { send } = server;
    const made = await send(everything, routes.registerPerson, { body: person(PLANTED.number) });
    personId = made.body.id;
    const other = await send(everything, routes.registerPerson, {
      body: person('E00000731', '414'),
    });
    otherId = other.body.id;
    const firm = await send(everything, routes.registerOrganisation, { body: aFirm(31) });
    firmId = firm.body.id;
    const linked = await database.transaction((tx) =>
      createPartiesApi(server.deps).linkIdentity(tx, TEST_CENTRE, CLAIMS),
    );
    citizen = {
      kind: 'citizen',
      id: newId(),
      centreId: TEST_CENTRE,
      name: linked.displayName,
      subject: linked.accountSubject,
      grants: [permissions.viewOwn, permissions.changeOwn].map(({ name }) => ({
        permission: name,
        scope: { level: 'own' },
      })),
    };
  }

  async function callRegister(): Promise<void> {
    const { send } = server;
    const params = { id: personId };
    const body = { kind: '111', number: PLANTED.number } as const;
    await send(everything, routes.checkIdentifier, { body });
    await send(everything, routes.registerPerson, { body: person(PLANTED.number) });
    for (const text of [PLANTED.number, PLANTED.mobile, PLANTED.name, 'oyzl', '找不到'])
      await send(everything, routes.searchParties, { body: { text } });
    await send(everything, routes.presentCode, { body: { code: 'a-code-that-is-shown' } });
    await send(everything, routes.listParties);
    await send(everything, routes.getParty, { params });
    const changed = { remark: PLANTED.remark, reason: '补充备注', version: 2 };
    await send(everything, routes.changeParty, { params, body: changed });
    const paper = { kind: '414', number: 'E00000732' } as const;
    await send(everything, routes.addIdentifier, { params, body: paper });
    const contact = { kind: 'mobile', value: '15400037311' } as const;
    const added = await send(everything, routes.addContact, { params, body: contact });
    const contactId = added.body.contacts[0]?.id ?? '';
    await send(everything, routes.endContact, { params: { id: personId, contactId } });
    await send(everything, routes.verifyParty, { params, body: { documentKind: '111' } });
    for (const field of ['name', 'remark', 'born-on'] as const)
      await send(everything, routes.revealField, { params, body: { field, reason: '核对原件' } });
    const mandate = {
      representativeId: personId,
      kind: 'agent',
      isForAll: true,
      validFrom: '2026-01-01',
    } as const;
    const given = await send(everything, routes.addMandate, {
      params: { id: firmId },
      body: mandate,
    });
    await send(everything, routes.listMandates, { params });
    await send(everything, routes.revokeMandate, {
      params: { mandateId: given.body.id },
      body: { reason: '更换代理人', version: 1 },
    });
    await send(everything, routes.listHistory, { params });
  }

  async function callCare(): Promise<void> {
    const { send } = server;
    const params = { id: personId };
    await send(everything, routes.listDuplicates);
    await send(everything, routes.previewMerge, { params, query: { fromId: otherId } });
    const merge = { fromId: otherId, reason: '重复登记' };
    const merged = await send(everything, routes.mergeParties, { params, body: merge });
    await send(everything, routes.listMerges);
    const reason = { reason: '登记有误' };
    await send(everything, routes.undoMerge, { params: { id: merged.body.id }, body: reason });
    const pair = { oneId: personId, otherId, reason: '不是同一人' };
    await send(everything, routes.dismissDuplicate, { body: pair });
    await send(everything, routes.exportData, { params, body: reason });
    await send(everything, routes.eraseParty, { params, body: reason });
    await send(everything, routes.getSettings);
    const settings = { keepYears: 30, basis: '演示', version: 0 };
    await send(everything, routes.changeSettings, { body: settings });
  }

  async function callOwn(): Promise<void> {
    const { send } = server;
    await send(citizen, routes.getOwnIdentity);
    await send(citizen, routes.revealOwnField, { body: { field: 'name' } });
    const contact = { kind: 'mobile', value: '15400037312' } as const;
    const own = await send(citizen, routes.addOwnContact, { body: contact });
    const id = own.body.party.contacts[0]?.id ?? '';
    await send(citizen, routes.endOwnContact, { params: { id } });
    const mandate = {
      representativeName: PLANTED.name,
      representativeNumber: PLANTED.number,
      isForAll: true,
      validFrom: '2026-01-20',
    };
    await send(citizen, routes.addOwnMandate, { body: mandate });
    await send(citizen, routes.revokeOwnMandate, { params: { id }, body: { reason: '不再需要' } });
    await send(citizen, routes.exportOwnData);
    await send(citizen, routes.eraseOwnData);
  }

  test('is in no answer of any route that does not give the whole on purpose', async () => {
    await callRegister();
    await callCare();
    await callOwn();
    const called = new Set(server.answers.map((line) => line.split(' ')[0] ?? ''));
    expect([...called].toSorted()).toEqual(
      Object.values(routes)
        .map(({ name }) => name)
        .toSorted(),
    );
    const masked = server.answers.filter(
      (line) => !GIVES_THE_WHOLE.includes(line.split(' ')[0] ?? ''),
    );
    for (const planted of [...Object.values(PLANTED), '1540003731', '3731'.repeat(2)])
      expect(masked.filter((line) => line.includes(planted))).toEqual([]);
    const whole = server.answers.filter((line) => line.startsWith(`${routes.exportData.name} 200`));
    expect(whole.join()).toContain(PLANTED.number);
  });

  test('is in no column of any table in plain, audit log, outbox and idempotency included', async () => {
    const { rows: tables } = await database.pool.query<{ name: string }>(
      `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
       WHERE schemaname NOT IN ('pg_catalog', 'information_schema')`,
    );
    expect(tables.length).toBeGreaterThan(12);
    const found: string[] = [];
    for (const { name } of tables) {
      const { rows } = await database.pool.query<{ row: string }>(
        `SELECT t::text AS row FROM ${name} t`,
      );
      for (const planted of Object.values(PLANTED))
        if (rows.some(({ row }) => row.includes(planted))) found.push(`${name}: ${planted}`);
    }
    expect(found).toEqual([]);
    const { rows } = await database.pool.query('SELECT 1 FROM parties.identifier');
    expect(rows.length).toBeGreaterThan(2);
  });
});
