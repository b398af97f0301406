import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';

import { composeCitizenId } from '#kernel/ids/citizen-id.ts';
import { newId } from '#kernel/ids/id.ts';
import { TEST_NOW } from '#test/support/app.ts';

import { routes } from '../contract.ts';
import { openHall, type TestHall } from './queue.fixture.ts';

// The first window serves the general line alone, the second that and the tax line too.
describe('a hall refuses', () => {
  let hall: TestHall;
  let day = 0;
  beforeAll(async () => {
    hall = await openHall(2);
  });
  afterAll(() => hall.close());
  beforeEach(() => {
    day += 1;
    hall.app.clock.set(TEST_NOW);
    hall.app.clock.advance(day * 86_400_000);
  });

  const windowOf = (at: number) => hall.windows[at] ?? expect.fail('no window');
  const clerkAt = (at: number) => hall.clerkOf(windowOf(at));
  const signIn = async (at: number) =>
    hall.app.send(clerkAt(at), routes.signIn, { params: { id: windowOf(at) } });
  const callNumber = async (at: number, number: string) =>
    hall.app.send(clerkAt(at), routes.callByNumber, {
      params: { id: windowOf(at) },
      body: { number, reason: '行动不便' },
    });
  const draw = async (businessId = hall.general.id) =>
    hall.app.send(hall.manager, routes.issueTicket, { key: newId(), body: { businessId } });
  const drawTax = async () => {
    const identityNo = composeCitizenId('310117', '1985-03-04', day) ?? '';
    return hall.app.send(hall.manager, routes.issueTicket, {
      key: newId(),
      body: { businessId: hall.tax.id, holder: { identityNo, name: '张三' } },
    });
  };
  const createLike = async (more: { letter: string; code: string; dailyLimit?: number }) => {
    const { siteId, zoneId, nameZh, nameEn } = hall.general;
    return hall.app.send(hall.manager, routes.createBusiness, {
      key: newId(),
      body: {
        siteId,
        zoneId,
        nameZh,
        nameEn,
        hintZh: '',
        hintEn: '',
        departmentCodes: [],
        isRealName: false,
        isOpen: true,
        dailyLimit: 0,
        warnPeople: 30,
        warnMinutes: 30,
        usualMinutes: 10,
        order: 9,
        ...more,
      },
    });
  };

  test('a second line of the same letter, and one of the same code', async () => {
    const { letter, code } = hall.general;
    for (const more of [
      { letter, code: 'other' },
      { letter: 'C', code },
    ])
      expect((await createLike(more)).problem).toBe('queue/letter-taken');
  });

  test('a ticket beyond those of the day, and gives one the next day', async () => {
    const { body: line } = await createLike({ letter: 'D', code: 'few', dailyLimit: 1 });
    await hall.app.send(hall.manager, routes.saveServices, {
      params: { id: windowOf(0) },
      body: {
        services: [hall.general, line].map(({ id }) => ({ businessId: id, role: 'main' as const })),
      },
    });
    expect((await draw(line.id)).status).toBe(201);
    const full = await draw(line.id);
    expect([full.status, full.problem]).toEqual([409, 'queue/day-full']);
    hall.app.clock.advance(86_400_000);
    day += 1;
    expect((await draw(line.id)).status).toBe(201);
  });

  test('to call a number that another window serves, or that is done', async () => {
    await signIn(0);
    const tax = await drawTax();
    expect((await callNumber(0, tax.body.number)).problem).toBe('queue/not-served-here');
    const { body } = await draw();
    expect((await callNumber(0, body.number)).status).toBe(201);
    const params = { id: body.ticketId };
    await hall.app.send(clerkAt(0), routes.start, { params });
    await hall.app.send(clerkAt(0), routes.finish, { params, body: { kind: 'accepted' } });
    const again = await callNumber(0, body.number);
    expect(again.problem).toBe('queue/ticket-not-free');
    // In the language of the page, and in no other.
    expect(again.text).toContain(`号 ${body.number} 不能被叫：办结。`);
  });

  test('whoever ends the visit of another window', async () => {
    await signIn(0);
    await signIn(1);
    const { body } = await draw();
    await callNumber(0, body.number);
    const params = { id: body.ticketId };
    const begun = await hall.app.send(clerkAt(1), routes.start, { params });
    expect(begun.problem).toBe('queue/not-at-your-window');
    await hall.app.send(clerkAt(0), routes.start, { params });
    const ended = await hall.app.send(clerkAt(1), routes.finish, {
      params,
      body: { kind: 'accepted' },
    });
    expect(ended.problem).toBe('queue/not-at-your-window');
  });
});
