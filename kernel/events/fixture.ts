import { z } from 'zod';

import { systemActor } from '../access/system-actor.ts';
import { type Clock, fixedClock } from '../clock/clock.ts';
import type { Database } from '../db/database.ts';
import { sendText } from '../db/transaction.ts';
import type { Tx } from '../db/types.ts';
import { createLog } from '../observe/log.ts';
import { event } from './contract.ts';
import type { Happened } from './listener.ts';
import { tell } from './tell.ts';

/** What the tests of this folder, of live and of jobs tell about. */
export const counted = event({
  name: 'fixture.counted',
  version: 1,
  title: { 'zh-CN': '计数', en: 'Counted' },
  payload: z.object({ item: z.string(), number: z.number().int(), secret: z.string().optional() }),
  live: ({ item }) => `fixture/${item}`,
  liveFields: ['number'],
});

export const renamed = event({
  name: 'fixture.renamed',
  version: 1,
  title: { 'zh-CN': '改名', en: 'Renamed' },
  payload: z.object({ item: z.string() }),
});

export const quiet = createLog('silent');

export const someone = systemActor(1, 'fixture');

const still = fixedClock('2026-01-20T02:00:00Z');

/** Tells that an item was counted, in the transaction given. */
export function tellCount(tx: Tx, item: string, number: number, clock: Clock = still): void {
  tell(tx, clock, someone, counted, {
    subject: { kind: 'fixture.item', id: item },
    payload: { item, number },
  });
}

/** The same in a transaction of its own. */
export function count(database: Database, item: string, number: number): Promise<void> {
  return database.transaction(async (tx) => tellCount(tx, item, number));
}

/** A table in which listeners and jobs of tests leave their effects, in order. */
export async function createEffects(database: Database): Promise<void> {
  await database.pool.query(`CREATE TABLE effect (
    id bigserial PRIMARY KEY, who text NOT NULL, item text NOT NULL, number integer NOT NULL)`);
}

/** Leaves an effect in the handler's transaction. */
export function leaveEffect(tx: Tx, who: string, item: string, number: number): void {
  sendText(tx, 'INSERT INTO effect (who, item, number) VALUES ($1, $2, $3)', [who, item, number]);
}

/** A handler that writes down what it heard. */
export function writingDown(who: string) {
  return async (tx: Tx, { payload }: Happened<{ item: string; number: number }>): Promise<void> =>
    leaveEffect(tx, who, payload.item, payload.number);
}

/** What was left by one, as `item number`, in the order of commits. */
export async function listEffects(database: Database, who: string): Promise<string[]> {
  const { rows } = await database.pool.query<{ item: string; number: number }>(
    'SELECT item, number FROM effect WHERE who = $1 ORDER BY id',
    [who],
  );
  return rows.map(({ item, number }) => `${item} ${number}`);
}
