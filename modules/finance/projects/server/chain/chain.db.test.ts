import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { fixedClock } from '#kernel/clock/clock.ts';
import { newId } from '#kernel/ids/id.ts';
import { staffWith } from '#test/support/actors.ts';
import { openTestDatabase, type TestDatabase } from '#test/support/database.ts';
import { type ModuleDoor, openModuleDoor } from '#test/support/module-door.ts';

import { permissions, routes } from '../../contract.ts';
import type { ProjectsDeps } from '../deps.ts';
import { createRoutes } from '../routes.ts';

const viewer = staffWith([permissions.view.name]);
const fenOf = (yuan: string): bigint => BigInt(yuan.replace('.', ''));

/** What a visit led to, as it is drawn: sets and parcels, some of them in a settlement, some paid. */
interface Drawn {
  readonly sets: number;
  readonly parcels: number;
  readonly isSettled: boolean;
  readonly isPaid: boolean;
}

const stateOf = ({ isSettled, isPaid }: Drawn): string => {
  if (!isSettled) return 'counted';
  return isPaid ? 'paid' : 'settled';
};

/** A world of visits: each a ticket, a case, its sets and their parcels, counted one by one. */
function makeWorld(visits: readonly Drawn[]) {
  const contractId = newId();
  const settlementId = newId();
  const things = visits.flatMap((drawn, at) => {
    const ticketId = newId();
    const one = { ...drawn, caseNo: `松办2026-${at + 1}`, caseId: newId(), ticketId };
    return [
      ...Array.from({ length: drawn.sets }, () => ({ ...one, kind: 'set' as const, id: newId() })),
      ...Array.from({ length: drawn.parcels }, () => ({
        ...one,
        kind: 'parcel' as const,
        id: newId(),
      })),
    ];
  });
  const keyOf = (thing: (typeof things)[number]) =>
    `${thing.kind === 'set' ? 'seals.set' : 'courier.parcel'}/${thing.id}`;
  const events = things.map((thing) => ({
    thing,
    key: keyOf(thing),
    eventType: thing.kind === 'set' ? 'seals.set-issued' : 'courier.parcel-sent',
    day: '2026-01-12',
    quantity: 1,
  }));
  const settled = events
    .filter(({ thing }) => thing.isSettled)
    .toSorted((one, other) => (one.key < other.key ? -1 : 1));
  const amountFen = 1200n * BigInt(settled.length);
  const head = {
    contractId,
    number: 'HT2026-1',
    name: '演示合同',
    supplier: '演示公司',
    year: 2026,
    projectCode: 'P09',
    projectName: '演示项目',
    unit: '件',
    unitPriceFen: 1200n,
    priceFen: 320_000_000n,
    settledFen: amountFen,
    paidFen: 0n,
  };
  const settlement = {
    settlementId,
    seq: 1,
    what: '2026-01',
    confirmedOn: '2026-02-02',
    quantity: settled.length,
    amountFen,
    paidFen: 0n,
    payments: [],
  };
  const caseOf = (thing: (typeof things)[number] | undefined) =>
    thing && {
      id: thing.caseId,
      caseNo: thing.caseNo,
      matterName: { zh: '公司设立登记' },
      ticketId: thing.ticketId,
    };
  const doors = {
    contracts: {
      findChainContract: async () => ({ ...head, settlements: [settlement] }),
      findContractOfSettlement: async () => contractId,
      listChainEvents: async (
        _db: unknown,
        _centre: number,
        _id: string,
        { after, limit }: { after: readonly [string, string] | undefined; limit: number },
      ) => settled.filter(({ key }) => after === undefined || key > after[1]).slice(0, limit),
      sumChainEvents: async () => ({ events: settled.length, quantity: settled.length }),
      listChainCosts: async (_db: unknown, _centre: number, keys: readonly string[]) =>
        events
          .filter(({ key }) => keys.includes(key))
          .map(({ thing, ...event }) => ({
            ...event,
            amountFen: 1200n,
            state: stateOf(thing),
            settlementId: thing.isSettled ? settlementId : null,
            contract: head,
          })),
    },
    seals: {
      keyOf: (id: string) => `seals.set/${id}`,
      listSets: async (_db: unknown, _centre: number, ids: readonly string[]) =>
        things
          .filter(({ kind, id }) => kind === 'set' && ids.includes(id))
          .map(({ id, caseNo }) => ({ id, caseNo, number: `KZ${id}`, firmName: '演示企业' })),
      listOfCase: async (_db: unknown, _centre: number, caseNo: string) =>
        things
          .filter((thing) => thing.kind === 'set' && thing.caseNo === caseNo)
          .map(({ id }) => ({ id, caseNo, number: `KZ${id}`, signedOn: '2026-01-12' })),
    },
    courier: {
      keyOf: (id: string) => `courier.parcel/${id}`,
      listParcels: async (_db: unknown, _centre: number, ids: readonly string[]) =>
        things
          .filter(({ kind, id }) => kind === 'parcel' && ids.includes(id))
          .map(({ id, caseNo, caseId }) => ({
            id,
            number: `KD${id}`,
            subjectKind: 'cases.case',
            subjectId: caseId,
            subjectNo: caseNo,
            contents: '营业执照',
          })),
      listOfSubjects: async (_db: unknown, _centre: number, subjects: readonly string[]) =>
        things
          .filter(({ kind, caseId }) => kind === 'parcel' && subjects.includes(caseId))
          .map(({ id }) => ({ id, signedOn: '2026-01-12' })),
    },
    cases: {
      findCase: async (_db: unknown, _centre: number, id: string) =>
        caseOf(things.find(({ caseId }) => caseId === id)),
      findCaseByNo: async (_db: unknown, _centre: number, no: string) =>
        caseOf(things.find(({ caseNo }) => caseNo === no)),
    },
    queue: {
      findVisit: async (_db: unknown, _centre: number, id: string) => {
        const thing = things.find(({ ticketId }) => ticketId === id);
        return (
          thing && { ticketId: id, number: 'A001', day: '2026-01-05', caseIds: [thing.caseId] }
        );
      },
    },
  };
  return { things, settled, amountFen, settlementId, contractId, keyOf, doors };
}

