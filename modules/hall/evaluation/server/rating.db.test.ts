import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';

import type { Actor } from '#kernel/access/contract-actor.ts';
import { systemActor } from '#kernel/access/system-actor.ts';
import { newId } from '#kernel/ids/id.ts';
import { nobodyInParticular } from '#test/support/actors.ts';
import { openTestDatabase, type TestDatabase } from '#test/support/database.ts';

import { DEFAULT_SETTINGS, routes } from '../contract.ts';
import { evaluationApi } from './api.ts';
import { type Bench, CENTRE, OTHER_WINDOW, startBench, WATER, WINDOW } from './fixture.ts';
import { followTime } from './jobs/follow-time.ts';

describe('ratings', () => {
  let database: TestDatabase;
  let bench: Bench;
  beforeAll(async () => {
    database = await openTestDatabase();
    bench = await startBench(database);
  });
  beforeEach(() => bench.deps.clock.set('2026-01-20T02:00:00Z'));
  afterAll(async () => {
    await bench.close();
    await database.drop();
  });

  const good = { grade: 'very-satisfied', options: ['510', '517'] } as const;
  const onPad = (serviceId: string, more: object = {}) => ({
    ...good,
    options: [...good.options],
    serviceId,
    optionSetVersion: 1,
    ratedAt: bench.deps.clock.now().toISOString(),
    shownForSeconds: 8,
    ...more,
  });

  describe('on the pad', () => {
    test('are closed to people, and to a device at no window', async () => {
      const clerk = bench.staff(['invite', 'view']);
      expect((await bench.send(clerk, routes.getPadView)).problem).toBe('access/forbidden');
      expect((await bench.send(undefined, routes.getPadView)).problem).toBe('access/not-signed-in');
      const stranger = { ...bench.pad, id: newId() };
      expect((await bench.send(stranger, routes.getPadView)).problem).toBe('evaluation/not-a-pad');
    });

    test('begin with the static page: who sits here, and nothing of whom was served', async () => {
      const { body } = await bench.send(bench.pad, routes.getPadView);
      expect(body.mode).toBe('static');
      expect(body.person).toMatchObject({ nameZh: '王窗口', postZh: '综窗人员', hasPhoto: false });
      expect(body.window.number).toBe(7);
      expect(body.optionSet.options).toHaveLength(40);
      expect(body.qr).toBe(`https://centre.example/rate/window/${WINDOW}`);
      const other = await bench.send(bench.otherPad, routes.getPadView);
      expect(other.body.mode).toBe('closed');
    });

    test('ask for sixty seconds after a visit, and go back by themselves', async () => {
      const { serviceId } = await bench.visit();
      const asked = await bench.send(bench.pad, routes.getPadView);
      expect(asked.body).toMatchObject({
        mode: 'dynamic',
        invitation: { serviceId, ticketNo: 'A012' },
      });
      bench.deps.clock.advance(61_000);
      expect((await bench.send(bench.pad, routes.getPadView)).body.mode).toBe('static');
    });

    test('are asked for at no window at which nobody sits', async () => {
      const asked = await bench.send(bench.staff(['invite']), routes.invite, {
        body: { windowId: OTHER_WINDOW },
        key: newId(),
      });
      expect(asked.problem).toBe('evaluation/nobody-at-window');
    });

    test('are kept once, however often the pad sends them', async () => {
      const { serviceId, visitId } = await bench.visit();
      const key = newId();
      const sent = () =>
        bench.send(bench.pad, routes.submitPadRating, { body: onPad(serviceId), key });
      const [first, second] = [await sent(), await sent()];
      expect(first.status).toBe(201);
      expect(second.body).toEqual(first.body);
      const again = await bench.send(bench.pad, routes.submitPadRating, { body: onPad(serviceId) });
      expect(again.problem).toBe('evaluation/already-rated');
      const rating = await evaluationApi.findRatingOfVisit(database.db, CENTRE, visitId);
      expect(rating).toMatchObject({ grade: 'very-satisfied', stars: 5 });
      expect((await bench.send(bench.pad, routes.getPadView)).body.mode).toBe('static');
    });

    test('are one when two pads of one window send at the same moment', async () => {
      const { serviceId } = await bench.visit();
      const sent = await Promise.all(
        Array.from({ length: 8 }, () =>
          bench.send(bench.pad, routes.submitPadRating, { body: onPad(serviceId) }),
        ),
      );
      expect(sent.filter(({ status }) => status === 201)).toHaveLength(1);
    });

    test('that were kept while the network was away carry the time at which they were given', async () => {
      const { serviceId } = await bench.visit();
      const ratedAt = '2026-01-20T02:00:30.000Z';
      bench.deps.clock.set('2026-01-20T09:00:00Z');
      const late = onPad(serviceId, { ratedAt, wasKept: true });
      expect((await bench.send(bench.pad, routes.submitPadRating, { body: late })).status).toBe(
        201,
      );
      const reader = bench.staff(['view']);
      const { body } = await bench.send(reader, routes.listEvaluations);
      expect(body.items.find((one) => one.serviceId === serviceId)?.ratedAt).toBe(ratedAt);
    });

    test('of another window are refused, and so are options of another grade', async () => {
      const { serviceId } = await bench.visit();
      const wrong = await bench.send(bench.otherPad, routes.submitPadRating, {
        body: onPad(serviceId),
      });
      expect(wrong.problem).toBe('evaluation/not-invited');
      const mixed = await bench.send(bench.pad, routes.submitPadRating, {
        body: onPad(serviceId, { options: ['108'] }),
      });
      expect(mixed.problem).toBe('evaluation/option-of-other-grade');
      const silent = await bench.send(bench.pad, routes.submitPadRating, {
        body: onPad(serviceId, { grade: 'dissatisfied', options: [] }),
      });
      expect(silent.problem).toBe('evaluation/say-why');
    });
  });

  describe('by a person', () => {
    test('are given by the link, added to once, and no more', async () => {
      const { token } = await bench.visit();
      const rate = (body: object) =>
        bench.send(undefined, routes.rate, { params: { token }, body: body as never });
      expect(
        (await bench.send(undefined, routes.getRateable, { params: { token } })).body.service.may,
      ).toBe('rate');
      expect((await rate(good)).body.may).toBe('add');
      const added = await rate({ grade: 'satisfied', comment: '补充一句' });
      expect(added.body).toMatchObject({ may: 'nothing', given: [{ number: 1 }, { number: 2 }] });
      expect((await rate(good)).problem).toBe('evaluation/already-rated');
      const unknown = await bench.send(undefined, routes.getRateable, {
        params: { token: 'NOTHING234679' },
      });
      expect(unknown.problem).toBe('request/not-found');
    });

    test('find the visit by the ticket of today at its window, and by the mobile number that was left', async () => {
      const partyId = newId();
      const { token } = await bench.visit({ ticketNo: 'C777', partyId });
      const search = (body: object) =>
        bench.send(undefined, routes.findRateable, { body: body as never });
      const byTicket = await search({ windowId: WINDOW, text: 'c777' });
      expect(byTicket.body.items.map((one) => one.token)).toEqual([token]);
      expect((await search({ text: 'C777' })).body.items).toEqual([]);
      expect((await search({ windowId: OTHER_WINDOW, text: 'C777' })).body.items).toEqual([]);
      const byMobile = await search({ text: '13800138000' });
      expect(byMobile.body.items.map((one) => one.token)).toEqual([token]);
      expect((await search({ text: '13800138001' })).body.items).toEqual([]);
    });

    test('find the visit at a kiosk by the ticket of today alone, and count as rated there', async () => {
      const { token } = await bench.visit({ ticketNo: 'D015' });
      const search = (actor: Actor | undefined) =>
        bench.send(actor, routes.findRateable, { body: { text: 'd015' } });
      expect((await search(undefined)).body.items).toEqual([]);
      expect((await search(bench.pad)).body.items.map((one) => one.token)).toEqual([token]);
      const { status } = await bench.send(bench.pad, routes.rate, {
        params: { token },
        body: { grade: 'satisfied' },
      });
      expect(status).toBe(201);
      const { body } = await bench.send(bench.staff(['view']), routes.listEvaluations, {
        query: { channel: 'kiosk' },
      });
      expect(body.items.map((one) => one.ticketNo)).toContain('D015');
      bench.deps.clock.advance(86_400_000);
      expect((await search(bench.pad)).body.items).toEqual([]);
      bench.deps.clock.advance(-86_400_000);
    });

    test('are listed for whoever was served, and for nobody else', async () => {
      const partyId = newId();
      const { token } = await bench.visit({ partyId });
      const own = await bench.send(bench.citizen(partyId), routes.listOwn);
      expect(own.body.items.map((one) => one.token)).toEqual([token]);
      expect((await bench.send(bench.citizen(newId()), routes.listOwn)).body.items).toEqual([]);
      expect((await bench.send(bench.staff(['view']), routes.listOwn)).problem).toBe(
        'access/forbidden',
      );
    });

    test('close after thirty days', async () => {
      const { token } = await bench.visit();
      bench.deps.clock.set('2026-02-20T02:00:00Z');
      const late = await bench.send(undefined, routes.rate, {
        params: { token },
        body: good as never,
      });
      expect(late.problem).toBe('evaluation/not-open');
    });

    test('made in a session of the staff are suspect, count until judged, and are never deleted', async () => {
      const { token, serviceId } = await bench.visit();
      const clerk = bench.staff(['invite', 'view']);
      await bench.send(clerk, routes.rate, { params: { token }, body: good as never });
      const reviewer = bench.staff(['review', 'view']);
      const suspects = await bench.send(reviewer, routes.listEvaluations, {
        query: { standing: 'suspect' },
      });
      const found = suspects.body.items.find((one) => one.serviceId === serviceId);
      expect(found?.suspicions).toEqual([{ code: 'staff-session', weight: 100 }]);
      const params = { id: found?.id ?? '' };
      const body = {
        counts: false,
        ground: 'staff-made',
        reason: '工作人员登录状态下评价',
      } as const;
      expect((await bench.send(clerk, routes.judge, { params, body })).problem).toBe(
        'access/forbidden',
      );
      const judged = await bench.send(reviewer, routes.judge, { params, body });
      expect(judged.body).toMatchObject({
        standing: 'excluded',
        exclusion: { ground: 'staff-made' },
      });
      expect((await bench.send(reviewer, routes.judge, { params, body })).problem).toBe(
        'evaluation/not-suspect',
      );
    });
  });

  describe('in figures', () => {
    const period = { from: '2026-03-02', to: '2026-03-02' };

    test('are closed to who may not see them, and narrow to what one may see', async () => {
      const denied = await bench.send(nobodyInParticular(), routes.showFigures, { query: period });
      expect(denied.problem).toBe('access/forbidden');
      const scope = { level: 'department', id: WATER } as const;
      bench.deps.clock.set('2026-03-02T02:00:00Z');
      await bench.visit();
      const water = await bench.send(bench.staff(['view'], { scope }), routes.showFigures, {
        query: period,
      });
      expect(water.body.whole).toMatchObject({ due: 0, goodRate: { value: null }, mean: null });
    });

    test('count a default apart from ratings, and not at all once somebody rated', async () => {
      bench.deps.clock.set('2026-03-02T03:00:00Z');
      const manager = bench.staff(['view', 'manageSettings']);
      await bench.send(manager, routes.changeSettings, {
        body: { ...DEFAULT_SETTINGS, defaultAfterDays: 7 },
      });
      const rated = await bench.visit();
      bench.deps.clock.set('2026-03-12T03:00:00Z');
      const { run } = followTime(bench.deps);
      if (run.mode !== 'outside') throw new Error('not outside');
      const context = {
        actor: systemActor(CENTRE, 'test'),
        attempt: 1,
        dueAt: bench.deps.clock.now(),
        signal: new AbortController().signal,
      };
      await run.handle({}, context);
      await run.handle({}, context);
      const show = async () =>
        (await bench.send(manager, routes.showFigures, { query: { ...period, by: 'window' } })).body
          .whole;
      expect(await show()).toMatchObject({
        due: 2,
        active: 0,
        defaults: 2,
        activeRate: { value: 0 },
        goodRate: { value: null },
      });
      await bench.send(undefined, routes.rate, {
        params: { token: rated.token },
        body: { grade: 'dissatisfied', options: ['213'] },
      });
      expect(await show()).toMatchObject({
        active: 1,
        defaults: 1,
        goodRate: { value: 0 },
        badRate: { value: 1 },
        mean: 4,
      });
    });

    test('are public by month, without groups of a few and without people', async () => {
      const { body } = await bench.send(undefined, routes.showPublicFigures, {
        query: { month: '2026-03' },
      });
      expect(body.whole.due).toBe(2);
      expect(body.departments).toEqual([]);
      expect(body.least).toBe(3);
    });
  });

  describe('options', () => {
    const input = () => ({
      name: '演示指标',
      basis: '演示文件〔2026〕1号',
      validFrom: '2026-01-21',
      options: [1, 2, 3, 4, 5].map((stars) => ({
        code: `${String(stars)}99`,
        textZh: '演示选项',
        textEn: 'Sample',
      })),
    });

    test('are issued by who may, for a day to come, and old ratings keep their words', async () => {
      const manager = bench.staff(['view', 'manageSettings']);
      const denied = await bench.send(bench.staff(['view']), routes.issueOptionSet, {
        body: input(),
      });
      expect(denied.problem).toBe('access/forbidden');
      const today = await bench.send(manager, routes.issueOptionSet, {
        body: { ...input(), validFrom: '2026-01-20' },
      });
      expect(today.problem).toBe('evaluation/valid-from-past');
      const { options } = input();
      const twice = { ...input(), options: [...options, ...options.slice(0, 1)] };
      const doubled = await bench.send(manager, routes.issueOptionSet, { body: twice });
      expect(doubled.problem).toBe('evaluation/options-wrong');
      const { body } = await bench.send(manager, routes.issueOptionSet, { body: input() });
      expect(body.version).toBe(2);
      expect((await bench.send(manager, routes.listOptionSets)).body.inForce).toBe(1);
      bench.deps.clock.set('2026-01-21T02:00:00Z');
      expect((await bench.send(manager, routes.listOptionSets)).body.inForce).toBe(2);
      const listed = await bench.send(manager, routes.listEvaluations, {
        query: { grade: 'very-satisfied' },
      });
      expect(listed.body.items[0]?.options[0]?.textZh).toBe('一窗受理一次办结');
    });
  });
});
