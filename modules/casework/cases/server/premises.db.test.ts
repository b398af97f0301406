import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';

import type { Actor, Scope } from '#kernel/access/contract-actor.ts';
import { newId } from '#kernel/ids/id.ts';
import {
  type BodyInput as PremisesBody,
  CheckPoint,
  type Filing,
  permissions as premisesPermissions,
  type Pick,
  routes as premises,
} from '#modules/casework/premises/contract.ts';
import {
  permissions as parties,
  routes as partyRoutes,
} from '#modules/registry/parties/contract.ts';
import { staffWith } from '#test/support/actors.ts';
import { TEST_CENTRE } from '#test/support/database.ts';

import { routes } from '../contract.ts';
import { type Cases, startCases } from './fixture.ts';

const PAPERS = ['application', 'identity', 'layout', 'report'].map((key) => ({ key }));
const TOWN = '310117003';

const BODY: PremisesBody = {
  building: {
    name: 'A座',
    standardAddress: '演示东路188号1幢',
    propertyCertNo: '沪2020',
    ownerName: '运营公司',
    ownerNumber: '',
    ownerKind: 'firm',
    useType: 'office',
    areaM2: 1000,
    floorsAbove: 5,
    floorsBelow: 1,
    isIllegal: false,
  },
  units: ['301', '302', '303'].map((roomNo) => ({
    id: null,
    floor: 3,
    roomNo,
    areaM2: 80,
    maxSubjects: 2,
    excluded: null,
    groupCodes: [],
  })),
  proofs: [],
};

