import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';

import { newId } from '#kernel/ids/id.ts';
import { openTestDatabase, type TestDatabase } from '#test/support/database.ts';

import { routes } from '../contract.ts';
import {
  type Bench,
  CENTRE,
  citizen,
  clerk,
  CONTACT,
  type Ordered,
  SECRET,
  startBench,
} from './fixture.ts';
import { follow } from './follow.ts';
import { isSignedBy } from './signature.ts';

describe('free parcels', () => {
  let database: TestDatabase;
  let bench: Bench;
  beforeAll(async () => {
    database = await openTestDatabase();
    bench = await startBench(database);
    await bench.addCarrier();
  });
  afterAll(async () => {
    await bench.close();
    await database.drop();
  });
  beforeEach(() => {
    bench.told.length = 0;
    bench.acts.length = 0;
    Object.assign(bench.carrier.failing, { times: 0, refuses: false, silent: 0 });
  });

  test('are seen and handled only by those who may, and addresses by nobody', async () => {
    const { id } = await bench.make();
    const none = await bench.send(undefined, routes.getParcel, { params: { id } });
    expect(none.problem).toBe('access/not-signed-in');
    const viewer = { ...clerk, id: newId(), grants: clerk.grants.slice(0, 1) };
    expect((await bench.send(viewer, routes.orderParcel, { params: { id } })).problem).toBe(
      'access/forbidden',
    );
    const seen = await bench.send(viewer, routes.getParcel, { params: { id } });
    expect(seen.body.recipient).toBe('诸葛*');
    expect(seen.text).not.toContain(CONTACT.phone);
    expect(seen.text).not.toContain('演示路1号');
  });

  test('are refused before a result is there, and a second one while one is open', async () => {
    const early = bench.aCase('reviewing');
    const refused = await bench.send(clerk, routes.sendForCase, {
      body: { caseNo: early.caseNo, contents: '许可证', contact: CONTACT },
    });
    expect(refused.problem).toBe('courier/not-ready');
    const papers = await bench.send(clerk, routes.sendForCase, {
      body: { caseNo: early.caseNo, direction: 'in', contents: '申请材料', contact: CONTACT },
    });
    expect(papers.status).toBe(201);
    const { caseNo } = bench.aCase();
    await bench.make(caseNo);
    const again = await bench.send(clerk, routes.sendForCase, {
      body: { caseNo, contents: '许可证', contact: CONTACT },
    });
    expect(again.problem).toBe('courier/already-open');
  });

  test('are ordered signed, once, through failures of the carrier', async () => {
    const { id, number } = await bench.make();
    bench.carrier.failing.times = 2;
    const answer = await bench.order(id);
    expect(answer.body).toMatchObject({
      state: 'ordered',
      trackingNo: bench.carrier.known.get(number),
    });
    const mine = bench.carrier.orders.filter((one) => one.number === number);
    expect(mine).toHaveLength(3);
    const [{ signature, direction, contents, contact, pushTo } = mine[0] as Ordered] = mine;
    const fields = [
      number,
      direction,
      contact.recipient,
      contact.phone,
      contact.address,
      contents,
      pushTo,
    ];
    expect(isSignedBy(SECRET, fields, signature)).toBe(true);
    expect((await bench.order(id)).body.trackingNo).toBe(answer.body.trackingNo);
    expect(bench.carrier.orders.filter((one) => one.number === number)).toHaveLength(3);
  });

  test('whose order is not answered in time are asked for again, and are one parcel all the same', async () => {
    const { id, number } = await bench.make();
    bench.carrier.failing.silent = 2;
    const answer = await bench.order(id);
    expect(answer.body).toMatchObject({ state: 'ordered' });
    const mine = bench.carrier.orders.filter((one) => one.number === number);
    expect(mine).toHaveLength(3);
    expect(new Set(mine.map(({ signature }) => signature)).size).toBe(1);
    expect(answer.body.trackingNo).toBe(bench.carrier.known.get(number));
  });

  test('whose order is never answered wait with the reason, and what was told meanwhile counts later', async () => {
    const { id, number } = await bench.make();
    bench.carrier.failing.silent = 3;
    const answer = await bench.order(id);
    expect(answer.problem).toBe('courier/carrier-failed');
    expect(answer.text).toContain('答复超时');
    expect(await bench.get(id)).toMatchObject({ state: 'waiting', failure: '答复超时' });
    const tracking = bench.carrier.known.get(number) ?? '';
    const early = await bench.push(tracking, 1, { at: '2026-01-20T01:10:00.000Z' });
    expect(early.body.result).toBe('unknown-parcel');
    expect((await bench.order(id)).body).toMatchObject({
      state: 'collected',
      trackingNo: tracking,
    });
    expect((await bench.handOver([id])).status).toBe(201);
    expect(await bench.get(id)).toMatchObject({ state: 'collected', failure: '' });
    expect((await bench.handOver([id])).problem).toBe('courier/not-in-state');
  });

  test('that a carrier refuses wait with the reason', async () => {
    const { id } = await bench.make();
    bench.carrier.failing.refuses = true;
    const answer = await bench.order(id);
    expect(answer.problem).toBe('courier/carrier-failed');
    expect(answer.text).toContain('地址超区');
    expect(await bench.get(id)).toMatchObject({ state: 'waiting', failure: '地址超区' });
  });

  test('leave in a batch that the courier signs; originals in no other way, and all or none', async () => {
    const [one, other] = [await bench.make(), await bench.make(undefined, true)];
    await bench.order(one.id);
    expect((await bench.handOver([one.id, other.id])).problem).toBe('courier/not-in-state');
    expect((await bench.get(one.id)).state).toBe('ordered');
    await bench.order(other.id);
    expect((await bench.handOver([one.id, other.id], null)).problem).toBe(
      'courier/signature-missing',
    );
    const book = await bench.handOver([one.id, other.id]);
    expect(book.body).toMatchObject({ parcels: 2, hasSignature: true, byName: '窗口人员' });
    expect(await bench.get(other.id)).toMatchObject({
      state: 'handed',
      handOverNo: book.body.number,
    });
    expect(bench.told).toEqual(['courier.handed', 'courier.handed']);
    const label = await bench.send(clerk, routes.printLabel, { params: { id: one.id } });
    expect(label.bytes.subarray(0, 4).toString()).toBe('%PDF');
  });

  test('that are signed for deliver their case with proof, and are counted once', async () => {
    const one = bench.aCase();
    const parcel = await bench.onTheWay(one.caseNo);
    for (const code of [1, 0, 5, 3, 3]) await bench.push(parcel.trackingNo, code);
    const after = await bench.get(parcel.id);
    expect(after.state).toBe('signed');
    expect(bench.acts.filter((act) => act.startsWith('count'))).toEqual([
      `count courier.parcel/${parcel.id}`,
    ]);
  });

  test('that come back leave the case ready, and can be sent again', async () => {
    const one = bench.aCase();
    const parcel = await bench.onTheWay(one.caseNo);
    await bench.push(parcel.trackingNo, 14);
    await bench.push(parcel.trackingNo, 4);
    expect((await bench.get(parcel.id)).state).toBe('returned');
    expect(bench.acts.some((act) => act.startsWith('count') || act.startsWith('deliver'))).toBe(
      false,
    );
    expect((await bench.make(one.caseNo)).state).toBe('waiting');
  });

  test('are pushed twice, out of order and wrongly signed without harm', async () => {
    const parcel = await bench.onTheWay();
    const eventId = `twice-${newId()}`;
    const late = '2026-01-20T09:00:00.000Z';
    expect((await bench.push(parcel.trackingNo, 5, { eventId, at: late })).body.result).toBe(
      'moved',
    );
    expect((await bench.push(parcel.trackingNo, 5, { eventId, at: late })).body.result).toBe(
      'known',
    );
    const early = { at: '2026-01-20T02:00:00.000Z' };
    expect((await bench.push(parcel.trackingNo, 1, early)).body.result).toBe('kept');
    expect((await bench.push(parcel.trackingNo, 3, { secret: 'another' })).problem).toBe(
      'courier/bad-signature',
    );
    expect((await bench.get(parcel.id)).state).toBe('delivering');
    expect((await bench.get(parcel.id)).tracking).toHaveLength(2);
  });

  test('that nobody knows are kept for the desk', async () => {
    expect((await bench.push('SF9999999999999', 3)).body.result).toBe('unknown-parcel');
    const { body } = await bench.send(clerk, routes.listUnknown);
    expect(body.items[0]).toMatchObject({ trackingNo: 'SF9999999999999', carrierName: '演示速递' });
  });

  test('that are lost are settled with the applicant, who is told, before another is sent', async () => {
    const one = bench.aCase();
    const parcel = await bench.onTheWay(one.caseNo);
    bench.told.length = 0;
    const settle = async (what: 'lost' | 'closed') =>
      bench.send(clerk, routes.settleTrouble, {
        params: { id: parcel.id },
        body: { version: (await bench.get(parcel.id)).version, what, reason: '快递公司确认丢失' },
      });
    expect((await settle('closed')).problem).toBe('courier/not-in-state');
    expect((await settle('lost')).body.state).toBe('lost');
    expect(bench.told).toEqual(['courier.lost']);
    expect((await settle('closed')).body.state).toBe('closed');
    expect((await bench.make(one.caseNo)).state).toBe('waiting');
  });

  test('carry a set of seals there and back', async () => {
    const setId = newId();
    const hear = () =>
      database.transaction((tx) =>
        follow(bench.deps).handle(tx, {
          eventId: newId(),
          centreId: CENTRE,
          name: 'seals.set-moved',
          version: 1,
          subject: { kind: 'seals.set', id: setId },
          actor: { kind: 'system', id: 'test' },
          at: bench.deps.clock.now(),
          payload: {
            setId,
            number: 'KZ202600009',
            partyId: newId(),
            licenceId: newId(),
            caseNo: '',
            makerId: newId(),
            act: 'receive',
            from: 'handed-over',
            to: 'at-centre',
            way: 'courier',
            version: 8,
          },
        }),
      );
    await hear();
    await hear();
    const { body } = await bench.send(clerk, routes.listParcels, {
      query: { search: 'KZ202600009' },
    });
    expect(body.total).toBe(1);
    const id = body.items[0]?.id ?? '';
    const ordered = await bench.order(id);
    await bench.handOver([id]);
    await bench.push(ordered.body.trackingNo, 4);
    expect(bench.acts).toEqual([`send ${setId}`, `back ${setId}`]);
  });

  test('are shown to whom they belong, and to nobody else', async () => {
    const one = bench.aCase();
    await bench.make(one.caseNo);
    const mine = await bench.send(citizen(one.partyId), routes.listOwnParcels);
    expect(mine.body.items).toHaveLength(1);
    const other = await bench.send(citizen(newId()), routes.listOwnParcels);
    expect(other.body.items).toHaveLength(0);
  });
});
