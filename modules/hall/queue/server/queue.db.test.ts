import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';

import { newId } from '#kernel/ids/id.ts';
import { nobodyInParticular } from '#test/support/actors.ts';
import { TEST_NOW } from '#test/support/app.ts';

import { type IssueTicket, routes } from '../contract.ts';
import { openHall, runQueueJob, type TestHall } from './queue.fixture.ts';

describe('a hall at work', () => {
  let hall: TestHall;
  beforeAll(async () => {
    hall = await openHall();
  });
  afterAll(() => hall.close());

  // Each test has a day of its own, all of them working days of one week and the next.
  let day = 0;
  beforeEach(() => {
    day += 1;
    hall.app.clock.set(TEST_NOW);
    hall.app.clock.advance(day * 86_400_000);
  });

  const draw = async (more: Partial<IssueTicket> = {}) =>
    hall.app.send(hall.manager, routes.issueTicket, {
      key: newId(),
      body: { businessId: hall.general.id, ...more },
    });
  const [first, second, third] = [0, 1, 2];
  const windowOf = (at: number) => hall.windows[at] ?? expect.fail('no window');
  const clerkAt = (at: number) => hall.clerkOf(windowOf(at));
  const signIn = async (at: number) =>
    hall.app.send(clerkAt(at), routes.signIn, { params: { id: windowOf(at) } });
  const next = async (at: number) =>
    hall.app.send(clerkAt(at), routes.callNext, { params: { id: windowOf(at) } });
  const start = async (at: number, id: string) =>
    hall.app.send(clerkAt(at), routes.start, { params: { id } });
  const finish = async (at: number, id: string) =>
    hall.app.send(clerkAt(at), routes.finish, { params: { id }, body: { kind: 'accepted' } });
  /** Ends whatever the window has in its hands. */
  const clear = async (at: number) => {
    const desk = await hall.app.send(clerkAt(at), routes.getDesk, {});
    const current = desk.body.current;
    if (current?.state === 'called') await start(at, current.id);
    if (current != null) await finish(at, current.id);
  };

  test('visitors see which places are open and how many wait there', async () => {
    await draw();
    const open = await hall.app.send(nobodyInParticular(), routes.listPublicSites, {});
    expect(open.body.items).toMatchObject([{ isOpen: true, waiting: 1 }]);
    hall.app.clock.advance(8 * 3_600_000);
    const closed = await hall.app.send(nobodyInParticular(), routes.listPublicSites, {});
    expect(closed.body.items).toMatchObject([{ isOpen: false }]);
  });

  test('nobody without the permission draws, calls or sees', async () => {
    const nobody = nobodyInParticular();
    const drawn = await hall.app.send(nobody, routes.issueTicket, {
      key: newId(),
      body: { businessId: hall.general.id },
    });
    expect([drawn.status, drawn.problem]).toEqual([403, 'access/forbidden']);
    const elsewhere = await hall.app.send(clerkAt(first), routes.signIn, {
      params: { id: windowOf(second) },
    });
    expect(elsewhere.status).toBe(403);
    const seen = await hall.app.send(clerkAt(first), routes.showHall, {
      query: { siteId: hall.siteId },
    });
    expect(seen.status).toBe(403);
  });

  test('tickets have the letter and the serial of their line and day', async () => {
    const one = await draw();
    expect([one.status, one.body.number, one.body.waitingAhead]).toEqual([201, 'A001', 0]);
    const two = await draw({ priority: 'pregnant' });
    expect([two.body.number, two.body.waitingAhead]).toEqual(['VA002', 0]);
    hall.app.clock.advance(86_400_000);
    day += 1;
    expect((await draw()).body.number).toBe('A001');
  });

  test('a repeat with the same key gives the same ticket', async () => {
    const key = newId();
    const body = { businessId: hall.general.id };
    const one = await hall.app.send(hall.manager, routes.issueTicket, { key, body });
    const again = await hall.app.send(hall.manager, routes.issueTicket, { key, body });
    expect(again.body).toEqual(one.body);
  });

  test('a line by name asks for the card, and gives one person one ticket', async () => {
    const business = { businessId: hall.tax.id };
    expect((await draw(business)).problem).toBe('queue/identity-needed');
    const holder = { identityNo: '310117195001010015', name: '张三丰' };
    const one = await draw({ ...business, holder });
    expect(one.body.number).toMatch(/^V?B001$/);
    const again = await draw({ ...business, holder });
    expect([again.status, again.problem]).toEqual([409, 'queue/already-waiting']);
    const list = await hall.app.send(hall.manager, routes.listTickets, {
      query: { businessId: hall.tax.id },
    });
    expect(list.body.items[0]?.holder).toBe('张**');
    expect(list.text).not.toContain('310117195001010015');
    // The same person may wait in another line, but is never called by two windows at once.
    expect((await draw({ holder })).status).toBe(201);
    await signIn(first);
    await signIn(second);
    await signIn(third);
    expect((await next(first)).body.ticket.number).toMatch(/A001$/);
    expect((await next(second)).problem).toBe('queue/nobody-waits');
    await clear(first);
    expect((await next(second)).body.ticket.number).toMatch(/B001$/);
    await clear(second);
  });

  test('no ticket is given before opening, after closing and for a closed line', async () => {
    hall.app.clock.advance(-2 * 3_600_000);
    expect((await draw()).problem).toBe('queue/not-taking');
    hall.app.clock.advance(9 * 3_600_000 - 60_000);
    const late = await draw();
    expect([late.status, late.body.isNearClosing]).toEqual([201, true]);
    hall.app.clock.advance(60_000);
    expect((await draw()).problem).toBe('queue/not-taking');
  });

  test('a ticket of 23:59 stays of its day, and is void after midnight', async () => {
    const drawn = await draw();
    const date = drawn.body.day;
    hall.app.clock.advance(14 * 3_600_000 - 60_000);
    const before = await hall.app.send(undefined, routes.showByToken, {
      params: { token: drawn.body.link.slice(3) },
    });
    expect([before.body.state, before.body.day, before.body.ahead]).toEqual(['waiting', date, 0]);
    hall.app.clock.advance(120_000);
    await signIn(first);
    expect((await next(first)).problem).toBe('queue/nobody-waits');
    await runJob('queue.end-day');
    const after = await hall.app.send(undefined, routes.showByToken, {
      params: { token: drawn.body.link.slice(3) },
    });
    expect([after.body.state, after.body.day]).toEqual(['expired', date]);
  });

  test('the order is theirs who came first, with help before, and an edit moves nobody', async () => {
    const drawn = [
      await draw(),
      await draw(),
      await draw(),
      await draw({ priority: 'disabled' }),
      await draw({ priority: 'elderly' }),
      await draw({ priority: 'infant' }),
    ];
    const { version } = hall.general;
    const {
      id,
      zoneNameZh: _zh,
      zoneNameEn: _en,
      floor: _floor,
      windows: _windows,
      ...input
    } = hall.general;
    const edited = await hall.app.send(hall.manager, routes.changeBusiness, {
      params: { id },
      body: { ...input, nameZh: '综合受理', version },
    });
    expect(edited.status).toBe(200);
    const called: string[] = [];
    await signIn(first);
    for (let turn = 0; turn < drawn.length; turn += 1) {
      called.push((await next(first)).body.ticket.number);
      await clear(first);
    }
    expect(called).toEqual(['VA004', 'A001', 'VA005', 'VA006', 'A002', 'A003']);
  });

  test('one window has one ticket, and says so when asked for another', async () => {
    await draw();
    await draw();
    await signIn(first);
    const one = await next(first);
    expect([one.status, one.body.session.state]).toEqual([201, 'calling']);
    const two = await next(first);
    expect([two.status, two.problem]).toEqual([409, 'queue/finish-first']);
    expect((await finish(first, one.body.ticket.id)).problem).toBe('queue/not-in-that-state');
    await clear(first);
    expect((await next(first)).status).toBe(201);
    await clear(first);
  });

  test('a ticket is missed after three calls, comes back once behind three, and then is void', async () => {
    await signIn(first);
    for (let count = 0; count < 5; count += 1) await draw();
    const { id } = (await next(first)).body.ticket;
    const clerk = clerkAt(first);
    const miss = async () =>
      hall.app.send(clerk, routes.miss, { params: { id }, body: { reason: '叫号未到' } });
    const recall = async () => hall.app.send(clerk, routes.recall, { params: { id } });
    expect((await recall()).problem).toBe('queue/too-soon');
    expect((await miss()).problem).toBe('queue/called-too-few');
    for (let count = 0; count < 2; count += 1) {
      hall.app.clock.advance(21_000);
      expect((await recall()).status).toBe(200);
    }
    expect((await miss()).body.state).toBe('missed');
    const back = await hall.app.send(clerk, routes.requeue, { params: { id } });
    expect([back.body.state, back.body.ahead]).toEqual(['waiting', 3]);
    const called: string[] = [];
    for (let turn = 0; turn < 4; turn += 1) {
      const one = await next(first);
      called.push(one.body.ticket.number);
      if (one.body.ticket.id !== id) await clear(first);
    }
    expect(called).toEqual(['A002', 'A003', 'A004', 'A001']);
    for (let count = 0; count < 2; count += 1) {
      hall.app.clock.advance(21_000);
      await recall();
    }
    await miss();
    expect((await hall.app.send(clerk, routes.requeue, { params: { id } })).problem).toBe(
      'queue/requeued-before',
    );
  });

  test('a transfer keeps the time of issue and goes before those who came later', async () => {
    await signIn(first);
    await signIn(second);
    const drawn = await draw();
    hall.app.clock.advance(600_000);
    await draw();
    const { id } = (await next(first)).body.ticket;
    const moved = await hall.app.send(clerkAt(first), routes.transfer, {
      params: { id },
      body: { windowId: windowOf(second), reason: '需专窗办理' },
    });
    expect([moved.body.state, moved.body.issuedAt, moved.body.targetWindowNumber]).toEqual([
      'waiting',
      drawn.body.issuedAt,
      2,
    ]);
    // It waits for the second window only.
    expect((await next(first)).body.ticket.number).toBe('A002');
    expect((await next(second)).body.ticket.number).toBe('A001');
    await clear(first);
    await clear(second);
  });

  test('a person who fetches a paper keeps the number, and the window goes on', async () => {
    await signIn(first);
    await draw();
    await draw();
    const { id } = (await next(first)).body.ticket;
    await start(first, id);
    const held = await hall.app.send(clerkAt(first), routes.hold, {
      params: { id },
      body: { reason: '回去取身份证' },
    });
    expect(held.body.state).toBe('held');
    expect((await next(first)).body.ticket.number).toBe('A002');
    const busy = await hall.app.send(clerkAt(first), routes.resumeHeld, { params: { id } });
    expect(busy.problem).toBe('queue/finish-first');
    await clear(first);
    const back = await hall.app.send(clerkAt(first), routes.resumeHeld, { params: { id } });
    expect(back.body.state).toBe('serving');
    await clear(first);
  });

  test('a paused window does not call, and a pause has a limit', async () => {
    await signIn(first);
    await draw();
    const pause = async (minutes: number) =>
      hall.app.send(clerkAt(first), routes.pause, {
        params: { id: windowOf(first) },
        body: { reason: '盘点材料', minutes },
      });
    expect((await pause(90)).problem).toBe('queue/pause-too-long');
    expect((await pause(10)).body.state).toBe('paused');
    expect((await next(first)).problem).toBe('queue/window-paused');
    await hall.app.send(clerkAt(first), routes.resume, { params: { id: windowOf(first) } });
    expect((await next(first)).status).toBe(201);
    await clear(first);
  });

  test('two people never hold one window, nor one person two', async () => {
    await signIn(first);
    const other = { ...clerkAt(first), id: newId() };
    const taken = await hall.app.send(other, routes.signIn, { params: { id: windowOf(first) } });
    expect([taken.status, taken.problem]).toEqual([409, 'queue/window-held']);
    const everywhere = { ...hall.manager, id: newId() };
    await hall.app.send(clerkAt(third), routes.signOut, { params: { id: windowOf(third) } });
    await hall.app.send(everywhere, routes.signIn, { params: { id: windowOf(third) } });
    await hall.app.send(clerkAt(second), routes.signOut, { params: { id: windowOf(second) } });
    const twice = await hall.app.send(everywhere, routes.signIn, {
      params: { id: windowOf(second) },
    });
    expect(twice.problem).toBe('queue/signed-in-elsewhere');
    await hall.app.send(everywhere, routes.signOut, { params: { id: windowOf(third) } });
  });

  test('a number can be called out of turn, with a reason, and the green channel has a name', async () => {
    await signIn(first);
    await draw();
    const other = await draw();
    await draw();
    const green = await hall.app.send(hall.manager, routes.allowGreen, {
      params: { id: other.body.ticketId },
      body: { reason: '突发疾病' },
    });
    expect([green.body.lane, green.body.ahead]).toEqual(['green', 0]);
    const called = await hall.app.send(clerkAt(first), routes.callByNumber, {
      params: { id: windowOf(first) },
      body: { number: 'a003', reason: '同行办理' },
    });
    expect(called.body.ticket.number).toBe('A003');
    await clear(first);
    expect((await next(first)).body.ticket.number).toBe('A002');
    await clear(first);
    const visit = await hall.app.send(hall.manager, routes.getVisit, {
      params: { id: other.body.ticketId },
    });
    expect(visit.body.entries.map((entry) => entry.act)).toEqual([
      'issued',
      'green-allowed',
      'called',
      'started',
      'finished',
    ]);
    expect(visit.body.entries[1]).toMatchObject({ reason: '突发疾病', personName: '测试人员' });
  });

  const runJob = (name: string) => runQueueJob(hall, name);

  test('the figures of a day are made from its events, and agree with the tickets', async () => {
    await signIn(first);
    await draw();
    await draw();
    hall.app.clock.advance(300_000);
    const { id } = (await next(first)).body.ticket;
    hall.app.clock.advance(30_000);
    await start(first, id);
    hall.app.clock.advance(600_000);
    await finish(first, id);
    await runJob('queue.measure-today');
    const on = (await hall.app.send(hall.manager, routes.getVisit, { params: { id } })).body.ticket
      .day;
    const report = await hall.app.send(hall.manager, routes.showReport, {
      query: { from: on, to: on, by: 'window' },
    });
    expect(report.body.total).toMatchObject({ issued: 2, served: 1, meanServeSeconds: 600 });
    expect(report.body.items.find((line) => line.nameZh === '1')).toMatchObject({
      served: 1,
      meanWaitSeconds: 300,
    });
    const shown = await hall.app.send(hall.manager, routes.showHall, {
      query: { siteId: hall.siteId },
    });
    expect(shown.body).toMatchObject({ waiting: 1, issued: { today: 2, usual: null } });
    const replay = await hall.app.send(hall.manager, routes.replayDay, {
      query: { siteId: hall.siteId, day: on },
    });
    expect(replay.body.steps.map((step) => step.act)).toEqual(
      expect.arrayContaining(['issued', 'called', 'finished']),
    );
  });
});
