import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { newId } from '#kernel/ids/id.ts';
import { staffWith } from '#test/support/actors.ts';
import { startTestApp, type TestApp } from '#test/support/app.ts';
import { OTHER_CENTRE } from '#test/support/database.ts';
import { createPlaces, type Places } from '#test/support/organisation.ts';

import { permissions, routes } from '../../contract.ts';

const manager = staffWith([permissions.view.name, permissions.manage.name]);
const day = (opens: string, closes: string, weekday: number) => ({ weekday, opens, closes });
const WEEK = [1, 2, 3, 4, 5].flatMap((weekday) => [
  day('09:00', '11:30', weekday),
  day('13:30', '17:00', weekday),
]);

describe('opening hours', () => {
  let app: TestApp;
  let places: Places;
  /** The tag of a place without hours: what the site itself starts with. */
  let emptyTag = '';
  beforeAll(async () => {
    app = await startTestApp();
    places = await createPlaces(app, manager);
  });
  afterAll(() => app.close());

  const hoursOf = async (zoneId: string | null) => {
    const { body } = await app.send(manager, routes.listOpeningHours, {
      params: { id: places.siteId },
    });
    return body.places.find((place) => place.zoneId === zoneId) ?? { tag: emptyTag, rows: [] };
  };
  const setWeek = async (
    stretches: ReadonlyArray<{
      weekday: number;
      opens: string;
      closes: string;
      onClosedDays?: boolean;
    }>,
    more: { validFrom?: string; zoneId?: string | null; tag?: string } = {},
    actor = manager,
  ) => {
    const zoneId = more.zoneId ?? null;
    const tag = more.tag ?? (await hoursOf(zoneId)).tag;
    const body = { validFrom: '2026-01-20', ...more, zoneId, tag, stretches: [...stretches] };
    return app.send(actor, routes.setOpeningHours, { params: { id: places.siteId }, body });
  };
  const opening = async () =>
    (await app.send(undefined, routes.getPublicOpening, { query: { siteCode: 'here' } })).body;

  test('refuses a manager of another site', async () => {
    emptyTag = (await hoursOf(null)).tag;
    const elsewhere = staffWith([permissions.manage.name], { level: 'site', id: newId() });
    expect((await setWeek(WEEK, {}, elsewhere)).problem).toBe('access/forbidden');
  });

  test('of a week are set, and everybody sees that it is open now and until when', async () => {
    expect((await setWeek(WEEK)).status).toBe(200);
    const answer = await app.send(undefined, routes.getPublicOpening, {
      query: { siteCode: 'here' },
    });
    expect(answer.body.site.now).toEqual({
      isOpen: true,
      until: '2026-01-20T03:30:00.000Z',
      nextOpening: '2026-01-20T05:30:00.000Z',
    });
    expect(answer.body.week.map(({ intervals }) => intervals.length)).toEqual([
      0, 2, 2, 2, 2, 0, 0,
    ]);
    const again = await app.send(undefined, routes.getPublicOpening, {
      query: { siteCode: 'here' },
      headers: { 'if-none-match': String(answer.headers['etag']) },
    });
    expect(again.status).toBe(304);
  });

  test('of a 24-hour zone hold on a closed day on which the site is shut', async () => {
    const always = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
      ...day('00:00', '24:00', weekday),
      onClosedDays: true,
    }));
    expect((await setWeek(always, { zoneId: places.zoneId })).status).toBe(200);
    const made = await app.send(manager, routes.createClosedDay, {
      body: {
        siteId: null,
        day: '2026-01-20',
        kind: 'closed',
        nameZh: '停电检修',
        nameEn: 'Power works',
        likeWeekday: null,
        source: '',
      },
    });
    expect(made.status).toBe(201);
    const { site, zones } = await opening();
    expect(site.now.isOpen).toBe(false);
    expect(site.today.reason?.['zh-CN']).toBe('停电检修');
    expect(zones.map(({ isAroundTheClock, now }) => [isAroundTheClock, now.isOpen])).toEqual([
      [false, true],
    ]);
    await app.send(manager, routes.removeClosedDay, {
      params: { id: made.body.id },
      query: { version: 1 },
    });
    expect((await opening()).site.now.isOpen).toBe(true);
  });

  test('change from a later day only; what held stays as history, and the preview shows it before it is saved', async () => {
    const draft = { validFrom: '2026-02-02', stretches: [day('08:00', '12:00', 1)] };
    const preview = await app.send(manager, routes.previewOpening, {
      params: { id: places.siteId },
      body: { from: '2026-01-26', days: 8, draft },
    });
    expect(preview.body.days.map(({ intervals }) => intervals[0]?.from)).toEqual([
      ...Array.from({ length: 5 }, () => '09:00'),
      undefined,
      undefined,
      '08:00',
    ]);
    await setWeek(draft.stretches, { validFrom: draft.validFrom });
    const { rows } = await hoursOf(null);
    expect(rows.filter(({ validTo }) => validTo === '2026-02-01')).toHaveLength(WEEK.length);
    expect(rows.filter(({ validTo }) => validTo === null)).toHaveLength(1);
    expect((await setWeek(WEEK, { validFrom: '2026-01-19' })).problem).toBe(
      'organisation/hours-in-past',
    );
  });

  test('that two people set at once are kept from the second', async () => {
    const { tag } = await hoursOf(null);
    const answers = await Promise.all(
      [1, 2, 3].map((weekday) =>
        setWeek([day('10:00', '12:00', weekday)], { validFrom: '2026-05-04', tag }),
      ),
    );
    expect(answers.map(({ problem }) => problem ?? 'saved').toSorted()).toEqual([
      'organisation/hours-moved',
      'organisation/hours-moved',
      'saved',
    ]);
  });

  test('that overlap are refused, and a zone of another site', async () => {
    const overlap = [day('09:00', '12:00', 1), day('11:00', '13:00', 1)];
    expect((await setWeek(overlap)).problem).toBe('organisation/hours-overlap');
    expect((await setWeek(WEEK, { zoneId: places.otherZoneId })).problem).toBe(
      'organisation/zone-elsewhere',
    );
  });

  test('differ on a day only once, and a day that has passed is left alone', async () => {
    const body = {
      siteId: places.siteId,
      day: '2026-03-14',
      kind: 'open' as const,
      nameZh: '调休',
      nameEn: 'Make-up',
      likeWeekday: 1,
      source: '',
    };
    const send = (more: object) =>
      app.send(manager, routes.createClosedDay, { body: { ...body, ...more } });
    expect((await send({})).status).toBe(201);
    expect((await send({})).problem).toBe('organisation/day-taken');
    expect((await send({ day: '2026-01-19' })).problem).toBe('organisation/day-passed');
    expect((await send({ day: '2026-03-15', siteId: newId() })).problem).toBe(
      'organisation/unknown-reference',
    );
    expect((await send({ day: '2026-03-15', likeWeekday: null })).problem).toBe(
      'request/invalid-input',
    );
    const ofSite = staffWith([permissions.manage.name], { level: 'site', id: places.siteId });
    const forAll = await app.send(ofSite, routes.createClosedDay, {
      body: { ...body, siteId: null, day: '2026-03-20' },
    });
    expect(forAll.problem).toBe('access/forbidden');
  });

  test('are shown to everybody for all sites of their own centre only', async () => {
    const { body } = await app.send(undefined, routes.listPublicSites);
    expect(body.items.map(({ code }) => code)).toEqual(['here', 'there']);
    const stranger = staffWith([], undefined, { centreId: OTHER_CENTRE });
    expect((await app.send(stranger, routes.listPublicSites)).body.items).toEqual([]);
    expect(
      (await app.send(stranger, routes.getPublicOpening, { query: { siteCode: 'here' } })).problem,
    ).toBe('request/not-found');
  });
});
