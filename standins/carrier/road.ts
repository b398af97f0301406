import type { Clock } from '#kernel/clock/clock.ts';
import type { Database } from '#kernel/db/database.ts';
import type { Tx } from '#kernel/db/types.ts';
import { newId } from '#kernel/ids/id.ts';

import { saidOf, wayOf } from './habits.ts';
import * as repository from './repository.ts';
import { signLines } from './signature.ts';

export interface CarrierOptions {
  readonly database: Database;
  readonly clock: Clock;
  readonly centreId: number;
  /** Where browsers and the centre reach this server. */
  readonly publicUrl: string;
  /** Shared with the centre. */
  readonly secret: string;
}

const SECOND = 1000;
const later = (from: Date, seconds: number) => new Date(from.getTime() + seconds * SECOND);

async function setOut(tx: Tx, row: repository.ParcelRow, now: Date): Promise<void> {
  const pushes = wayOf(row.habit).flatMap(({ code, after, toldAfter, isToldTwice }) => {
    const happensAt = later(now, after);
    const once = {
      centre_id: row.centre_id,
      number: row.number,
      event_id: `${row.number}-${code}-${after}`,
      code,
      text: saidOf(code),
      happens_at: happensAt,
      due_at: later(happensAt, toldAfter),
      tries: 0,
      told_at: null,
      answer: '',
    };
    const again = { ...once, push_id: newId(), due_at: later(once.due_at, 20) };
    return [{ ...once, push_id: newId() }, ...(isToldTwice ? [again] : [])];
  });
  await repository.collect(tx, row, now, pushes);
}

const LEASE_SECONDS = 30;
const MOST_TRIES = 8;
const GIVEN_UP_SECONDS = 365 * 86_400;
const TIMEOUT_MS = 5000;

/** The road: parcels are collected, and what happens to them is told, again and again until the centre answers. */
export function createRoad({ database, clock, centreId, secret }: CarrierOptions) {
  /** The courier fetches one parcel, or all that waited long enough. */
  const collect = (of?: string): Promise<void> =>
    database.transaction(async (tx) => {
      const now = clock.now();
      const asked = of === undefined ? { now } : { number: of };
      for (const row of await repository.lockToCollect(tx, centreId, asked))
        await setOut(tx, row, now);
    });

  const tellOne = async (push: repository.DuePush): Promise<void> => {
    const fields = {
      eventId: push.event_id,
      trackingNo: push.tracking_no,
      code: push.code,
      at: push.happens_at.toISOString(),
      text: push.text,
    };
    const signature = signLines(secret, Object.values(fields));
    const now = clock.now();
    try {
      const response = await fetch(push.push_to, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ ...fields, signature }),
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      const answer = (await response.text()).slice(0, 200);
      if (!response.ok) throw new Error(`HTTP ${response.status} ${answer}`);
      await repository.noteTold(database.db, push, { at: now, answer });
    } catch (error) {
      const wait = push.tries + 1 >= MOST_TRIES ? GIVEN_UP_SECONDS : 10 * 2 ** push.tries;
      const said = error instanceof Error ? error.message : 'failed';
      await repository.noteFailed(database.db, push, later(now, wait), said.slice(0, 200));
    }
  };

  /** Everything that is due now. Gives how many states were told. */
  const goOn = async (): Promise<number> => {
    await collect();
    const now = clock.now();
    const due = await database.transaction((tx) =>
      repository.takeDue(tx, centreId, { now, leased: later(now, LEASE_SECONDS) }),
    );
    for (const push of due) await tellOne(push);
    return due.length;
  };

  return { collect, goOn };
}
