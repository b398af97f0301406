import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { systemActor } from '#kernel/access/system-actor.ts';
import type { FieldCipher } from '#kernel/crypto/field-cipher.ts';
import { staffWith } from '#test/support/actors.ts';
import { openTestDatabase, TEST_CENTRE, type TestDatabase } from '#test/support/database.ts';

import { permissions, routes } from '../contract.ts';
import {
  aFirm,
  aPerson,
  cipherOf,
  citizenNumber,
  fixtureDeps,
  startPartiesServer,
} from './fixture.ts';
import { rotateKeys } from './jobs/rotate-keys.ts';
import { rotateBatch } from './rotate-batch.ts';
import { createVault } from './vault.ts';

const clerk = staffWith(
  [permissions.view, permissions.register, permissions.reveal].map(({ name }) => name),
);

describe('a new key', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await openTestDatabase();
  });
  afterAll(() => database.drop());

  const withCipher = async <T>(
    cipher: FieldCipher,
    work: (server: Awaited<ReturnType<typeof startPartiesServer>>) => Promise<T>,
  ): Promise<T> => {
    const server = await startPartiesServer(database, { cipher });
    try {
      return await work(server);
    } finally {
      await server.close();
    }
  };

  const stale = async (prefix: string): Promise<number> => {
    const columns = [
      ['party', 'name_sealed'],
      ['party', 'details_sealed'],
      ['party', 'name_index'],
      ['identifier', 'number_sealed'],
      ['identifier', 'number_index'],
      ['contact', 'value_sealed'],
      ['contact', 'value_index'],
      ['name_token', 'token'],
    ];
    const counts = columns.map(async ([table, column]) => {
      const sql = `SELECT count(*)::int AS count FROM parties.${table} WHERE ${column} NOT LIKE '${prefix}%'`;
      return (await database.pool.query<{ count: number }>(sql)).rows[0]?.count ?? 0;
    });
    return (await Promise.all(counts)).reduce((sum, count) => sum + count, 0);
  };

  const findAll = (cipher: FieldCipher) =>
    withCipher(cipher, async ({ send }) => {
      const texts = [citizenNumber(3), '15400300003', '欧阳明慧', 'oymh', '演示3号'];
      const found = [];
      for (const text of texts) {
        const { body } = await send(clerk, routes.searchParties, { body: { text } });
        found.push(body.items.map(({ id, name }) => `${id} ${name}`).toSorted());
      }
      return found;
    });

  test('leaves everything findable at once, seals all in batches, and goes on where it was stopped', async () => {
    const old = cipherOf(1);
    const both = cipherOf(2);
    await withCipher(old, async ({ send }) => {
      for (let serial = 1; serial <= 7; serial += 1) {
        await send(clerk, routes.registerPerson, { body: aPerson(serial) });
        await send(clerk, routes.registerOrganisation, { body: aFirm(serial) });
      }
    });
    const before = await findAll(old);
    expect(before.every((hits) => hits.length > 0)).toBe(true);
    expect(await findAll(both)).toEqual(before);
    const held = await withCipher(both, ({ send }) =>
      send(clerk, routes.registerPerson, { body: aPerson(3) }),
    );
    expect(held.problem).toBe('parties/already-registered');

    const vault = createVault(both, TEST_CENTRE);
    const all = await stale('v2.');
    await database.transaction((tx) => rotateBatch(tx, vault, TEST_CENTRE, 3));
    const left = await stale('v2.');
    expect(left).toBeLessThan(all);
    expect(left).toBeGreaterThan(0);
    expect(await findAll(both)).toEqual(before);

    const job = rotateKeys(fixtureDeps(database, both));
    if (job.run.mode !== 'outside') throw new Error('not outside');
    const context = {
      actor: systemActor(TEST_CENTRE, 'parties.rotate-keys'),
      attempt: 1,
      dueAt: new Date('2026-01-20T02:40:00Z'),
      signal: new AbortController().signal,
    };
    await job.run.handle({}, context);
    expect(await stale('v2.')).toBe(0);
    expect(await findAll(both)).toEqual(before);
  });
});
