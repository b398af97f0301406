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
import { addLicenceKind, KIND } from './licence.fixture.ts';

const PAPERS = ['application', 'identity', 'layout', 'report'].map((key) => ({ key }));
export const TOWN = '310117003';

/** A building with three units of two places each, and no proof yet. */
export const BODY: PremisesBody = {
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

/** A firm of the register, and somebody who acts for it. */
const createFirms = (cases: Cases) => {
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
  return firm;
};

/** Somebody of the town and somebody of the regulator. */
async function createCheckers(cases: Cases) {
  const of = (names: ReadonlyArray<keyof typeof premisesPermissions>, scope: Scope) =>
    staffWith(
      names.map((name) => premisesPermissions[name].name),
      scope,
    );
  const town = of(['view', 'check'], { level: 'site', id: cases.siteId });
  const regulator = of(['view', 'decide'], { level: 'department', id: cases.departmentId });
  const manager = of(['manageSettings'], { level: 'centre' });
  const settings = await cases.app.send(manager, premises.getSettings);
  await cases.app.send(manager, premises.changeSettings, {
    body: { ...settings.body, regulatorCode: 'tax' },
  });
  return { town, regulator };
}

/** A matter that sets a firm up on a filed unit, one that ends with a licence, and one of a firm that moves. */
async function publishMatters(cases: Cases) {
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
  const result = await addLicenceKind(cases.app, { ...KIND, code: 'business-licence' });
  const matterId = await cases.matter({ form: form('name') });
  const foundingId = await cases.matter({ form: form('name'), result });
  const moveId = await cases.matter({ form: form() });
  return { matterId, moveId, foundingId };
}

interface Checkers {
  readonly operator: Actor;
  readonly town: Actor;
  readonly regulator: Actor;
}

/** What is done with a filing, one act after the other. */
function createActs(cases: Cases) {
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

  const pickOf = async (filing: Filing, room: string): Promise<Pick> => {
    const unit = filing.plan?.units.find(({ roomNo }) => roomNo === room);
    const found = await cases.app.send(undefined, premises.findUnit, {
      params: { ref: unit?.token ?? '' },
    });
    return found.body.pick;
  };

  return { begin, save, title, on, good, pickOf };
}

/** Whole filings in one call. */
function createFilings(
  { begin, save, title, good }: ReturnType<typeof createActs>,
  { operator, town, regulator }: Checkers,
) {
  /** The next version as it stands in the draft: submitted, checked by the town, filed. */
  const fileDraft = async (saved: Filing): Promise<Filing> => {
    const sent = await good(operator, premises.submitFiling, saved);
    const taken = await good(town, premises.takeFiling, sent);
    const passed = await good(town, premises.passFiling, taken, {
      points: CheckPoint.options,
      reason: '',
    });
    return good(regulator, premises.fileFiling, passed);
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
    return fileDraft(saved.body);
  };

  return { file, fileDraft };
}

/** Cases on filed units. */
function createCases(cases: Cases, matterId: string) {
  const apply = async (
    by: Actor,
    seat: Pick,
    typed: object = { name: `公司${newId()}` },
    matter = matterId,
  ) => {
    const draft = await cases.app.send(by, routes.saveDraft, {
      body: { matterId: matter, itemKey: 'new', form: { ...typed, seat }, papers: PAPERS },
    });
    const { id, version } = draft.body;
    return cases.app.send(by, routes.submitDraft, {
      params: { id },
      body: { version },
      key: newId(),
    });
  };

  /** From its acceptance to the decision; gives the version of the case after it. */
  const grant = async (sent: { readonly id: string; readonly version: number }) => {
    let { version } = sent;
    const step = async (actor: Actor, contract: unknown, more: object = {}) => {
      const act = contract as typeof routes.takeCase;
      ({ version } = await cases.act(actor, act, sent.id, { version, ...more }));
    };
    await step(cases.first, routes.acceptCase, { mode: 'complete' });
    await step(cases.first, routes.takeCase);
    await step(cases.first, routes.examineCase, { passes: true, opinion: '材料齐全' });
    await step(cases.second, routes.examineCase, { passes: true, opinion: '同意' });
    await step(cases.approver, routes.approveCase, { content: '准予登记' });
    return version;
  };

  return { apply, grant };
}

/** The whole server with an operator, somebody of the town and somebody of the regulator, and matters that pick filed units. */
export async function startPremises() {
  const cases = await startCases();
  const firm = createFirms(cases);
  const checkers = {
    operator: await firm('运营公司', '91310117MA1T10019N'),
    ...(await createCheckers(cases)),
  };
  const matters = await publishMatters(cases);
  const acts = createActs(cases);
  return {
    cases,
    firm,
    ...checkers,
    ...matters,
    ...acts,
    ...createFilings(acts, checkers),
    ...createCases(cases, matters.matterId),
  };
}

export type Premises = Awaited<ReturnType<typeof startPremises>>;
