import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';

import type { Actor } from '#kernel/access/contract-actor.ts';
import { composeCitizenId } from '#kernel/ids/citizen-id.ts';
import { newId } from '#kernel/ids/id.ts';
import { TEST_NOW } from '#test/support/app.ts';
import { TEST_CENTRE } from '#test/support/database.ts';

import { routes } from '../contract.ts';
import { makeClerk, openHall, runQueueJob, type TestHall } from './queue.fixture.ts';

// The first window serves the general line, the others that and the tax line too.
describe('A and B posts', () => {
  let hall: TestHall;
  let day = 0;
  beforeAll(async () => {
    hall = await openHall(3);
  });
  afterAll(() => hall.close());
  beforeEach(() => {
    day += 1;
    hall.app.clock.set(TEST_NOW);
    hall.app.clock.advance(day * 86_400_000);
  });

  const windowOf = (at: number) => hall.windows[at] ?? expect.fail('no window');
  /** Somebody who may work at each of these windows. */
  const clerkOf = (...at: readonly number[]): Actor => ({
    ...makeClerk(windowOf(at[0] ?? 0)),
    grants: at.flatMap((one) => makeClerk(windowOf(one)).grants),
  });
  const signIn = async (who: Actor, at: number) =>
    hall.app.send(who, routes.signIn, { params: { id: windowOf(at) } });
  const signOut = async (who: Actor, at: number) =>
    hall.app.send(who, routes.signOut, { params: { id: windowOf(at) } });
  const pause = async (who: Actor, at: number) =>
    hall.app.send(who, routes.pause, {
      params: { id: windowOf(at) },
      body: { reason: '就餐', minutes: 20 },
    });
  const next = async (who: Actor, at: number) =>
    hall.app.send(who, routes.callNext, { params: { id: windowOf(at) } });
  const take = async (who: Actor, from: number, post: number) =>
    hall.app.send(who, routes.takePost, {
      params: { id: windowOf(from) },
      body: { windowId: windowOf(post) },
    });
  const deskOf = async (who: Actor) => (await hall.app.send(who, routes.getDesk, {})).body;
  let people = 0;
  const drawTax = async () => {
    people += 1;
    const identityNo = composeCitizenId('310117', '1985-03-04', people) ?? '';
    const { body } = await hall.app.send(hall.manager, routes.issueTicket, {
      body: { businessId: hall.tax.id, holder: { identityNo, name: '张三' } },
    });
    return body;
  };
  const finish = async (who: Actor, id: string) => {
    await hall.app.send(who, routes.start, { params: { id } });
    await hall.app.send(who, routes.finish, { params: { id }, body: { kind: 'accepted' } });
  };

  test('one person serves the lines of several windows from one, and calls to where they sit', async () => {
    const clerk = clerkOf(0, 1);
    await signIn(clerk, 0);
    const drawn = await drawTax();
    expect((await next(clerk, 0)).problem).toBe('queue/nobody-waits');
    const taken = await take(clerk, 0, 1);
    expect([taken.status, taken.body.windowNumber]).toEqual([201, 2]);
    const desk = await deskOf(clerk);
    expect(desk.posts.map((post) => post.windowNumber)).toEqual([2]);
    expect(desk.services.map((line) => line.code).toSorted()).toEqual(['general', 'tax']);
    expect(desk.waiting.map((ticket) => ticket.number)).toEqual([drawn.number]);

    const called = await next(clerk, 0);
    expect(called.body).toMatchObject({
      ticket: { number: drawn.number, windowNumber: 1 },
      session: { windowNumber: 1 },
    });
    await finish(clerk, drawn.ticketId);
    // The hall sees which window to go to.
    const shown = await hall.app.send(hall.manager, routes.showHall, {
      query: { siteId: hall.siteId },
    });
    expect(shown.body.windows.map((window) => window.coveredBy)).toEqual([null, 1, null]);
    await signOut(clerk, 0);
    expect((await hall.app.send(hall.manager, routes.getDesk, {})).body.posts).toEqual([]);
  });

  test('what was sent to a window is called by whoever serves its post', async () => {
    const [other, clerk] = [clerkOf(2), clerkOf(0, 1)];
    await signIn(other, 2);
    await signIn(clerk, 0);
    const drawn = await drawTax();
    await next(other, 2);
    await hall.app.send(other, routes.transfer, {
      params: { id: drawn.ticketId },
      body: { windowId: windowOf(1), reason: '需专窗办理' },
    });
    expect((await next(other, 2)).problem).toBe('queue/nobody-waits');
    await take(clerk, 0, 1);
    expect((await next(clerk, 0)).body.ticket.number).toBe(drawn.number);
    await finish(clerk, drawn.ticketId);
    await signOut(clerk, 0);
    await signOut(other, 2);
  });

  test('a post has one who serves it, and nobody takes it from somebody at work', async () => {
    const [a, b, c] = [clerkOf(0, 1), clerkOf(2, 1), clerkOf(1)];
    await signIn(a, 0);
    await signIn(b, 2);
    await signIn(c, 1);
    expect((await take(a, 0, 1)).problem).toBe('queue/post-at-work');
    await pause(c, 1);
    const both = await Promise.all([take(a, 0, 1), take(b, 2, 1)]);
    expect(both.map(({ status }) => status).toSorted((left, right) => left - right)).toEqual([
      201, 409,
    ]);
    expect(both.find(({ status }) => status === 409)?.problem).toBe('queue/post-taken');
    expect((await take(a, 0, 0)).problem).toBe('queue/unknown-place');

    // Back from the pause, the window is its clerk's again.
    await hall.app.send(c, routes.resume, { params: { id: windowOf(1) } });
    expect([...(await deskOf(a)).posts, ...(await deskOf(b)).posts]).toEqual([]);
    await signOut(c, 1);
    await take(a, 0, 1);
    await signIn(c, 1);
    expect((await deskOf(a)).posts).toEqual([]);
    for (const [who, at] of [
      [a, 0],
      [b, 2],
      [c, 1],
    ] as const)
      await signOut(who, at);
  });

  test('is for whoever may work at both windows, and is given back when they like', async () => {
    const [stranger, clerk] = [clerkOf(0), clerkOf(0, 1)];
    expect((await take(clerk, 0, 1)).problem).toBe('queue/not-at-window');
    await signIn(stranger, 0);
    expect((await take(stranger, 0, 1)).problem).toBe('access/forbidden');
    await signOut(stranger, 0);
    await signIn(clerk, 0);
    expect((await take(clerk, 0, 1)).status).toBe(201);
    const left = await hall.app.send(clerk, routes.leavePost, {
      params: { id: windowOf(0) },
      body: { windowId: windowOf(1) },
    });
    expect(left.status).toBe(200);
    expect((await deskOf(clerk)).posts).toEqual([]);
    await signOut(clerk, 0);
  });

  /** Makes somebody the B post of the second window, with a colleague as its A post. */
  async function stationB({ id }: Actor): Promise<void> {
    const { pool } = hall.app.database;
    const [a, b] = [newId(), newId()];
    await pool.query(
      `INSERT INTO staff.post (centre_id, code, name_zh, name_en, family, sort_order)
       VALUES ($1, 'clerk', '综窗人员', 'Clerk', 'window', 1)`,
      [TEST_CENTRE],
    );
    for (const [person, account] of [
      [a, null],
      [b, id],
    ])
      await pool.query(
        `INSERT INTO staff.person (centre_id, person_id, employee_no, name_zh, name_en, name_pinyin,
           search_text, sex, post_code, employment, joined_on, left_reason, account_id,
           is_demonstration, version, updated_at)
         VALUES ($1, $2::uuid, $2::text, '岗位人员', 'Clerk', '', '', 'f', 'clerk', 'contract',
           '2020-01-01', '', $3, true, 1, now())`,
        [TEST_CENTRE, person, account],
      );
    await pool.query(
      `INSERT INTO staff.stationing (centre_id, stationing_id, window_id, person_a_id, person_b_id,
         valid_from, version, updated_at)
       VALUES ($1, $2, $3, $4, $5, '2026-01-01', 1, now())`,
      [TEST_CENTRE, newId(), windowOf(1), a, b],
    );
  }

  test('a B post takes over the paused window itself, and A finds it held', async () => {
    const [a, b] = [clerkOf(1), clerkOf(1)];
    await stationB(b);
    await signIn(a, 1);
    expect((await signIn(b, 1)).problem).toBe('queue/window-held');
    await pause(a, 1);
    const covered = await signIn(b, 1);
    expect([covered.status, covered.body.isCover, covered.body.state]).toEqual([201, true, 'idle']);
    expect((await signIn(a, 1)).problem).toBe('queue/window-held');
    await signOut(b, 1);
  });

  test('the day’s end and the replay know of posts, and nobody’s time is counted twice', async () => {
    const clerk = clerkOf(0, 1);
    await signIn(clerk, 0);
    await take(clerk, 0, 1);
    hall.app.clock.advance(3_600_000);
    const { body } = await hall.app.send(hall.manager, routes.replayDay, {
      query: { siteId: hall.siteId, day: `2026-01-${20 + day}` },
    });
    expect(body.steps.map(({ act, windowState }) => [act, windowState])).toEqual([
      ['signed-in', 'idle'],
      ['post-taken', null],
    ]);
    await runQueueJob(hall, 'queue.measure-today');
    const { rows } = await hall.app.database.pool.query<{ open_seconds: number }>(
      'SELECT open_seconds FROM queue.window_measure WHERE day = $1',
      [`2026-01-${20 + day}`],
    );
    expect(rows).toEqual([{ open_seconds: 3600 }]);
    hall.app.clock.advance(86_400_000);
    day += 1;
    await runQueueJob(hall, 'queue.end-day');
    const left = await hall.app.database.pool.query('SELECT FROM queue.window_post');
    expect(left.rowCount).toBe(0);
  });
});
