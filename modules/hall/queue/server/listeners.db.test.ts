import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';

import type { Actor } from '#kernel/access/contract-actor.ts';
import { newId } from '#kernel/ids/id.ts';
import { routes as places } from '#modules/registry/organisation/contract.ts';
import { permissions as registry, routes as parties } from '#modules/registry/parties/contract.ts';
import { nobodyInParticular, staffWith } from '#test/support/actors.ts';
import { TEST_NOW } from '#test/support/app.ts';

import { permissions, routes } from '../contract.ts';
import { openHall, type TestHall } from './queue.fixture.ts';

const DAY_MS = 86_400_000;

describe('what the hall hears and tells', () => {
  let hall: TestHall;
  let day = 0;
  beforeAll(async () => {
    hall = await openHall(2);
  });
  afterAll(() => hall.close());
  beforeEach(() => {
    day += 1;
    hall.app.clock.set(TEST_NOW);
    hall.app.clock.advance(day * DAY_MS);
  });

  const windowId = () => hall.windows[0] ?? expect.fail('no window');
  const clerk = () => hall.clerkOf(windowId());
  const draw = async (mobile?: string) => {
    const { body } = await hall.app.send(hall.manager, routes.issueTicket, {
      key: newId(),
      body: {
        businessId: hall.general.id,
        ...(mobile === undefined ? {} : { holder: { name: '李明', mobile } }),
      },
    });
    return body;
  };
  const signIn = async () => hall.app.send(clerk(), routes.signIn, { params: { id: windowId() } });
  const callNext = async () =>
    hall.app.send(clerk(), routes.callNext, { params: { id: windowId() } });
  const stateOf = async (id: string) => {
    const { body } = await hall.app.send(hall.manager, routes.getVisit, { params: { id } });
    return body.ticket;
  };

  /** Lets a listener hear all that was told of a subject. */
  async function hear(name: string, subject: string): Promise<void> {
    const listener = hall.app.app.running.listeners.find((one) => one.name === name);
    if (listener === undefined) throw new Error(`There is no listener ${name}`);
    const { handle, events } = listener;
    const { centreId } = hall.manager;
    const { pool, transaction } = hall.app.database;
    const { rows } = await pool.query<{
      event_id: string;
      name: string;
      version: number;
      at: Date;
      payload: unknown;
    }>(
      'SELECT event_id, name, version, at, payload FROM kernel.outbox WHERE aggregate_id = $1 ORDER BY event_id',
      [subject],
    );
    const kinds = new Set(events.map((kind) => kind.name));
    for (const row of rows.filter((one) => kinds.has(one.name)))
      await transaction(async (tx) =>
        handle(tx, {
          eventId: row.event_id,
          centreId,
          name: row.name,
          version: row.version,
          subject: { kind: 'any', id: subject },
          actor: { kind: 'staff', id: 'somebody' },
          at: row.at,
          payload: typeof row.payload === 'string' ? JSON.parse(row.payload) : row.payload,
        }),
      );
  }

  test('a window that the manager closes gives back whom it called, at the place they had', async () => {
    const first = await draw();
    const second = await draw();
    await signIn();
    expect((await callNext()).body.ticket.id).toBe(first.ticketId);
    hall.app.clock.advance(1_000);
    const closed = await hall.app.send(hall.manager, places.changeWindowState, {
      params: { id: windowId() },
      body: { from: 'open', to: 'closed', reason: '设备故障' },
    });
    expect(closed.status).toBe(200);
    await hear('queue.follow-window-state', windowId());
    await hear('queue.follow-window-state', windowId());
    expect(await stateOf(first.ticketId)).toMatchObject({ state: 'waiting', ahead: 0, calls: 0 });
    expect(await stateOf(second.ticketId)).toMatchObject({ state: 'waiting', ahead: 1 });
    const { body: desk } = await hall.app.send(clerk(), routes.getDesk, {});
    expect(desk.session).toBeNull();
    await hall.app.send(hall.manager, places.changeWindowState, {
      params: { id: windowId() },
      body: { from: 'closed', to: 'offline', reason: '' },
    });
  });

  test('whoever comes within three of their turn is told once, and nobody further back', async () => {
    const mobiles = ['13900000001', '13900000002', '13900000003', '13900000004', '13900000005'];
    const tickets = [await draw()];
    for (const mobile of mobiles) tickets.push(await draw(mobile));
    await signIn();
    const { body } = await callNext();
    await hear('queue.tell-holders', body.ticket.id);
    await hear('queue.tell-holders', body.ticket.id);
    const { rows } = await hall.app.database.pool.query<{ link: string }>(
      "SELECT link FROM kernel.message WHERE template = 'queue.soon' ORDER BY link",
    );
    const told = tickets.slice(1, 5).map(({ link }) => link);
    expect(rows.map(({ link }) => link)).toEqual(told.toSorted());
  });

  describe('a ticket on the phone', () => {
    let citizen: Actor;
    beforeAll(async () => {
      const desk = staffWith([registry.view.name, registry.register.name]);
      const { body } = await hall.app.send(desk, parties.registerPerson, {
        key: newId(),
        body: {
          name: '欧阳明慧',
          nameEn: 'Ouyang Minghui',
          // Where the seventh to fourteenth digit say the day and the last proves the others.
          identifier: { kind: '111', number: '310117195001010015' },
          sex: null,
          bornOn: null,
          contacts: [{ kind: 'mobile', value: '15400300001' }],
          divisionCode: '310117003',
          remark: '',
        },
      });
      citizen = staffWith(
        [permissions.take.name],
        { level: 'own' },
        { kind: 'citizen', subject: body.id },
      );
    });

    const take = async (actor: Actor, businessId = hall.tax.id) =>
      hall.app.send(actor, routes.takeTicket, { key: newId(), body: { businessId } });

    test('is for whoever is signed in with a record of their own', async () => {
      expect((await take(nobodyInParticular())).status).toBe(403);
      const stranger = staffWith([permissions.take.name], { level: 'own' }, { kind: 'citizen' });
      expect((await take(stranger)).problem).toBe('queue/not-linked');
    });

    test('stands in the holder’s name, is seen by its address, and can be given up', async () => {
      const { status, body: ticket } = await take(citizen);
      expect([status, ticket.state, ticket.mayLeave]).toEqual([201, 'waiting', true]);
      expect((await take(citizen)).problem).toBe('queue/already-waiting');
      const own = await hall.app.send(citizen, routes.listOwnTickets, {});
      expect(own.body.items.map(({ number }) => number)).toContain(ticket.number);
      const token = ticket.link.split('/').at(-1) ?? '';
      const seen = await hall.app.send(undefined, routes.showByToken, { params: { token } });
      expect(seen.body).toMatchObject({ number: ticket.number, ahead: 0 });
      expect(seen.text).not.toContain('欧阳');
      const left = await hall.app.send(undefined, routes.leaveByToken, { params: { token } });
      expect(left.body.state).toBe('left');
      expect((await take(citizen)).status).toBe(201);
    });
  });
});
