import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';

import { newId } from '#kernel/ids/id.ts';
import { openTestDatabase, type TestDatabase } from '#test/support/database.ts';

import { routes } from '../contract.ts';
import { type Bench, type CaseOfTest, citizen, clerk, CONTACT, startBench } from './fixture.ts';

describe('an applicant’s parcels', () => {
  let database: TestDatabase;
  let bench: Bench;
  beforeAll(async () => {
    database = await openTestDatabase();
    bench = await startBench(database);
  });
  afterAll(async () => {
    await bench.close();
    await database.drop();
  });
  beforeEach(() => {
    Object.assign(bench.carrier.failing, { times: 0, refuses: false, silent: 0 });
  });

  const collect = ({ id, partyId }: CaseOfTest, as = partyId, key = newId()) =>
    bench.send(citizen(as), routes.orderCollection, {
      key,
      body: { caseId: id, contents: '补正材料一份', contact: CONTACT },
    });

  test('wait for the window where no carrier is at work', async () => {
    const { body } = await collect(bench.aCase('correcting'));
    expect(body).toMatchObject({ direction: 'in', state: 'waiting', contents: '补正材料一份' });
    await bench.addCarrier();
    expect((await bench.order(body.id)).body.state).toBe('ordered');
  });

  test('are fetched from home on their word, once, and followed by them alone', async () => {
    const one = bench.aCase('correcting', { channel: 'online', siteId: null });
    const me = citizen(one.partyId);
    const { body } = await collect(one);
    expect(body).toMatchObject({ direction: 'in', state: 'ordered' });
    expect((await collect(one)).problem).toBe('courier/already-open');
    await bench.push(body.trackingNo, 1);
    const mine = await bench.send(me, routes.getOwnParcel, { params: { id: body.id } });
    expect(mine.body).toMatchObject({ state: 'collected', recipient: '诸葛*' });
    expect(mine.body.tracking).toHaveLength(1);
    expect(mine.text).not.toContain(CONTACT.phone);
    const other = await bench.send(citizen(newId()), routes.getOwnParcel, {
      params: { id: body.id },
    });
    expect(other.problem).toBe('request/not-found');
    const listed = await bench.send(me, routes.listOwnParcels);
    expect(listed.body.items.map(({ id }) => id)).toEqual([body.id]);
  });

  test('are refused for a case of somebody else, one that is over, and one that is not free', async () => {
    const one = bench.aCase('received');
    expect((await collect(one, newId())).problem).toBe('courier/unknown-case');
    expect((await collect(bench.aCase('delivered'))).problem).toBe('courier/not-collectable');
    const town = bench.aCase('received', { siteId: 'town' });
    expect((await collect(town)).problem).toBe('courier/not-entitled');
  });

  test('are kept for the window when the carrier refuses', async () => {
    bench.carrier.failing.refuses = true;
    const { body } = await collect(bench.aCase('received'));
    expect(body.state).toBe('waiting');
    expect(await bench.get(body.id)).toMatchObject({ state: 'waiting', failure: '地址超区' });
  });

  test('stand in the hand-over book, batch by batch, and on its paper', async () => {
    const ids: string[] = [];
    for (const hasOriginals of [true, false]) {
      const { id } = await bench.make(undefined, hasOriginals);
      await bench.order(id);
      ids.push(id);
    }
    const { body: made } = await bench.handOver(ids);
    const { body: book } = await bench.send(clerk, routes.listHandOvers);
    expect(book.items.map(({ number }) => number)).toContain(made.number);
    const { body, text } = await bench.send(clerk, routes.getHandOver, { params: { id: made.id } });
    expect(body.items.map(({ id }) => id).toSorted()).toEqual(ids.toSorted());
    expect(text).not.toContain(CONTACT.phone);
    const paper = await bench.send(clerk, routes.printHandOver, { params: { id: made.id } });
    expect(paper.bytes.subarray(0, 4).toString()).toBe('%PDF');
    const unknown = await bench.send(clerk, routes.getHandOver, { params: { id: newId() } });
    expect(unknown.problem).toBe('request/not-found');
  });
});
