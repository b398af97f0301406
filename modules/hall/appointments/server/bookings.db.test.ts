import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';

import { systemActor } from '#kernel/access/system-actor.ts';
import { newId } from '#kernel/ids/id.ts';
import { openTestDatabase, type TestDatabase } from '#test/support/database.ts';

import { DEFAULT_SETTINGS, type Group, type OwnBooking, permissions, routes } from '../contract.ts';
import {
  aGroup,
  type Bench,
  CENTRE,
  citizen,
  machine,
  OTHER_SITE,
  SITE,
  staffOf,
  startBench,
} from './fixture.ts';
import { markMissed } from './jobs/mark-missed.ts';
import { remindHolders } from './jobs/remind-holders.ts';

const TUESDAY = '2026-01-20';
const WEDNESDAY = '2026-01-21';

describe('appointments', () => {
  let database: TestDatabase;
  let bench: Bench;
  let group: Group;
  beforeAll(async () => {
    database = await openTestDatabase();
    bench = await startBench(database);
    group = await bench.group({ places: 50 });
  });
  beforeEach(() => {
    bench.setTime('2026-01-20T08:00');
    bench.notices.length = 0;
  });
  afterAll(async () => {
    await bench.close();
    await database.drop();
  });

  const book = async (who = citizen(), day = TUESDAY, from = '10:00'): Promise<OwnBooking> => {
    const body = { groupId: group.id, day, from };
    const answer = await bench.send(who, routes.bookOwn, { body });
    if (answer.problem !== undefined) throw new Error(answer.text);
    return answer.body;
  };
  const runJob = async (make: typeof markMissed | typeof remindHolders): Promise<void> => {
    const job = make(bench.deps);
    const { run } = job;
    if (run.mode !== 'in-transaction') throw new Error('It runs in a transaction.');
    const context = {
      actor: systemActor(CENTRE, job.name),
      attempt: 1,
      dueAt: bench.clock.now(),
      signal: new AbortController().signal,
    };
    await database.transaction((tx) => run.handle(tx, {}, context));
  };
  const lookUp = async (text: string) =>
    (await bench.send(bench.manager, routes.lookUp, { body: { text, siteId: SITE } })).body.items;

  test('are read and changed only by those who may', async () => {
    const who = citizen();
    const { id, version } = await book(who);
    const stranger = citizen();
    const params = { id };
    const byStranger = await bench.send(stranger, routes.cancelOwn, { params, body: { version } });
    expect(byStranger.problem).toBe('request/not-found');
    const list = await bench.send(undefined, routes.listBookings);
    expect(list.problem).toBe('access/not-signed-in');
    const elsewhere = staffOf([permissions.view.name, permissions.checkIn.name], {
      level: 'site',
      id: OTHER_SITE,
    });
    const seen = await bench.send(elsewhere, routes.listBookings, { query: {} });
    expect(seen.body.items).toEqual([]);
    const checked = await bench.send(elsewhere, routes.checkIn, { params });
    expect(checked.problem).toBe('access/forbidden');
    const clerk = staffOf([permissions.view.name, permissions.book.name]);
    const create = await bench.send(clerk, routes.createGroup, { body: aGroup() });
    expect(create.problem).toBe('access/forbidden');
    const settings = await bench.send(clerk, routes.changeSettings, { body: DEFAULT_SETTINGS });
    expect(settings.problem).toBe('access/forbidden');
    const excuse = await bench.send(clerk, routes.excuseMissed, {
      params,
      body: { version, reason: '演示' },
    });
    expect(excuse.problem).toBe('access/forbidden');
  });

  test('are confirmed with a code, an address and a message', async () => {
    const booking = await book();
    expect(booking.code).toMatch(/^[2346789ACDEFGHJKMNPQRTWXY]{8}$/);
    expect(booking.url).toBe(`https://centre.example/appointments/at/${booking.token}`);
    expect(bench.notices).toEqual([`appointments.booked ${booking.id}/0/0`]);
    const byAddress = await bench.send(undefined, routes.getByToken, {
      params: { token: booking.token },
    });
    expect(byAddress.body).toMatchObject({ id: booking.id, holder: '张*', from: '10:00' });
  });

  test('cannot be booked too late, beyond the days ahead, or twice a day', async () => {
    const who = citizen();
    const tryBook = async (day: string, from: string) =>
      (await bench.send(who, routes.bookOwn, { body: { groupId: group.id, day, from } })).problem;
    bench.setTime('2026-01-20T09:51');
    expect(await tryBook(TUESDAY, '10:00')).toBe('appointments/too-late');
    expect(await tryBook('2026-01-28', '10:00')).toBe('appointments/not-a-slot');
    expect(await tryBook('2026-01-22', '10:00')).toBe('appointments/not-a-slot');
    expect(await tryBook(WEDNESDAY, '12:00')).toBe('appointments/not-a-slot');
    expect(await tryBook(WEDNESDAY, '10:00')).toBeUndefined();
    expect(await tryBook(WEDNESDAY, '14:00')).toBe('appointments/day-limit');
  });

  test('can be moved and cancelled until two hours before, then only by the staff', async () => {
    const who = citizen();
    const { id, version, code } = await book(who, TUESDAY, '10:30');
    const moved = await bench.send(who, routes.moveOwn, {
      params: { id },
      body: { version, day: TUESDAY, from: '11:00' },
    });
    expect(moved.body).toMatchObject({ from: '11:00', moves: 1, code });
    bench.setTime('2026-01-20T09:01');
    const late = { params: { id }, body: { version: moved.body.version } };
    expect((await bench.send(who, routes.cancelOwn, late)).problem).toBe(
      'appointments/cancel-too-late',
    );
    const byStaff = await bench.send(bench.manager, routes.cancelBooking, {
      params: { id },
      body: { version: moved.body.version, reason: '设备检修' },
    });
    expect(byStaff.body).toMatchObject({ state: 'cancelled', reason: '设备检修' });
    expect(bench.notices.map((one) => one.split(' ')[0])).toEqual([
      'appointments.booked',
      'appointments.moved',
      'appointments.cancelled',
    ]);
  });

  test('are found at the hall by code, QR, identity number and mobile number', async () => {
    const partyId = newId();
    bench.numbers.set('310117198005010013', partyId);
    const { code, url, id } = await book(citizen(partyId));
    for (const text of [code, code.toLowerCase(), url, '310117198005010013'])
      expect((await lookUp(text)).map((one) => one.id)).toEqual([id]);
    const mobile = `138${partyId.replaceAll(/\D/g, '').slice(-8).padStart(8, '0')}`;
    expect((await lookUp(mobile)).map((one) => one.id)).toEqual([id]);
    expect(await lookUp('310117198005010099')).toEqual([]);
    const general = { body: { text: '1234', siteId: SITE } };
    expect((await bench.send(bench.manager, routes.lookUp, general)).problem).toBe(
      'appointments/too-general',
    );
  });

  test('become one ticket at check-in, however often somebody presses', async () => {
    const { id } = await book();
    const early = await bench.send(machine(), routes.checkInAtMachine, { params: { id } });
    expect(early.problem).toBe('appointments/too-early');
    bench.setTime('2026-01-20T09:40');
    const kiosk = machine();
    const answers = await Promise.all(
      Array.from({ length: 6 }, () =>
        bench.send(kiosk, routes.checkInAtMachine, { params: { id } }),
      ),
    );
    const tickets = new Set(answers.map(({ body }) => body.ticket.number));
    expect(tickets.size).toBe(1);
    const order = bench.orders.find((one) => one.appointmentId === id);
    expect(order).toMatchObject({ queueCode: 'A', holder: '张*', takenAt: 'machine' });
    expect(answers[0]?.body.booking).toMatchObject({ state: 'arrived' });
  });

  test('are missed half an hour after their start, told, and cannot be checked in', async () => {
    const { id } = await book();
    bench.setTime('2026-01-20T10:30');
    await runJob(markMissed);
    const still = await bench.send(bench.manager, routes.listBookings, {
      query: { state: 'missed' },
    });
    expect(still.body.items.map((one) => one.id)).not.toContain(id);
    bench.setTime('2026-01-20T10:31');
    await runJob(markMissed);
    expect(bench.notices.at(-1)).toMatch(/^appointments\.missed/);
    const answer = await bench.send(bench.manager, routes.checkIn, { params: { id } });
    expect(answer.problem).toBe('appointments/check-in-over');
  });

  test('missed three times close booking until one is excused', async () => {
    const partyId = newId();
    const who = citizen(partyId);
    const missed: string[] = [];
    for (const day of ['2026-03-02', '2026-03-03', '2026-03-04']) {
      bench.setTime(`${day}T08:00`);
      missed.push((await book(who, day)).id);
      bench.setTime(`${day}T12:00`);
      await runJob(markMissed);
    }
    bench.setTime('2026-03-05T08:00');
    const body = { groupId: group.id, day: '2026-03-05', from: '10:00' };
    const refused = await bench.send(who, routes.bookOwn, { body });
    expect(refused.problem).toBe('appointments/banned');
    expect(refused.text).toContain('2026-04-03');
    const own = await bench.send(who, routes.listOwnBookings);
    expect(own.body.ban).toEqual({ until: '2026-04-03', missed: 3 });
    const { body: list } = await bench.send(bench.manager, routes.listMissed);
    expect(list.items.find((one) => one.partyId === partyId)).toMatchObject({
      missed: 3,
      bannedUntil: '2026-04-03',
    });
    // The desk may still book for them.
    const atDesk = await bench.send(bench.manager, routes.bookFor, {
      body: { ...body, partyId, channel: 'desk', from: '09:00' },
    });
    expect(atDesk.status).toBe(201);
    const [first = ''] = missed;
    await bench.send(bench.manager, routes.excuseMissed, {
      params: { id: first },
      body: { version: 2, reason: '大厅停电' },
    });
    const after = await bench.send(who, routes.bookOwn, { body: { ...body, day: '2026-03-06' } });
    expect(after.status).toBe(201);
  });

  test('are reminded a day and two hours before, once each, and not right after booking', async () => {
    bench.setTime('2026-01-19T08:00');
    const { id } = await book(citizen(), WEDNESDAY, '10:00');
    bench.notices.length = 0;
    for (const time of ['2026-01-19T20:00', '2026-01-20T10:05', '2026-01-20T10:15']) await at(time);
    expect(bench.notices.filter((one) => one.includes(id))).toEqual([
      `appointments.reminder ${id}/0/24`,
    ]);
    await at('2026-01-21T08:01');
    expect(bench.notices.filter((one) => one.includes(id))).toHaveLength(2);
    const soon = await book(citizen(), WEDNESDAY, '09:30');
    await at('2026-01-21T08:35');
    expect(bench.notices.filter((one) => one.includes(`reminder ${soon.id}`))).toEqual([]);
  });

  const at = async (time: string): Promise<void> => {
    bench.setTime(time);
    await runJob(remindHolders);
  };

  test('go into a calendar, and a cancelled one leaves it', async () => {
    const who = citizen();
    const { token, id, version, code } = await book(who, WEDNESDAY);
    const params = { token };
    const { text } = await bench.send(undefined, routes.downloadCalendar, { params });
    expect(text).toContain('BEGIN:VEVENT\r\n');
    expect(text).toContain('DTSTART:20260121T020000Z\r\nDTEND:20260121T023000Z\r\n');
    expect(text).toContain(`取号码 ${code}`);
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    await bench.send(who, routes.cancelOwn, { params: { id }, body: { version } });
    const after = await bench.send(undefined, routes.downloadCalendar, { params });
    expect(after.text).toContain('METHOD:CANCEL');
    expect(after.text).toContain('STATUS:CANCELLED');
    expect(after.text).toContain('SEQUENCE:1');
  });

  test('keep the length of a slot while people are expected', async () => {
    const own = await bench.group();
    await bench.send(citizen(), routes.bookOwn, {
      body: { groupId: own.id, day: WEDNESDAY, from: '09:00' },
    });
    const change = { ...aGroup({ slotMinutes: 60 }), version: 1 };
    const answer = await bench.send(bench.manager, routes.changeGroup, {
      params: { id: own.id },
      body: change,
    });
    expect(answer.problem).toBe('appointments/slots-in-use');
    const closed = { ...aGroup({ isOpen: false, closedReasonZh: '系统升级' }), version: 1 };
    await bench.send(bench.manager, routes.changeGroup, { params: { id: own.id }, body: closed });
    const refused = await bench.send(citizen(), routes.bookOwn, {
      body: { groupId: own.id, day: WEDNESDAY, from: '09:30' },
    });
    expect(refused.problem).toBe('appointments/group-closed');
    expect(refused.text).toContain('系统升级');
  });

  test('are counted by day and group, with no share where there is nothing to count', async () => {
    const { body } = await bench.send(bench.manager, routes.listFigures, {
      query: { from: '2026-01-01', to: '2026-12-31' },
    });
    const day = body.items.find((one) => one.day === '2026-03-02');
    expect(day).toMatchObject({ booked: 1, arrived: 0, missed: 1, missedShare: 1 });
    const none = body.items.find((one) => one.arrived + one.missed === 0);
    expect(none?.missedShare).toBeNull();
    const sheet = await bench.send(bench.manager, routes.exportBookings, { query: {} });
    expect(sheet.bytes.subarray(0, 2).toString()).toBe('PK');
  });
});
