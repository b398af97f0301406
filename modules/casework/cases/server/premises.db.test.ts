import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';

import { newId } from '#kernel/ids/id.ts';
import {
  CheckPoint,
  permissions as premisesPermissions,
  routes as premises,
} from '#modules/casework/premises/contract.ts';
import { staffWith } from '#test/support/actors.ts';

import { routes } from '../contract.ts';
import { BODY, type Premises, startPremises, TOWN } from './premises.fixture.ts';

describe('premises that are filed once', () => {
  let world: Premises;
  beforeAll(async () => {
    world = await startPremises();
  });
  beforeEach(() => world.cases.setTime('2026-03-02T10:00'));
  afterAll(() => world.cases.app.close());

  test('are nobody else’s, and not for people who act for themselves', async () => {
    const { cases, operator, firm, begin, on } = world;
    const person = cases.citizen(await cases.party());
    const own = {
      permission: premisesPermissions.operateOwn.name,
      scope: { level: 'own' as const },
    };
    const alone = { ...person, grants: [own] };
    expect((await cases.app.send(alone, premises.listOwn)).body).toMatchObject({
      firm: null,
      carriers: [],
      filings: [],
    });
    const entered = await cases.app.send(alone, premises.createCarrier, {
      body: { kind: 'shop', name: '个人', nameEn: '', town: TOWN, phone: '' },
    });
    expect(entered.problem).toBe('premises/not-a-firm');
    const filing = await begin(operator, '云间');
    const other = await firm('别家公司', '91310117MA1T10027H');
    const params = { id: filing.id };
    expect((await cases.app.send(other, premises.getOwnFiling, { params })).problem).toBe(
      'request/not-found',
    );
    const elsewhere = staffWith(
      Object.values(premisesPermissions).map(({ name }) => name),
      {
        level: 'department',
        id: newId(),
      },
    );
    const refused = await on(elsewhere, premises.fileFiling, filing);
    expect(refused.problem).toBe('access/forbidden');
  });

  test('are refused with every reason, then checked by the town and filed by another hand', async () => {
    const { operator, town, regulator, begin, save, title, on, good } = world;
    const draft = await begin(operator, '云间商务中心');
    const bare = await save(operator, draft, BODY);
    expect(bare.body.findings.map(({ code }) => code)).toEqual(['no-title']);
    const early = await on(operator, premises.submitFiling, bare.body);
    expect(early.problem).toBe('premises/incomplete');
    const proofs = [await title(operator)];
    const saved = (await save(operator, bare.body, { ...BODY, proofs })).body;
    expect(saved.draft?.proofs[0]?.hash).toMatch(/^[0-9a-f]{64}$/u);
    const sent = await good(operator, premises.submitFiling, saved);
    expect(sent).toMatchObject({ stage: 'submitted', dueOn: '2026-03-05' });
    const taken = await good(town, premises.takeFiling, sent);
    const reasons = [{ point: 'title', text: '产权证缺页' }];
    const back = await good(town, premises.returnByTown, taken, { reasons });
    expect(back).toMatchObject({ stage: 'returned', returns: [{ reasons }] });
    const mended = (await save(operator, back, { ...(back.draft ?? BODY), proofs })).body;
    const again = await good(
      town,
      premises.takeFiling,
      await good(operator, premises.submitFiling, mended),
    );
    const late = await on(town, premises.returnByTown, again, {
      reasons: [{ point: 'site', text: '现场有违建' }],
    });
    expect(late.problem).toBe('premises/told-before');
    // The units were saved again as they stood: nothing new can be said of them.
    const unchanged = await on(town, premises.returnByTown, again, {
      reasons: [{ point: 'units', text: '房号与现场不符' }],
    });
    expect(unchanged.problem).toBe('premises/told-before');
    const half = await on(town, premises.passFiling, again, {
      points: ['address'],
      reason: '',
    });
    expect(half.problem).toBe('premises/points-unchecked');
    const passed = await good(town, premises.passFiling, again, {
      points: CheckPoint.options,
      reason: '',
    });
    const both = staffWith(
      Object.values(premisesPermissions).map(({ name }) => name),
      { level: 'centre' },
      { id: town.id },
    );
    expect((await on(both, premises.fileFiling, passed)).problem).toBe('premises/same-hand');
    const filed = await good(regulator, premises.fileFiling, passed);
    expect(filed).toMatchObject({
      standing: 'filed',
      stage: 'none',
      number: 'ZS202600300001',
      filedVersion: 1,
    });
    expect(filed.plan?.units.map(({ state }) => state)).toEqual(['free', 'free', 'free']);
  });

  test('stand in the register once, however the address is written', async () => {
    const { operator, begin, save, title, on, file } = world;
    await file('演示南路9号2幢');
    const draft = await begin(operator, '又一家');
    const building = { ...BODY.building, standardAddress: '上海市某某区演示南路９号二栋' };
    const saved = (
      await save(operator, draft, { ...BODY, building, proofs: [await title(operator)] })
    ).body;
    expect(saved.findings.map(({ code }) => code)).toEqual(['address-taken']);
    expect((await on(operator, premises.submitFiling, saved)).problem).toBe('premises/incomplete');
  });

  test('serve a case without a paper; it keeps number, version and hash, and whoever is granted moves in', async () => {
    const { cases, regulator, file, pickOf, apply, grant } = world;
    const filing = await file('演示西路1号');
    const pick = await pickOf(filing, '301');
    const citizen = cases.citizen(await cases.party());
    const forged = { ...pick, hash: 'f'.repeat(64), filingNumber: 'ZS0' };
    const sent = await apply(citizen, forged, { name: '云间软件有限公司' });
    expect(sent.problem).toBeUndefined();
    const mine = await cases.app.send(citizen, routes.getOwn, { params: { id: sent.body.id } });
    expect(JSON.stringify(mine.body)).toContain(pick.hash);
    expect(JSON.stringify(mine.body)).not.toContain('ffff');
    const uses = await cases.app.send(regulator, premises.listUses, { params: { id: filing.id } });
    expect(uses.body.items).toMatchObject([
      {
        caseNumber: sent.body.caseNo,
        filedVersion: 1,
        state: 'reserved',
        subjectName: '云间软件有限公司',
      },
    ]);
    await grant(sent.body);
    const settled = await cases.app.send(undefined, premises.getCarrier, {
      params: { id: filing.carrierId },
    });
    expect(settled.body.plans[0]?.units[0]).toMatchObject({
      state: 'part',
      taken: 1,
      occupants: [{ name: '云间软件有限公司', role: 'seat', since: '2026-03-02' }],
    });
  });

  test('refuse the third subject where two fit, and have room again when a case ends', async () => {
    const { cases, file, pickOf, apply } = world;
    const filing = await file('演示西路2号');
    const pick = await pickOf(filing, '302');
    const first = cases.citizen(await cases.party());
    const one = await apply(first, pick, { name: '甲公司' });
    expect(
      (await apply(cases.citizen(await cases.party()), pick, { name: '乙公司' })).problem,
    ).toBeUndefined();
    const third = await apply(cases.citizen(await cases.party()), pick, { name: '丙公司' });
    expect(third).toMatchObject({ problem: 'premises/unusable' });
    expect(third.text).toContain('已满');
    const gone = await cases.app.send(cases.first, routes.refuseCase, {
      params: { id: one.body.id },
      body: {
        version: one.body.version,
        reason: '不属于本机关职权范围',
        authority: '市卫生健康委员会',
      },
    });
    expect(gone.problem).toBeUndefined();
    expect(
      (await apply(cases.citizen(await cases.party()), pick, { name: '丁公司' })).problem,
    ).toBeUndefined();
  });

  test('are blocked with the reason when suspended, ended, or unfit for the trade', async () => {
    const { cases, regulator, good, file, pickOf, apply } = world;
    const filing = await file('演示西路3号', '2026-12-31');
    const pick = await pickOf(filing, '303');
    const citizen = cases.citizen(await cases.party());
    const stopped = await good(regulator, premises.suspendFiling, filing, {
      ground: 'title-dispute',
      reason: '法院已受理',
    });
    const blocked = await apply(citizen, pick);
    expect(blocked.problem).toBe('premises/unusable');
    expect(blocked.text).toContain('产权争议：法院已受理');
    const open = await good(regulator, premises.resumeFiling, stopped, { reason: '已撤诉' });
    const shut = await good(regulator, premises.setUnitOpen, open, {
      unitId: pick.unitId,
      isSuspended: true,
      reason: '渗水',
    });
    expect((await apply(citizen, pick)).text).toContain('渗水');
    await good(regulator, premises.setUnitOpen, shut, {
      unitId: pick.unitId,
      isSuspended: false,
      reason: '已修复',
    });
    cases.setTime('2027-01-01T10:00');
    expect((await apply(citizen, pick)).text).toContain('到期');
  });

  test('change to version n+1; the case keeps the one that it cites, and reads it again', async () => {
    const { cases, operator, regulator, save, good, file, fileDraft, pickOf, apply } = world;
    const filing = await file('演示西路4号');
    const pick = await pickOf(filing, '301');
    const citizen = cases.citizen(await cases.party());
    const sent = await apply(citizen, pick, { name: '旧版公司' });
    const begun = await good(operator, premises.beginChange, filing);
    const draft = begun.draft ?? BODY;
    const building = { ...draft.building, name: 'A座（更名）' };
    const saved = (await save(operator, begun, { ...draft, building })).body;
    expect(saved.draft?.units[0]?.id).toBe(pick.unitId);
    const second = await fileDraft(saved);
    expect(second).toMatchObject({ filedVersion: 2, number: filing.number });
    const old = await cases.app.send(undefined, premises.getSnapshot, {
      params: { unitId: pick.unitId, filedVersion: 1 },
    });
    expect(old.body).toMatchObject({
      hash: pick.hash,
      isWhole: true,
      buildingName: 'A座',
      newest: 2,
    });
    const mine = await cases.app.send(citizen, routes.getOwn, { params: { id: sent.body.id } });
    expect(JSON.stringify(mine.body)).toContain(pick.hash);
    const stale = await apply(cases.citizen(await cases.party()), pick);
    expect(stale.text).toContain('备案已变更为第2版');
    await good(regulator, premises.revokeFiling, second, {
      ground: 'false-papers',
      reason: '产权证不实',
    });
    const still = await cases.app.send(undefined, premises.getSnapshot, {
      params: { unitId: pick.unitId, filedVersion: 1 },
    });
    expect(still.body).toMatchObject({ isWhole: true, standing: 'revoked' });
  });

  test('give one last place to one of two who ask at once', async () => {
    const { cases, matterId, moveId, file, pickOf, apply } = world;
    const filing = await file('演示西路5号');
    const pick = await pickOf(filing, '301');
    const people = await Promise.all(
      [1, 2, 3, 4].map(async () => cases.citizen(await cases.party())),
    );
    const answers = await Promise.all(
      people.map((who, at) => apply(who, pick, { name: `同时${at}` })),
    );
    const got = answers.filter(({ problem }) => problem === undefined);
    expect(got).toHaveLength(2);
    expect(moveId).not.toBe(matterId);
  });

  test('are counted: filed, reused, days saved', async () => {
    const { cases, regulator } = world;
    const { body } = await cases.app.send(regulator, premises.getFigures);
    expect(body.uses).toBeGreaterThan(4);
    expect(body.daysSaved).toBe(String(Math.round(body.uses * 15) / 10));
    expect(body.units).toBe(body.byTown.reduce((sum, one) => sum + one.units, 0));
  });
});
