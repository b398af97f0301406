import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';

import { readPaper } from '#kernel/documents/pdf/read-back.ts';
import { newId } from '#kernel/ids/id.ts';
import { openTestDatabase, type TestDatabase } from '#test/support/database.ts';

import { DEFAULT_SETTINGS, permissions, routes } from '../contract.ts';
import { type Bench, citizenOf, type Firm, nextFiled, staffOf, startBench } from './fixture.ts';
import { keepMoving } from './jobs/keep-moving.ts';

describe('free seals', () => {
  let database: TestDatabase;
  let bench: Bench;
  let maker: Awaited<ReturnType<Bench['addMaker']>>;
  beforeAll(async () => {
    database = await openTestDatabase();
    bench = await startBench(database);
    maker = await bench.addMaker(9);
  });
  beforeEach(() => {
    bench.setTime('2026-01-20T09:00');
    bench.world.notices.length = 0;
  });
  afterAll(async () => {
    await bench.close();
    await database.drop();
  });

  const claim = async (firm: Firm = bench.addFirm(), way: 'window' | 'courier' = 'window') => {
    const delivery =
      way === 'window'
        ? null
        : { recipient: '诸葛明', phone: '13800138000', address: '松江区演示路1号演示楼3室' };
    const answer = await bench.send(citizenOf(firm), routes.claimOwn, { body: { way, delivery } });
    if (answer.problem !== undefined) throw new Error(answer.text);
    return { firm, set: answer.body };
  };
  const get = async (id: string) =>
    (await bench.send(bench.clerk, routes.getSet, { params: { id } })).body;
  const receive = async (id: string) => {
    const { version } = await get(id);
    const params = { id };
    return (await bench.send(bench.clerk, routes.receiveSet, { params, body: { version } })).body;
  };
  const handOut = async (id: string, who = bench.clerk, version?: number) =>
    bench.send(who, routes.handOutSet, {
      params: { id },
      body: {
        version: version ?? (await get(id)).version,
        receivedBy: '诸葛明',
        signatureFileId: newId(),
      },
    });

  test('are seen and handled only by those who may', async () => {
    const { set } = await claim();
    const params = { id: set.id };
    const none = await bench.send(undefined, routes.getSet, { params });
    expect(none.problem).toBe('access/not-signed-in');
    const viewer = staffOf([permissions.view.name]);
    expect((await handOut(set.id, viewer)).problem).toBe('access/forbidden');
    const months = await bench.send(viewer, routes.listMonths);
    expect(months.problem).toBe('access/forbidden');
    const settings = await bench.send(viewer, routes.changeSettings, { body: DEFAULT_SETTINGS });
    expect(settings.problem).toBe('access/forbidden');
    const stranger = citizenOf(bench.addFirm());
    const other = await bench.send(stranger, routes.withdrawOwn, { params, body: { version: 1 } });
    expect(other.problem).toBe('request/not-found');
    const noMaker = await bench.send(stranger, routes.listMakerSets, {});
    expect(noMaker.body).toMatchObject({ makerName: null, items: [] });
    const accepted = await bench.send(stranger, routes.acceptSet, { params, body: { version: 1 } });
    expect(accepted.problem).toBe('seals/not-a-maker');
  });

  test('are offered to a new firm by the event of its licence, once', async () => {
    const firm = bench.addFirm();
    await bench.hearLicence(firm, 'issue', '松市监2026-1');
    await bench.hearLicence(firm, 'issue', '松市监2026-1');
    const { body } = await bench.send(citizenOf(firm), routes.listOwnSets);
    expect(body.items).toHaveLength(1);
    expect(body.items[0]).toMatchObject({
      state: 'eligible',
      mayClaim: true,
      caseNo: '松市监2026-1',
      claimUntil: '2026-04-20',
    });
    expect(body.entitlement).toMatchObject({ mayClaim: true, reason: null });
    expect(bench.world.notices).toEqual(['seals.entitled']);
  });

  test('are exactly four, in their materials, and the text follows the licence', async () => {
    const { firm, set } = await claim();
    expect(set.seals.map(({ kind, material, text }) => [kind, material, text])).toEqual([
      ['name', 'photosensitive', firm.name],
      ['finance', 'horn', firm.name],
      ['invoice', 'photosensitive', firm.name],
      ['legal-representative', 'horn', '诸葛明'],
    ]);
    const seen = await get(set.id);
    expect(seen.seals.at(-1)?.text).toBe('诸葛*');
    expect(set).toMatchObject({ state: 'dispatched', dueOn: '2026-01-21', light: 'green' });
  });

  test('are not given twice, and the refusal names the first set and its day', async () => {
    // The first hours of a day here are the day before in Greenwich.
    bench.setTime('2026-01-20T07:30');
    const { firm, set } = await claim();
    bench.setTime('2026-02-03T09:00');
    const again = await bench.send(citizenOf(firm), routes.claimOwn, { body: { way: 'window' } });
    expect(again.problem).toBe('seals/already-had');
    expect(again.text).toContain('2026-01-20');
    expect(again.text).toContain(set.number);
    const { body } = await bench.send(citizenOf(firm), routes.listOwnSets);
    expect(body.entitlement.mayClaim).toBe(false);
    expect(body.entitlement.reason?.['zh-CN']).toContain(set.number);
  });

  test('are one set when a firm claims at the window and at home in the same moment', async () => {
    const firm = bench.addFirm();
    const answers = await Promise.all([
      bench.send(citizenOf(firm), routes.claimOwn, { body: { way: 'window' } }),
      bench.send(bench.clerk, routes.claimFor, { body: { creditCode: firm.uscc } }),
      bench.send(citizenOf(firm), routes.claimOwn, { body: { way: 'window' } }),
    ]);
    expect(answers.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([
      201, 409, 409,
    ]);
    const { body } = await bench.send(bench.clerk, routes.listSets, {
      query: { search: firm.uscc },
    });
    expect(body.total).toBe(1);
  });

  test('are refused to who is of another district, too late or without a licence', async () => {
    const refusal = async (more: Partial<Firm>) =>
      (
        await bench.send(citizenOf(bench.addFirm(more)), routes.claimOwn, {
          body: { way: 'window' },
        })
      ).problem;
    expect(await refusal({ uscc: '91310115MA1T10019N' })).toBe('seals/not-in-district');
    expect(await refusal({ licence: undefined })).toBe('seals/no-licence');
    const old = { id: newId(), issuedOn: '2025-09-01', legalName: '诸葛明' };
    expect(await refusal({ licence: old })).toBe('seals/too-late');
    expect(await refusal({ name: `演示${'很'.repeat(80)}公司` })).toBe('seals/not-drawable');
    const address = await bench.send(citizenOf(bench.addFirm()), routes.claimOwn, {
      body: { way: 'courier' },
    });
    expect(address.status).toBe(400);
  });

  test('go from the claim to the signature, are counted once, and two clerks hand out one set', async () => {
    const { set } = await claim();
    await bench.work(maker.actor, set.id);
    expect((await receive(set.id)).state).toBe('at-centre');
    const { version } = await get(set.id);
    const other = staffOf([permissions.view.name, permissions.handle.name]);
    const both = await Promise.all([
      handOut(set.id, bench.clerk, version),
      handOut(set.id, other, version),
    ]);
    expect(both.map(({ status }) => status).toSorted((one, next) => one - next)).toEqual([
      200, 409,
    ]);
    const refused = both.find(({ status }) => status === 409);
    expect(refused?.problem).toBe('seals/not-in-state');
    expect(refused?.text).toContain('测试人员');
    const after = await get(set.id);
    expect(after).toMatchObject({ state: 'signed', hasSignature: true, receivedBy: '诸葛*' });
    expect(after.steps.map(({ act }) => act)).toEqual([
      'open',
      'claim',
      'dispatch',
      'accept',
      'file',
      'engrave',
      'hand-over',
      'receive',
      'hand-out',
    ]);
    const key = `seals.set/${set.id}`;
    expect(bench.world.counted.filter((one) => one.key === key)).toHaveLength(1);
    expect(bench.world.notices).toEqual(['seals.claimed', 'seals.ready', 'seals.signed']);
  });

  test('are drawn for the maker, the firm and the desk, and printed true to the millimetre', async () => {
    const { firm, set } = await claim();
    const params = { id: set.id, kind: 'name' as const };
    const svg = await bench.send(maker.actor, routes.drawForMaker, { params });
    expect(svg.text).toContain('width="40mm" height="40mm"');
    const stranger = citizenOf(bench.addFirm());
    expect((await bench.send(stranger, routes.drawOwn, { params })).problem).toBe(
      'request/not-found',
    );
    expect((await bench.send(citizenOf(firm), routes.drawOwn, { params })).status).toBe(200);
    const pdf = await bench.send(maker.actor, routes.printForMaker, { params: { id: set.id } });
    const paper = await readPaper(pdf.bytes);
    expect(JSON.stringify(paper)).toContain(set.number);
  });

  test('have numbers of the police that no other seal has', async () => {
    const { set } = await claim();
    const params = { id: set.id };
    const { body: accepted } = await bench.send(maker.actor, routes.acceptSet, {
      params,
      body: { version: set.version },
    });
    const kinds = ['name', 'finance', 'invoice', 'legal-representative'] as const;
    const file = (number: (at: number) => string, count = 4) =>
      bench.send(maker.actor, routes.fileSet, {
        params,
        body: {
          version: accepted.version,
          numbers: kinds.slice(0, count).map((kind, at) => ({ kind, number: number(at) })),
        },
      });
    expect((await file(() => '31011')).problem).toBe('seals/number-wrong');
    expect((await file(() => nextFiled(), 3)).problem).toBe('seals/numbers-missing');
    expect((await file(() => '3101179999999')).problem).toBe('seals/number-taken');
    expect((await file(() => nextFiled())).problem).toBeUndefined();
  });

  test('go to another maker when one gives them back or never answers, and wait when none is left', async () => {
    const second = await bench.addMaker(1);
    const { set } = await claim();
    const makers = [maker, second];
    const given = await get(set.id);
    const [one, other] = given.makerId === maker.maker.id ? makers : makers.toReversed();
    bench.setTime('2026-01-20T11:01');
    // Who does not answer is seen at once, before the work of the minutes moves the set on.
    expect((await get(set.id)).light).toBe('red');
    const overdue = await bench.send(bench.clerk, routes.listSets, { query: { list: 'overdue' } });
    expect(overdue.body.items.map(({ id }) => id)).toContain(set.id);
    await bench.runJob(keepMoving(bench.deps));
    const moved = await get(set.id);
    expect(moved.light).toBe('green');
    expect(moved.steps.map(({ act }) => act)).toContain('unanswered');
    expect(moved).toMatchObject({ state: 'dispatched', makerId: other?.maker.id });
    const params = { id: set.id };
    const late = await bench.send(one?.actor, routes.acceptSet, {
      params,
      body: { version: set.version },
    });
    expect(late.problem).toBe('request/not-found');
    const declined = await bench.send(other?.actor, routes.declineSet, {
      params,
      body: { version: moved.version, reason: '设备检修' },
    });
    expect(declined.problem).toBeUndefined();
    const left = await get(set.id);
    expect(left).toMatchObject({ state: 'applied', makerId: null });
    // Nobody is left to ask: it waits for the desk, and is not asked of the same makers again.
    await bench.runJob(keepMoving(bench.deps));
    expect(await get(set.id)).toMatchObject({ state: 'applied', version: left.version });
    const byHand = await bench.send(bench.clerk, routes.dispatchSet, {
      params,
      body: { version: left.version, makerId: second.maker.id },
    });
    expect(byHand.body).toMatchObject({ state: 'dispatched', makerId: second.maker.id });
    const stopped = await bench.send(bench.clerk, routes.changeMaker, {
      params: { id: second.maker.id },
      body: {
        policeCode: second.maker.policeCode,
        quota: 1,
        dailyCapacity: 500,
        promiseHours: 8,
        isActive: false,
        reason: '演示停单',
        version: second.maker.version,
      },
    });
    expect(stopped.body).toMatchObject({ isActive: false });
  });

  test('show a red light when the promise is over', async () => {
    const { set } = await claim();
    bench.setTime('2026-01-22T09:00');
    const { body } = await bench.send(bench.clerk, routes.listSets, { query: { light: 'red' } });
    expect(body.items.map(({ id }) => id)).toContain(set.id);
    expect(body.items.every(({ light }) => light === 'red')).toBe(true);
    const queue = await bench.send(maker.actor, routes.listMakerSets, {});
    expect(queue.body.counts.overdue).toBeGreaterThan(0);
  });

  test('get the new text when the licence changes before they are cut, and a mark after', async () => {
    const { firm, set } = await claim();
    const params = { id: set.id };
    const { body: accepted } = await bench.send(maker.actor, routes.acceptSet, {
      params,
      body: { version: set.version },
    });
    firm.name = '上海松江演示改名科技有限公司';
    await bench.hearLicence(firm, 'change');
    const renamed = await get(set.id);
    expect(renamed).toMatchObject({ state: 'dispatched', firmName: firm.name });
    const stale = await bench.send(maker.actor, routes.fileSet, {
      params,
      body: {
        version: accepted.version,
        numbers: [{ kind: 'name', number: nextFiled() }],
      },
    });
    expect(stale.problem).toBe('seals/not-in-state');
    await bench.work(maker.actor, set.id);
    firm.name = '上海松江演示再改名科技有限公司';
    await bench.hearLicence(firm, 'change');
    expect(await get(set.id)).toMatchObject({ isOutdated: true, state: 'handed-over' });
    expect((await get(set.id)).firmName).toBe('上海松江演示改名科技有限公司');
  });

  test('are withdrawn before they are cut and claimed anew; after that they are not', async () => {
    const { firm, set } = await claim();
    const params = { id: set.id };
    const back = await bench.send(citizenOf(firm), routes.withdrawOwn, {
      params,
      body: { version: set.version },
    });
    expect(back.body).toMatchObject({ state: 'eligible', mayClaim: true });
    const again = await claim(firm);
    expect(again.set.id).toBe(set.id);
    await bench.work(maker.actor, set.id);
    const late = await bench.send(bench.clerk, routes.withdrawSet, {
      params,
      body: { version: (await get(set.id)).version, reason: '演示' },
    });
    expect(late.problem).toBe('seals/not-in-state');
  });

  test('lapse when nobody claims them in time', async () => {
    const firm = bench.addFirm();
    await bench.hearLicence(firm);
    bench.setTime('2026-04-21T09:00');
    await bench.runJob(keepMoving(bench.deps));
    const { body } = await bench.send(citizenOf(firm), routes.listOwnSets);
    expect(body.items[0]).toMatchObject({ state: 'lapsed', mayClaim: false });
    expect(body.entitlement.reason?.['zh-CN']).toContain('2026-04-20');
  });

  test('are sent by courier, come back, and are signed for at the door', async () => {
    const { set } = await claim(bench.addFirm(), 'courier');
    await bench.work(maker.actor, set.id);
    await receive(set.id);
    expect((await handOut(set.id)).problem).toBe('seals/wrong-way');
    const act = (run: (tx: Parameters<Bench['api']['send']>[0]) => Promise<void>) =>
      database.transaction(run);
    await act((tx) => bench.api.send(tx, bench.clerk, set.id, 'SF0000000000001'));
    await act((tx) => bench.api.takeBack(tx, bench.clerk, set.id, '收件人不在'));
    expect((await get(set.id)).state).toBe('at-centre');
    await act((tx) => bench.api.send(tx, bench.clerk, set.id, 'SF0000000000002'));
    await act((tx) => bench.api.signByCourier(tx, bench.clerk, set.id));
    await act((tx) => bench.api.signByCourier(tx, bench.clerk, set.id));
    expect(await get(set.id)).toMatchObject({ state: 'signed', trackingNo: 'SF0000000000002' });
    const key = `seals.set/${set.id}`;
    expect(bench.world.counted.filter((one) => one.key === key)).toHaveLength(1);
  });

  test('that are wrong are made again with new numbers, and paid for once', async () => {
    const { set } = await claim();
    await bench.work(maker.actor, set.id);
    await receive(set.id);
    await handOut(set.id);
    const before = await get(set.id);
    const params = { id: set.id };
    const { body } = await bench.send(bench.clerk, routes.remakeSet, {
      params,
      body: { version: before.version, kinds: ['invoice'], reason: '税号有误' },
    });
    expect(body).toMatchObject({ state: 'accepted', isRemake: true });
    await bench.work(maker.actor, set.id);
    await receive(set.id);
    const again = await handOut(set.id);
    expect(again.problem).toBeUndefined();
    const after = again.body.seals.find(({ kind }) => kind === 'invoice');
    const first = before.seals.find(({ kind }) => kind === 'invoice');
    expect(after).toMatchObject({ remakes: 1, isRemaking: false });
    expect(after?.filedNumber).not.toBe(first?.filedNumber);
    expect(again.body.remakes[0]).toMatchObject({ reason: '税号有误' });
    expect(again.body.remakes[0]?.doneAt).not.toBeNull();
    const key = `seals.set/${set.id}`;
    expect(bench.world.counted.filter((one) => one.key === key)).toHaveLength(1);
  });
});
