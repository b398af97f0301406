import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { newId } from '#kernel/ids/id.ts';
import { nobodyInParticular, staffWith } from '#test/support/actors.ts';
import { OTHER_CENTRE, openTestDatabase, type TestDatabase } from '#test/support/database.ts';

import { permissions, routes } from '../contract.ts';
import {
  aFirm,
  aPerson,
  citizenNumber,
  type PartiesServer,
  startPartiesServer,
} from './fixture.ts';

const { view, register, reveal, verify, manageRepresentatives } = permissions;
const clerk = staffWith([view.name, register.name, verify.name, manageRepresentatives.name], {
  level: 'window',
  id: newId(),
});

describe('the register of citizens and firms', () => {
  let database: TestDatabase;
  let server: PartiesServer;
  let serial = 0;
  beforeAll(async () => {
    database = await openTestDatabase();
    server = await startPartiesServer(database);
  });
  afterAll(async () => {
    await server.close();
    await database.drop();
  });

  const registerPerson = async (more = {}) => {
    serial += 1;
    const answer = await server.send(clerk, routes.registerPerson, { body: aPerson(serial, more) });
    expect(answer.problem).toBeUndefined();
    return { party: answer.body, number: citizenNumber(serial), serial };
  };
  const search = async (text: string) =>
    (await server.send(clerk, routes.searchParties, { body: { text } })).body;

  test('refuses the public, and staff without the permission', async () => {
    const body = aPerson(900);
    expect((await server.send(undefined, routes.registerPerson, { body })).problem).toBe(
      'access/not-signed-in',
    );
    for (const actor of [nobodyInParticular(), staffWith([view.name])])
      expect((await server.send(actor, routes.registerPerson, { body })).problem).toBe(
        'access/forbidden',
      );
    const { party } = await registerPerson();
    const looked = await server.send(clerk, routes.revealField, {
      params: { id: party.id },
      body: { field: 'name', reason: '核对身份' },
    });
    expect(looked.problem).toBe('access/forbidden');
    const merged = await server.send(clerk, routes.mergeParties, {
      params: { id: party.id },
      body: { fromId: newId(), reason: '重复登记' },
    });
    expect(merged.problem).toBe('access/forbidden');
  });

  test('shows nothing of a person to another centre, by id or by number', async () => {
    const { party, number } = await registerPerson();
    const stranger = staffWith(
      [view.name, register.name],
      { level: 'centre' },
      { centreId: OTHER_CENTRE },
    );
    const got = await server.send(stranger, routes.getParty, { params: { id: party.id } });
    expect(got.problem).toBe('request/not-found');
    const found = await server.send(stranger, routes.searchParties, { body: { text: number } });
    expect(found.body.items).toEqual([]);
    const again = await server.send(stranger, routes.registerPerson, { body: aPerson(serial) });
    expect(again.status).toBe(201);
  });

  test('masks the person and takes birth and sex from the number', async () => {
    const { party, number } = await registerPerson();
    expect(party.name).toBe('欧阳**');
    expect(party.identifier?.masked).toBe(`310199********${number.slice(-4)}`);
    expect(party.phone).toMatch(/^154\*{4}\d{4}$/);
    expect(party.bornOn).toBe('1990-**-**');
    expect(party.contacts.find(({ kind }) => kind === 'address')?.masked).toContain('****');
    expect(party.verification).toBe('none');
  });

  test('gives the same record to a repeat, and refuses a number that is held, naming it masked', async () => {
    const body = aPerson(901);
    const key = newId();
    const first = await server.send(clerk, routes.registerPerson, { body, key });
    const second = await server.send(clerk, routes.registerPerson, { body, key });
    expect(second.body).toEqual(first.body);
    const other = await server.send(clerk, routes.registerPerson, { body });
    expect(other.problem).toBe('parties/already-registered');
    expect(other.document['title']).toContain('欧阳**');
    expect(other.text).not.toContain(citizenNumber(901));
    expect(other.document['partyId']).toBe(first.body.id);
    const temporary = aPerson(901, { identifier: { kind: '112', number: citizenNumber(901) } });
    expect((await server.send(clerk, routes.registerPerson, { body: temporary })).problem).toBe(
      'parties/already-registered',
    );
  });

  test('refuses one of two who register the same number at once', async () => {
    const body = aPerson(902);
    const answers = await Promise.all(
      [1, 2, 3].map(() => server.send(clerk, routes.registerPerson, { body })),
    );
    expect(answers.map(({ problem }) => problem ?? 'done').toSorted()).toEqual([
      'done',
      'parties/already-registered',
      'parties/already-registered',
    ]);
  });

  test('names the field of a number that cannot be, in the reader’s words', async () => {
    const wrong = `${citizenNumber(903).slice(0, 17)}${citizenNumber(903).endsWith('1') ? '2' : '1'}`;
    const body = aPerson(903, { identifier: { kind: '111', number: wrong } });
    const answer = await server.send(clerk, routes.registerPerson, { body });
    expect(answer.document['faults']).toEqual([
      { path: 'body.identifier.number', reason: '公民身份号码校验码不符，请逐位核对。' },
    ]);
    const check = await server.send(clerk, routes.checkIdentifier, {
      body: { kind: '111', number: '310199900506123' },
    });
    expect(check.body).toMatchObject({ isValid: false, registered: null });
    expect(check.body.reason?.en).toContain('15 digits');
  });

  test('finds by number, telephone, name, beginning of the name, pinyin and initials', async () => {
    const name = '单雨桐';
    const { party, number, serial: mine } = await registerPerson({ name, nameEn: 'Shan Yutong' });
    for (const text of [
      number,
      number.toLowerCase(),
      `15400${300_000 + mine}`,
      `+86 154 0030 ${String(mine).padStart(4, '0')}`,
      name,
      '单雨',
      'syt',
      'shan yutong',
      'SHANYUTONG',
      party.partyNo,
    ]) {
      const found = await search(text);
      expect({ text, ids: found.items.map(({ id }) => id) }).toEqual({ text, ids: [party.id] });
    }
    expect((await search('雨桐')).items).toEqual([]);
    const general = await server.send(clerk, routes.searchParties, { body: { text: '单' } });
    expect(general.problem).toBe('parties/search-too-general');
  });

  test('finds a firm by any part of its public name, and shows the name in full', async () => {
    const { body } = await server.send(clerk, routes.registerOrganisation, { body: aFirm(77) });
    expect(body.name).toBe('上海演示77号餐饮管理有限公司（演示）');
    for (const text of ['演示77号', 'Demonstration 77', '（演示）'])
      expect((await search(text)).items.map(({ id }) => id)).toContain(body.id);
  });

  test('writes each look in full into the audit log with its reason, and no value', async () => {
    const { party, number } = await registerPerson();
    const reader = staffWith([reveal.name]);
    const answer = await server.send(reader, routes.revealField, {
      params: { id: party.id },
      body: { field: 'identifier', rowId: party.identifiers[0]?.id, reason: '核对原件' },
    });
    expect(answer.body.value).toBe(number);
    const { rows } = await database.pool.query<{ body: string; actor_id: string }>(
      `SELECT body, actor_id FROM kernel.audit_entry WHERE act = 'parties.reveal' AND subject_id = $1`,
      [party.id],
    );
    expect(rows).toHaveLength(1);
    expect(rows[0]?.actor_id).toBe(reader.id);
    expect(JSON.stringify(rows[0]?.body)).toContain('核对原件');
    expect(JSON.stringify(rows[0]?.body)).not.toContain(number);
  });

  test('refuses a reason with a number of a person in it', async () => {
    const { party } = await registerPerson();
    const answer = await server.send(staffWith([reveal.name]), routes.revealField, {
      params: { id: party.id },
      body: { field: 'name', reason: '来电 154 0030 0001' },
    });
    expect(answer.problem).toBe('request/invalid-input');
  });

  test('uses the newest contact, keeps the ended one in the history, and refuses it twice', async () => {
    const { party } = await registerPerson();
    const body = { kind: 'mobile', value: '154 0009 9999' } as const;
    const params = { id: party.id };
    const added = await server.send(clerk, routes.addContact, { params, body });
    expect(added.body.phone).toBe('154****9999');
    expect((await server.send(clerk, routes.addContact, { params, body })).problem).toBe(
      'parties/contact-repeated',
    );
    const contactId = added.body.contacts[0]?.id ?? '';
    const ended = await server.send(clerk, routes.endContact, {
      params: { id: party.id, contactId },
    });
    expect(ended.body.phone).toBe(party.phone);
    expect(ended.body.contacts.find(({ id }) => id === contactId)?.endedAt).not.toBeNull();
    expect((await search('15400099999')).items).toEqual([]);
  });

  test('verifies somebody under 14 only with a recorded guardian', async () => {
    const number = citizenNumber(11, '2015-03-09');
    const child = await registerPerson({ identifier: { kind: '111', number } });
    expect(child.party.needsGuardian).toBe(true);
    const parent = await registerPerson();
    const params = { id: child.party.id };
    const verifyWith = (guardianId: string | null) =>
      server.send(clerk, routes.verifyParty, { params, body: { documentKind: '111', guardianId } });
    expect((await verifyWith(parent.party.id)).problem).toBe('parties/guardian-needed');
    const given = await server.send(clerk, routes.addMandate, {
      params,
      body: {
        representativeId: parent.party.id,
        kind: 'guardian',
        isForAll: true,
        validFrom: '2026-01-01',
      },
    });
    expect(given.status).toBe(201);
    expect((await verifyWith(null)).problem).toBe('parties/guardian-needed');
    expect((await verifyWith(parent.party.id)).body.verification).toBe('window');
  });

  test('changes a name over the version that was seen, and finds it by the new one only', async () => {
    const { party } = await registerPerson({ name: '令狐晓冲', nameEn: '' });
    const change = { name: '令狐晓松', reason: '更名', version: 1 };
    const send = () =>
      server.send(clerk, routes.changeParty, { params: { id: party.id }, body: change });
    expect((await send()).body.version).toBe(2);
    expect((await send()).problem).toBe('request/stale-version');
    expect((await search('令狐晓冲')).items).toEqual([]);
    expect((await search('lhxs')).items.map(({ id }) => id)).toEqual([party.id]);
  });

  test('pages through the list without losing or repeating one', async () => {
    const seen: string[] = [];
    let cursor: string | undefined;
    let total: number | null = null;
    do {
      const query = { limit: 3, cursor };
      const { body } = await server.send(clerk, routes.listParties, { query });
      seen.push(...body.items.map(({ id }) => id));
      total = body.total;
      cursor = body.nextCursor ?? undefined;
    } while (cursor !== undefined);
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toHaveLength(total ?? 0);
  });
});
