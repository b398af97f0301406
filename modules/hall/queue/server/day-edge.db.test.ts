import { afterAll, beforeAll, expect, test } from 'vitest';

import { TEST_CENTRE } from '#test/support/database.ts';

import { routes } from '../contract.ts';
import { openHall, runQueueJob, type TestHall } from './queue.fixture.ts';

let hall: TestHall;
beforeAll(async () => {
  hall = await openHall(1, { opens: '00:00', closes: '24:00' });
});
afterAll(() => hall.close());

const inZone = async (zone: string) => {
  await hall.app.database.pool.query('UPDATE kernel.centre SET zone = $2 WHERE centre_id = $1', [
    TEST_CENTRE,
    zone,
  ]);
};
const drawAt = async (local: string) => {
  hall.app.clock.set(local);
  const { body } = await hall.app.send(hall.manager, routes.issueTicket, {
    body: { businessId: hall.general.id },
  });
  return [body.number, body.day];
};

// At 17:00 on the Pacific coast the day of the world's clock turns, at 08:00 in Shanghai: neither is the hall's day.
test.each([
  [
    'Asia/Shanghai',
    '+08:00',
    '2026-02-10',
    '2026-02-11',
    ['07:59', '08:01', '16:59', '17:01', '23:59'],
  ],
  [
    'America/Vancouver',
    '-08:00',
    '2026-02-12',
    '2026-02-13',
    ['15:59', '16:01', '16:59', '17:01', '23:59'],
  ],
] as const)(
  'numbers of a day in %s go on until midnight there',
  async (zone, offset, day, next, minutes) => {
    await inZone(zone);
    for (const [index, minute] of minutes.entries())
      expect(await drawAt(`${day}T${minute}:00${offset}`)).toEqual([`A00${index + 1}`, day]);
    // Whoever ends the day too early or in another zone voids tickets that are still good.
    await runQueueJob(hall, 'queue.end-day');
    const open = await hall.app.send(hall.manager, routes.listTickets, {
      query: { day, state: 'waiting' },
    });
    expect(open.body.items).toHaveLength(minutes.length);
    expect(await drawAt(`${next}T00:01:00${offset}`)).toEqual(['A001', next]);
    await runQueueJob(hall, 'queue.end-day');
    const after = await hall.app.send(hall.manager, routes.listTickets, {
      query: { day, state: 'expired' },
    });
    expect(after.body.items).toHaveLength(minutes.length);
  },
);
