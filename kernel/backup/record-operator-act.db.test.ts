import { afterAll, beforeAll, expect, test } from 'vitest';

import {
  openTestDatabase,
  OTHER_CENTRE,
  TEST_CENTRE,
  type TestDatabase,
} from '#test/support/database.ts';

import { sealAll } from '../audit/seal.ts';
import { verifyAudit } from '../audit/verify-audit.ts';
import { fixedClock } from '../clock/clock.ts';
import { recordOperatorAct } from './record-operator-act.ts';

const clock = fixedClock('2026-01-20T02:00:00Z');

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.drop());

test('what an operator did with a backup stands in the audit log of every centre, with their name', async () => {
  await recordOperatorAct(database, clock, {
    act: 'backup.restored',
    name: 'onewindow-20260120T020000Z',
    body: { to: 'latest' },
  });
  const { rows } = await database.pool.query(
    `SELECT centre_id, act, subject_id, actor_kind, body::jsonb ->> 'to' AS wanted,
       length(body::jsonb ->> 'operator') > 0 AS named
     FROM kernel.audit_entry ORDER BY centre_id`,
  );
  const entry = {
    act: 'backup.restored',
    subject_id: 'onewindow-20260120T020000Z',
    actor_kind: 'system',
    wanted: 'latest',
    named: true,
  };
  expect(rows).toEqual([TEST_CENTRE, OTHER_CENTRE].map((centre_id) => ({ centre_id, ...entry })));
  await sealAll(database, [TEST_CENTRE, OTHER_CENTRE]);
  expect((await verifyAudit(database)).isWhole).toBe(true);
});

test('a database without a log is left as it is', async () => {
  await database.pool.query('DROP TABLE kernel.audit_entry CASCADE');
  const act = { act: 'backup.made' as const, name: 'x', body: {} };
  await expect(recordOperatorAct(database, clock, act)).resolves.toBeUndefined();
});
