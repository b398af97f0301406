import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';

import { newId } from '#kernel/ids/id.ts';
import { events as caseEvents } from '#modules/casework/cases/contract.ts';
import { openTestDatabase, type TestDatabase } from '#test/support/database.ts';

import { events, routes } from '../contract.ts';
import { type Bench, type CaseOfTest, CENTRE, clerk, CONTACT, startBench } from './fixture.ts';
import { follow } from './follow.ts';

describe('a case and its parcel', () => {
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
  });

  const hear = (name: string, subject: { kind: string; id: string }, payload: object) =>
    database.transaction((tx) =>
      follow(bench.deps).handle(tx, {
        eventId: newId(),
        centreId: CENTRE,
        name,
        version: 1,
        subject,
        actor: { kind: 'system', id: 'test' },
        at: bench.clock.now(),
        payload,
      }),
    );
  const hearResult = (one: CaseOfTest, kind = caseEvents.ready) =>
    hear(
      kind.name,
      { kind: 'cases.case', id: one.id },
      {
        caseId: one.id,
        partyId: one.partyId,
        matterId: newId(),
        departmentId: null,
        windowId: null,
        licenceId: null,
        act: 'issue',
        state: one.state,
        version: 1,
      },
    );
  const hearMoved = async (id: string, subjectId: string) => {
    const { number, direction, subjectKind, state, trackingNo } = await bench.get(id);
    const about = { parcelId: id, number, direction, subjectKind, subjectId, state, trackingNo };
    await hear(events.moved.name, { kind: 'courier.parcel', id }, about);
  };
  const parcelsOf = async ({ caseNo }: CaseOfTest) =>
    (await bench.send(clerk, routes.listParcels, { query: { search: caseNo } })).body.items;
  const wish = { way: 'courier', ...CONTACT };

  test('becomes a parcel by itself where the applicant wants the result sent, once', async () => {
    const one = bench.aCase('ready', { wish });
    await hearResult(one);
    await hearResult(one);
    const parcels = await parcelsOf(one);
    expect(parcels).toHaveLength(1);
    expect(parcels[0]).toMatchObject({
      state: 'waiting',
      contents: '食品经营许可证',
      hasOriginals: true,
      recipient: '诸葛*',
      weightGrams: 300,
    });
    const denied = bench.aCase('denied', { wish });
    await hearResult(denied, caseEvents.decided);
    expect((await parcelsOf(denied))[0]?.contents).toBe('不予许可决定书');
  });

  test('stays at the window where it is to be collected, or nobody can send to the address', async () => {
    const here = bench.aCase('ready', { wish: { way: 'window' } });
    const nowhere = bench.aCase('ready', { wish: { ...wish, address: '' } });
    const early = bench.aCase('certifying', { wish });
    for (const one of [here, nowhere, early]) {
      await hearResult(one);
      expect(await parcelsOf(one)).toHaveLength(0);
    }
  });

  test('is not sent free where it was handled in a town, and the applicant learns why', async () => {
    const one = bench.aCase('ready', { wish, siteId: 'town' });
    await hearResult(one);
    expect(await parcelsOf(one)).toHaveLength(0);
    expect(bench.told).toEqual(['courier.not-free']);
    const refused = await bench.send(clerk, routes.sendForCase, {
      body: { caseNo: one.caseNo, contents: '许可证', contact: CONTACT },
    });
    expect(refused.problem).toBe('courier/not-entitled');
    expect(refused.text).toContain('不在区行政服务中心窗口办理');
    const online = bench.aCase('ready', { wish, siteId: null, channel: 'online' });
    await hearResult(online);
    expect(await parcelsOf(online)).toHaveLength(1);
  });

  test('follows what the centre set, over a version that was seen only', async () => {
    const { body } = await bench.send(clerk, routes.getSettings);
    const siteKinds = ['district-hall' as const, 'town' as const];
    const change = (version: number) =>
      bench.send(clerk, routes.changeSettings, { body: { ...body, siteKinds, version } });
    expect((await change(body.version)).body.version).toBe(body.version + 1);
    expect((await change(body.version)).status).toBe(409);
    const one = bench.aCase('ready', { wish, siteId: 'town' });
    await hearResult(one);
    expect(await parcelsOf(one)).toHaveLength(1);
  });

  test('goes the way of its parcel: out, delivered with proof, each step once', async () => {
    const one = bench.aCase('ready', { wish });
    const parcel = await bench.onTheWay(one.caseNo);
    await hearMoved(parcel.id, one.id);
    await hearMoved(parcel.id, one.id);
    expect(bench.cases.get(one.caseNo)?.state).toBe('delivering');
    await bench.push(parcel.trackingNo, 3);
    await hearMoved(parcel.id, one.id);
    await hearMoved(parcel.id, one.id);
    const mine = bench.acts.filter((act) => act.endsWith(one.id));
    expect(mine).toEqual([`dispatch ${one.id}`, `deliver 3 ${one.id}`]);
  });

  test('is ready again when the parcel comes back, or is lost and settled', async () => {
    for (const end of ['returned', 'lost'] as const) {
      const one = bench.aCase('ready', { wish });
      const parcel = await bench.onTheWay(one.caseNo);
      await hearMoved(parcel.id, one.id);
      if (end === 'returned') await bench.push(parcel.trackingNo, 4);
      else
        for (const what of ['lost', 'closed'] as const)
          await bench.send(clerk, routes.settleTrouble, {
            params: { id: parcel.id },
            body: { version: (await bench.get(parcel.id)).version, what, reason: '确认丢失' },
          });
      await hearMoved(parcel.id, one.id);
      expect(bench.cases.get(one.caseNo)?.state).toBe('ready');
      expect((await bench.make(one.caseNo)).state).toBe('waiting');
    }
  });
});