describe('the chain over generated data', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await openTestDatabase();
  });
  afterAll(() => database.drop());

  const open = (world: ReturnType<typeof makeWorld>): Promise<ModuleDoor> => {
    const clock = fixedClock('2026-02-02T01:00:00Z');
    const deps = { database, clock, budget: {}, ...world.doors } as unknown as ProjectsDeps;
    return openModuleDoor({ database, clock }, createRoutes(deps));
  };
  const visit = fc.record({
    sets: fc.integer({ min: 0, max: 2 }),
    parcels: fc.integer({ min: 0, max: 3 }),
    isSettled: fc.boolean(),
    isPaid: fc.boolean(),
  });

  test('comes to the same sum piece by piece, page by page, and says of each its case and ticket', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(visit, { minLength: 1, maxLength: 8 }),
        fc.integer({ min: 1, max: 9 }),
        async (drawn, limit) => {
          const world = makeWorld(drawn);
          const door = await open(world);
          const params = { id: world.settlementId };
          const items = [];
          let cursor: string | null | undefined;
          do {
            const { body } = await door.send(viewer, routes.getChainOfSettlement, {
              params,
              query: { limit, ...(cursor == null ? {} : { cursor }) },
            });
            expect(body.checks.every(({ isEqual }) => isEqual)).toBe(true);
            items.push(...body.items);
            cursor = body.nextCursor;
          } while (cursor !== null);
          await door.close();
          expect(items.map(({ key }) => key)).toEqual(world.settled.map(({ key }) => key));
          const total = items.reduce((sum, { amount }) => sum + fenOf(amount ?? '0.00'), 0n);
          expect(total).toBe(world.amountFen);
          for (const item of items) {
            const thing = world.things.find((one) => world.keyOf(one) === item.key);
            expect(item).toMatchObject({ caseNo: thing?.caseNo, ticketNo: 'A001' });
          }
        },
      ),
      { numRuns: 12 },
    );
  });

  test('comes to the same from the other end: every case costs what its things do', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(visit, { minLength: 1, maxLength: 6 }), async (drawn) => {
        const world = makeWorld(drawn);
        const door = await open(world);
        let settledFen = 0n;
        for (const caseNo of new Set(world.things.map((thing) => thing.caseNo))) {
          const own = world.things.filter((thing) => thing.caseNo === caseNo);
          const { body } = await door.send(viewer, routes.getCosts, { query: { caseNo } });
          expect(body.things).toHaveLength(own.length);
          expect(fenOf(body.total)).toBe(1200n * BigInt(own.length));
          const ticketId = own[0]?.ticketId ?? '';
          const visited = await door.send(viewer, routes.getCosts, { query: { ticketId } });
          expect(visited.body.total).toBe(body.total);
          for (const { settlementId, amount } of body.things)
            if (settlementId === world.settlementId) settledFen += fenOf(amount ?? '0.00');
        }
        await door.close();
        expect(settledFen).toBe(world.amountFen);
      }),
      { numRuns: 12 },
    );
  });

  test('says that sums differ where they do', async () => {
    const world = makeWorld([{ sets: 1, parcels: 1, isSettled: true, isPaid: false }]);
    const { contracts } = world.doors;
    contracts.sumChainEvents = async () => ({ events: 1, quantity: 1 });
    const door = await open(world);
    const { body } = await door.send(viewer, routes.getChainOfSettlement, {
      params: { id: world.settlementId },
    });
    await door.close();
    expect(body.checks).toEqual([
      { name: 'quantity', left: '1', right: '2', isEqual: false },
      { name: 'events', left: '12.00', right: '24.00', isEqual: false },
    ]);
  });

  test('refuses a case and a ticket that nobody knows, by what was asked for', async () => {
    const door = await open(makeWorld([]));
    const caseNo = '松办2026-999999';
    const answer = await door.send(viewer, routes.getCosts, { query: { caseNo } });
    expect(answer.problem).toBe('projects/nothing-such');
    expect(answer.text).toContain(caseNo);
    const ticketId = newId();
    const other = await door.send(viewer, routes.getCosts, { query: { ticketId } });
    await door.close();
    expect(other.problem).toBe('projects/nothing-such');
  });
});
