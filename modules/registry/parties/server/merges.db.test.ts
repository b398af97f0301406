import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { staffWith } from '#test/support/actors.ts';
import { openTestDatabase, type TestDatabase } from '#test/support/database.ts';

import { permissions, routes } from '../contract.ts';
import {
  aFirm,
  aPerson,
  citizenNumber,
  type PartiesServer,
  startPartiesServer,
} from './fixture.ts';

const { view, register, verify, manageRepresentatives, merge } = permissions;
const keeper = staffWith(
  [view, register, verify, manageRepresentatives, merge].map(({ name }) => name),
);

describe('records of one party', () => {
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

  /** A person known by a passport only, so that any two can be merged. */
  const makePerson = async (more = {}) => {
    serial += 1;
    const identifier = { kind: '414', number: `E${String(serial).padStart(8, '0')}` } as const;
    const body = aPerson(serial, { identifier, ...more });
    return (await server.send(keeper, routes.registerPerson, { body })).body;
  };
  const mergeInto = (id: string, fromId: string) =>
    server.send(keeper, routes.mergeParties, {
      params: { id },
      body: { fromId, reason: '重复登记' },
    });
  const undo = (id: string) =>
    server.send(keeper, routes.undoMerge, { params: { id }, body: { reason: '合并有误' } });

  /** What hangs where, without versions and times of the records themselves. */
  const state = async () => {
    const read = async (sql: string) => (await database.pool.query<{ line: string }>(sql)).rows;
    return Promise.all([
      read(`SELECT party_id || ' ' || status || ' ' || coalesce(merged_into::text, '-') || ' ' || verification AS line
        FROM parties.party ORDER BY 1`),
      read(`SELECT identifier_id || ' ' || party_id AS line FROM parties.identifier ORDER BY 1`),
      read(
        `SELECT contact_id || ' ' || party_id || coalesce(ended_at::text, '') AS line FROM parties.contact ORDER BY 1`,
      ),
      read(
        `SELECT verification_id || ' ' || party_id AS line FROM parties.verification ORDER BY 1`,
      ),
      read(
        `SELECT mandate_id || ' ' || principal_id || ' ' || representative_id AS line FROM parties.mandate ORDER BY 1`,
      ),
    ]);
  };

  test('are found with reasons: temporary card, one name and telephone, one firm’s name', async () => {
    const number = citizenNumber(801);
    const original = aPerson(801, { identifier: { kind: '414', number: 'E90000801' } });
    const one = await server.send(keeper, routes.registerPerson, { body: original });
    const other = await server.send(keeper, routes.registerPerson, {
      body: aPerson(801, { identifier: null, nameEn: '' }),
    });
    await server.send(keeper, routes.registerPerson, {
      body: aPerson(802, { identifier: { kind: '111', number } }),
    });
    const firm = aFirm(1);
    await server.send(keeper, routes.registerOrganisation, { body: firm });
    const half = firm.name.replace('（', '(').replace('）', ')');
    await server.send(keeper, routes.registerOrganisation, {
      body: { ...firm, name: half, identifier: null },
    });
    const { body } = await server.send(keeper, routes.listDuplicates);
    expect(body.items.map(({ reasons }) => reasons)).toEqual(
      expect.arrayContaining([['same-name-and-phone'], ['same-name-and-phone', 'same-firm-name']]),
    );
    const pair = { oneId: other.body.id, otherId: one.body.id, reason: '双胞胎' };
    await server.send(keeper, routes.dismissDuplicate, { body: pair });
    const after = await server.send(keeper, routes.listDuplicates);
    expect(after.body.items).toHaveLength(body.items.length - 1);
  });

  test('become one, keep the history of both, and become two again exactly', async () => {
    const into = await makePerson();
    const from = await makePerson();
    const firm = (await server.send(keeper, routes.registerOrganisation, { body: aFirm(2) })).body;
    await server.send(keeper, routes.verifyParty, {
      params: { id: from.id },
      body: { documentKind: '414' },
    });
    await server.send(keeper, routes.addMandate, {
      params: { id: firm.id },
      body: {
        representativeId: from.id,
        kind: 'agent',
        departmentCodes: ['tax'],
        validFrom: '2026-01-01',
      },
    });
    const before = await state();
    const merged = await mergeInto(into.id, from.id);
    expect(merged.status).toBe(201);
    const whole = (await server.send(keeper, routes.getParty, { params: { id: into.id } })).body;
    expect(whole.verification).toBe('window');
    expect(whole.identifiers).toHaveLength(2);
    const mandates = await server.send(keeper, routes.listMandates, { params: { id: into.id } });
    expect(mandates.body.items.map(({ representative }) => representative.id)).toEqual([into.id]);
    const history = await server.send(keeper, routes.listHistory, { params: { id: into.id } });
    expect(new Set(history.body.items.map(({ partyId }) => partyId))).toEqual(
      new Set([into.id, from.id]),
    );
    const change = await server.send(keeper, routes.addContact, {
      params: { id: from.id },
      body: { kind: 'mobile', value: '15400088888' },
    });
    expect(change.problem).toBe('parties/not-active');
    expect((await undo(merged.body.id)).body.undoneByName).toBe(keeper.name);
    expect(await state()).toEqual(before);
    expect((await undo(merged.body.id)).problem).toBe('parties/merge-not-undoable');
  });

  test('stay one when something that went over was changed since, and the reason is said', async () => {
    const into = await makePerson();
    const from = await makePerson({ contacts: [{ kind: 'mobile', value: '15400077777' }] });
    const merged = await mergeInto(into.id, from.id);
    const whole = (await server.send(keeper, routes.getParty, { params: { id: into.id } })).body;
    const moved = whole.contacts.find(({ masked }) => masked === '154****7777')?.id ?? '';
    await server.send(keeper, routes.endContact, { params: { id: into.id, contactId: moved } });
    const answer = await undo(merged.body.id);
    expect(answer.problem).toBe('parties/merge-not-undoable');
    expect(answer.document['title']).toContain('联系方式');
  });

  test('are not merged when they are two for sure', async () => {
    const people = [803, 804].map((one) =>
      server.send(keeper, routes.registerPerson, { body: aPerson(one) }),
    );
    const [one, other] = (await Promise.all(people)).map(({ body }) => body.id);
    const firm = (await server.send(keeper, routes.registerOrganisation, { body: aFirm(3) })).body;
    expect((await mergeInto(one ?? '', other ?? '')).problem).toBe('parties/unmergeable');
    expect((await mergeInto(one ?? '', firm.id)).problem).toBe('parties/unmergeable');
    expect((await mergeInto(one ?? '', one ?? '')).problem).toBe('parties/unmergeable');
    const preview = await server.send(keeper, routes.previewMerge, {
      params: { id: one ?? '' },
      query: { fromId: other ?? '' },
    });
    expect(preview.body.blockers).toEqual(['different-numbers']);
  });

  test('after any merges taken back in reverse order, everything hangs where it did', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(4), fc.nat(4)), { minLength: 1, maxLength: 6 }),
        fc.array(fc.tuple(fc.nat(4), fc.nat(4)), { maxLength: 5 }),
        async (merges, mandates) => {
          const people = await Promise.all(Array.from({ length: 5 }, () => makePerson()));
          const idOf = (index: number) => people[index]?.id ?? '';
          for (const [principal, representative] of mandates) {
            await server.send(keeper, routes.addMandate, {
              params: { id: idOf(principal) },
              body: {
                representativeId: idOf(representative),
                kind: 'agent',
                isForAll: true,
                validFrom: '2026-01-01',
              },
            });
          }
          const before = await state();
          const done: string[] = [];
          for (const [into, from] of merges) {
            const answer = await mergeInto(idOf(into), idOf(from));
            if (answer.status === 201) done.push(answer.body.id);
          }
          for (const id of done.toReversed()) expect((await undo(id)).status).toBe(200);
          expect(await state()).toEqual(before);
        },
      ),
      { numRuns: 12 },
    );
  }, 60_000);
});
