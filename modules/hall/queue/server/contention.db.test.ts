import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { composeCitizenId } from '#kernel/ids/citizen-id.ts';
import { newId } from '#kernel/ids/id.ts';

import { routes } from '../contract.ts';
import { openHall, type TestHall } from './queue.fixture.ts';

const WINDOWS = 32;
const PEOPLE = 40;

describe('many windows at once', () => {
  let hall: TestHall;
  beforeAll(async () => {
    hall = await openHall(WINDOWS);
    for (const id of hall.windows)
      await hall.app.send(hall.clerkOf(id), routes.signIn, { params: { id } });
  });
  afterAll(() => hall.close());

  /** Everybody holds a ticket of both lines: who holds which. */
  async function fill(): Promise<ReadonlyMap<string, number>> {
    const drawn = await Promise.all(
      Array.from({ length: PEOPLE }, async (_, serial) => {
        const holder = { identityNo: composeCitizenId('310117', '1985-03-04', serial + 1) ?? '' };
        const both = await Promise.all(
          [hall.general.id, hall.tax.id].map(async (businessId) =>
            hall.app.send(hall.manager, routes.issueTicket, {
              key: newId(),
              body: { businessId, holder },
            }),
          ),
        );
        return both.map(({ body }) => ({ person: serial, id: body.ticketId, number: body.number }));
      }),
    );
    const tickets = drawn.flat();
    const numbers = tickets.map((ticket) => ticket.number);
    expect(new Set(numbers).size).toBe(2 * PEOPLE);
    // No gap and no repetition, however many draw at once.
    const serials = numbers.filter((number) => number.startsWith('A')).toSorted();
    expect(serials.at(-1)).toBe(`A${String(PEOPLE).padStart(3, '0')}`);
    return new Map(tickets.map(({ id, person }) => [id, person]));
  }

  test('never call one ticket twice, nor one person to two windows, and nobody is left', async () => {
    const personOf = await fill();
    const issued = personOf.size;
    const called: string[] = [];
    const atWindows = new Set<number | undefined>();
    const atWindow = async (id: string) => {
      const clerk = hall.clerkOf(id);
      for (;;) {
        const answer = await hall.app.send(clerk, routes.callNext, { params: { id } });
        if (answer.status !== 201) {
          expect(answer.problem).toBe('queue/nobody-waits');
          return;
        }
        const { ticket } = answer.body;
        called.push(ticket.id);
        const person = personOf.get(ticket.id);
        expect(atWindows.has(person)).toBe(false);
        atWindows.add(person);
        await hall.app.send(clerk, routes.start, { params: { id: ticket.id } });
        atWindows.delete(person);
        await hall.app.send(clerk, routes.finish, {
          params: { id: ticket.id },
          body: { kind: 'consulted' },
        });
      }
    };
    for (let round = 0; called.length < issued && round < 50; round += 1)
      await Promise.all(hall.windows.map(atWindow));
    expect(called).toHaveLength(issued);
    expect(new Set(called).size).toBe(issued);
  });

  test('one window asked twice at once calls one', async () => {
    const [id = ''] = hall.windows;
    for (let count = 0; count < 4; count += 1)
      await hall.app.send(hall.manager, routes.issueTicket, {
        key: newId(),
        body: { businessId: hall.general.id },
      });
    const answers = await Promise.all(
      Array.from({ length: 4 }, async () =>
        hall.app.send(hall.clerkOf(id), routes.callNext, { params: { id } }),
      ),
    );
    const statuses = answers.map((answer) => answer.status).toSorted((a, b) => a - b);
    expect(statuses).toEqual([201, 409, 409, 409]);
  });
});
