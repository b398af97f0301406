import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';

import type { Actor } from '#kernel/access/contract-actor.ts';
import { newId } from '#kernel/ids/id.ts';
import { nobodyInParticular, staffWith } from '#test/support/actors.ts';
import { TEST_NOW } from '#test/support/app.ts';

import { isShownAt, permissions, routes } from '../contract.ts';
import { openHall, placeDevice, type TestHall } from './queue.fixture.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const CARD = { identityNo: '310117195001010015', name: '张三丰' };

describe('a device of the hall', () => {
  let hall: TestHall;
  let machine: Actor;
  let elsewhere: Actor;
  let day = 0;
  beforeAll(async () => {
    hall = await openHall(2);
    machine = await placeDevice(hall, { siteId: hall.siteId, zoneId: hall.zoneId });
    elsewhere = await placeDevice(hall, { siteId: hall.otherSiteId });
  });
  afterAll(() => hall.close());
  beforeEach(() => {
    day += 1;
    hall.app.clock.set(TEST_NOW);
    hall.app.clock.advance(day * DAY_MS);
  });

  const take = async (body: object, key = newId(), actor = machine) =>
    hall.app.send(actor, routes.takeTicketAtDevice, {
      key,
      body: { businessId: hall.general.id, ...body },
    });
  const show = async (actor = machine) =>
    hall.app.send(actor, routes.showHallToDevice, { query: { whole: 'true' } });

  test('is known by its account: people, and accounts of nothing, are refused', async () => {
    expect((await show(hall.manager)).status).toBe(403);
    const stranger = staffWith([permissions.serve.name], { level: 'own' }, { kind: 'device' });
    expect((await show(stranger)).problem).toBe('queue/not-a-device');
    expect((await take({}, newId(), stranger)).problem).toBe('queue/not-a-device');
  });

  test('shows lines, windows, calls, hours and how loud it speaks', async () => {
    const { body } = await show();
    expect(body.businesses.map(({ letter }) => letter)).toEqual(['A', 'B']);
    expect(body.windows.map(({ number }) => number)).toEqual([1, 2]);
    expect(body).toMatchObject({ isOpen: true, opensAt: '09:00', closesAt: '17:00' });
    expect(body.volume.find(({ from }) => from === '07:30')?.volume).toBe(0.9);
    expect([body.ownZoneId, body.ownWindowId]).toEqual([hall.zoneId, null]);
  });

  test('gives one ticket for one key, and none of another site', async () => {
    const key = newId();
    const first = await take({}, key);
    expect([first.status, first.body.number]).toEqual([201, 'A001']);
    expect((await take({}, key)).body).toEqual(first.body);
    expect((await take({}, newId(), elsewhere)).problem).toBe('queue/unknown-business');
  });

  test('asks for the card where tickets have names, finds them by the card, and prints again', async () => {
    const named = { businessId: hall.tax.id };
    expect((await take(named)).problem).toBe('queue/identity-needed');
    const { body: slip } = await take({ ...named, holder: CARD });
    expect((await take({ ...named, holder: CARD })).problem).toBe('queue/already-waiting');
    const find = async (actor: Actor) =>
      hall.app.send(actor, routes.findOpenSlip, { body: { identityNo: CARD.identityNo } });
    expect((await find(machine)).body.items.map(({ number }) => number)).toEqual([slip.number]);
    expect((await find(elsewhere)).body.items).toEqual([]);
    const again = await hall.app.send(machine, routes.getSlip, { params: { id: slip.ticketId } });
    expect(again.body).toMatchObject({ number: slip.number, isReprint: true });
    const foreign = await hall.app.send(elsewhere, routes.getSlip, {
      params: { id: slip.ticketId },
    });
    expect(foreign.status).toBe(404);
  });

  test('takes a ticket back once', async () => {
    const { body: slip } = await take({});
    const leave = async (actor = machine) =>
      hall.app.send(actor, routes.leaveAtDevice, { params: { id: slip.ticketId } });
    expect((await leave(elsewhere)).status).toBe(404);
    expect((await leave()).status).toBe(200);
    expect((await leave()).problem).toBe('queue/not-in-that-state');
  });

  describe('shows notices', () => {
    const at = (hours: number) =>
      new Date(hall.app.clock.now().getTime() + hours * HOUR_MS).toISOString();
    const put = async (more: object = {}, actor: Actor = hall.manager) =>
      hall.app.send(actor, routes.createNotice, {
        key: newId(),
        body: {
          siteId: hall.siteId,
          zoneId: null,
          textZh: '三楼电梯检修，请走扶梯',
          textEn: 'The lift to floor 3 is under repair; please take the escalator',
          isUrgent: false,
          shownFrom: at(-1),
          shownUntil: at(8),
          dailyFrom: null,
          dailyUntil: null,
          ...more,
        },
      });
    const seen = async () => (await show()).body.notices.map(({ textZh }) => textZh);

    test('put up by who keeps the hall, in order of time', async () => {
      expect((await put({}, nobodyInParticular())).status).toBe(403);
      expect((await put({ shownUntil: at(-2) })).status).toBe(400);
      expect((await put({ zoneId: newId() })).problem).toBe('queue/unknown-place');
    });

    test('of their site and of now or tomorrow, urgent ones first; changed and taken off at once', async () => {
      const { body: usual } = await put({ textZh: '普通', zoneId: hall.zoneId });
      await put({ textZh: '紧急', isUrgent: true });
      await put({ textZh: '已过', shownFrom: at(-3), shownUntil: at(-2) });
      await put({ textZh: '下周', shownFrom: at(170), shownUntil: at(180) });
      expect(await seen()).toEqual(['紧急', '普通']);
      expect((await show(elsewhere)).body.notices).toEqual([]);
      const { id, version, zoneNameZh: _zh, zoneNameEn: _en, byName: _by, ...body } = usual;
      const change = async (sent: object) =>
        hall.app.send(hall.manager, routes.changeNotice, {
          params: { id },
          body: { ...body, version, ...sent },
        });
      expect((await change({ textZh: '改过' })).body.version).toBe(2);
      expect((await change({ textZh: '又改' })).status).toBe(409);
      expect(await seen()).toEqual(['紧急', '改过']);
      await hall.app.send(hall.manager, routes.withdrawNotice, { params: { id } });
      expect(await seen()).toEqual(['紧急']);
      const { body: list } = await hall.app.send(hall.manager, routes.listNotices, {
        query: { siteId: hall.siteId },
      });
      expect(list.items.map(({ textZh }) => textZh)).toEqual(
        expect.arrayContaining(['紧急', '已过', '下周']),
      );
    });

    test('within their hours of the day, also over midnight', () => {
      const span = {
        shownFrom: '2026-01-20T00:00:00Z',
        shownUntil: '2026-01-22T00:00:00Z',
        dailyFrom: '22:00',
        dailyUntil: '06:00',
      };
      const now = new Date('2026-01-21T00:00:00Z');
      expect(isShownAt(span, now, '23:30')).toBe(true);
      expect(isShownAt(span, now, '05:59')).toBe(true);
      expect(isShownAt(span, now, '12:00')).toBe(false);
      expect(isShownAt({ ...span, dailyFrom: null }, now, '05:00')).toBe(true);
      expect(isShownAt(span, new Date('2026-01-22T00:00:00Z'), '23:30')).toBe(false);
    });
  });
});