describe('premises that are filed once', () => {
  let cases: Cases;
  let operator: Actor;
  let town: Actor;
  let regulator: Actor;
  let matterId: string;
  let moveId: string;
  beforeAll(async () => {
    cases = await startCases();
    operator = await firm('运营公司', '91310117MA1T10019N');
    const of = (names: ReadonlyArray<keyof typeof premisesPermissions>, scope: Scope) =>
      staffWith(
        names.map((name) => premisesPermissions[name].name),
        scope,
      );
    town = of(['view', 'check'], { level: 'site', id: cases.siteId });
    regulator = of(['view', 'decide'], { level: 'department', id: cases.departmentId });
    const manager = of(['manageSettings'], { level: 'centre' });
    const { body } = await cases.app.send(manager, premises.getSettings);
    await cases.app.send(manager, premises.changeSettings, {
      body: { ...body, regulatorCode: 'tax' },
    });
    const field = (nameField?: string) => ({
      kind: 'premises' as const,
      key: 'seat',
      label: { zh: '住所' },
      required: true,
      role: 'seat' as const,
      subjects: 'firm' as const,
      scopeField: 'scope',
      ...(nameField === undefined ? {} : { nameField }),
    });
    const line = (key: string, required: boolean) => ({
      kind: 'text' as const,
      key,
      label: { zh: key },
      required,
    });
    const form = (nameField?: string) => ({
      sections: [
        {
          key: 'firm',
          title: { zh: '公司' },
          fields: [line('name', false), line('scope', false), field(nameField)],
        },
      ],
    });
    matterId = await cases.matter({ form: form('name') });
    moveId = await cases.matter({ form: form() });
  });
  beforeEach(() => cases.setTime('2026-03-02T10:00'));
  afterAll(() => cases.app.close());

  const firm = async (name: string, number: string): Promise<Actor> => {
    const clerk = staffWith(Object.values(parties).map((one) => one.name));
    const { body, text } = await cases.app.send(clerk, partyRoutes.registerOrganisation, {
      body: {
        name,
        identifier: { kind: 'uscc', number },
        organisationKind: 'company',
        contacts: [],
        divisionCode: '310117',
      },
    });
    if (body === undefined) throw new Error(text);
    await cases.app.send(clerk, partyRoutes.verifyParty, {
      params: { id: body.id },
      body: { documentKind: 'uscc' },
    });
    const actor = cases.citizen(body.id);
    const own = {
      permission: premisesPermissions.operateOwn.name,
      scope: { level: 'own' as const },
    };
    return { ...actor, centreId: TEST_CENTRE, grants: [...actor.grants, own] };
  };

  const begin = async (by: Actor, name: string): Promise<Filing> => {
    const carrier = await cases.app.send(by, premises.createCarrier, {
      body: { kind: 'office-building', name, nameEn: '', town: TOWN, phone: '' },
    });
    if (carrier.problem !== undefined) throw new Error(carrier.text);
    const filing = await cases.app.send(by, premises.createFiling, {
      body: { carrierId: carrier.body.id, name: 'A座' },
    });
    if (filing.problem !== undefined) throw new Error(filing.text);
    return filing.body;
  };

  const save = (by: Actor, { id, version }: Filing, body: PremisesBody) =>
    cases.app.send(by, premises.saveFiling, { params: { id }, body: { ...body, version } });

  const title = async (by: Actor) => ({
    kind: 'title' as const,
    number: '沪2020',
    validFrom: '2020-01-01',
    validUntil: null,
    rooms: [],
    fileId: await cases.upload(by, 'premises.proof'),
  });

  const on = async (by: Actor, contract: typeof premises.takeFiling, filing: Filing, more = {}) =>
    cases.app.send(by, contract, {
      params: { id: filing.id },
      body: { version: filing.version, ...more },
    });

  const good = async (by: Actor, contract: unknown, filing: Filing, more = {}): Promise<Filing> => {
    const answer = await on(by, contract as typeof premises.takeFiling, filing, more);
    if (answer.problem !== undefined) throw new Error(answer.text);
    return answer.body;
  };

  /** Filed with three units of two places each at an address of its own. */
  const file = async (address: string, until: string | null = null): Promise<Filing> => {
    const draft = await begin(operator, `载体${newId()}`);
    const proof = { ...(await title(operator)), validUntil: until };
    const body = {
      ...BODY,
      building: { ...BODY.building, standardAddress: address },
      proofs: [proof],
    };
    const saved = await save(operator, draft, body);
    if (saved.problem !== undefined) throw new Error(saved.text);
    const sent = await good(operator, premises.submitFiling, saved.body);
    const taken = await good(town, premises.takeFiling, sent);
    const passed = await good(town, premises.passFiling, taken, {
      points: CheckPoint.options,
      reason: '',
    });
    return good(regulator, premises.fileFiling, passed);
  };

  const pickOf = async (filing: Filing, room: string): Promise<Pick> => {
    const unit = filing.plan?.units.find(({ roomNo }) => roomNo === room);
    const found = await cases.app.send(undefined, premises.findUnit, {
      params: { ref: unit?.token ?? '' },
    });
    return found.body.pick;
  };

  const apply = async (
    by: Actor,
    seat: Pick,
    form: object = { name: `公司${newId()}` },
    matter = matterId,
  ) => {
    const draft = await cases.app.send(by, routes.saveDraft, {
      body: { matterId: matter, itemKey: 'new', form: { ...form, seat }, papers: PAPERS },
    });
    const { id, version } = draft.body;
    return cases.app.send(by, routes.submitDraft, {
      params: { id },
      body: { version },
      key: newId(),
    });
  };

  test('are nobody else’s, and not for people who act for themselves', async () => {
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
    const mended = (await save(operator, back, { ...BODY, proofs })).body;
    const again = await good(
      town,
      premises.takeFiling,
      await good(operator, premises.submitFiling, mended),
    );
    const late = await on(town, premises.returnByTown, again, {
      reasons: [{ point: 'site', text: '现场有违建' }],
    });
    expect(late.problem).toBe('premises/told-before');
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
    const { id } = sent.body;
    let { version } = sent.body;
    const step = async (actor: Actor, contract: unknown, body: object = {}) => {
      const after = await cases.act(actor, contract as typeof routes.takeCase, id, {
        version,
        ...body,
      });
      ({ version } = after);
    };
    await step(cases.first, routes.acceptCase, { mode: 'complete' });
    await step(cases.first, routes.takeCase);
    await step(cases.first, routes.examineCase, { passes: true, opinion: '材料齐全' });
    await step(cases.second, routes.examineCase, { passes: true, opinion: '同意' });
    await step(cases.approver, routes.approveCase, { content: '准予登记' });
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
    const filing = await file('演示西路4号');
    const pick = await pickOf(filing, '301');
    const citizen = cases.citizen(await cases.party());
    const sent = await apply(citizen, pick, { name: '旧版公司' });
    const begun = await good(operator, premises.beginChange, filing);
    const draft = begun.draft ?? BODY;
    const building = { ...draft.building, name: 'A座（更名）' };
    const saved = (await save(operator, begun, { ...draft, building })).body;
    expect(saved.draft?.units[0]?.id).toBe(pick.unitId);
    const taken = await good(
      town,
      premises.takeFiling,
      await good(operator, premises.submitFiling, saved),
    );
    const passed = await good(town, premises.passFiling, taken, {
      points: CheckPoint.options,
      reason: '',
    });
    const second = await good(regulator, premises.fileFiling, passed);
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
    const { body } = await cases.app.send(regulator, premises.getFigures);
    expect(body.uses).toBeGreaterThan(4);
    expect(body.daysSaved).toBe(String(Math.round(body.uses * 15) / 10));
    expect(body.units).toBe(body.byTown.reduce((sum, one) => sum + one.units, 0));
  });
});
