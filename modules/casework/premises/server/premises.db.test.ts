import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import type { Actor } from '#kernel/access/contract-actor.ts';
import { systemActor } from '#kernel/access/system-actor.ts';
import { publishedYears } from '#kernel/calendar/holidays/published.ts';
import { createWorkingCalendar } from '#kernel/calendar/working-days.ts';
import { fixedClock } from '#kernel/clock/clock.ts';
import { newId } from '#kernel/ids/id.ts';
import type { Importer } from '#kernel/imports/importer.ts';
import { isProblem, ProblemError } from '#kernel/problems/problem-error.ts';
import { staffWith } from '#test/support/actors.ts';
import { openTestDatabase, TEST_CENTRE, type TestDatabase } from '#test/support/database.ts';
import { type ModuleDoor, openModuleDoor } from '#test/support/module-door.ts';

import { permissions, type Pick, problems, routes } from '../contract.ts';
import { createPremisesApi, type PremisesApi } from './api.ts';
import type { PremisesDeps } from './deps.ts';
import { buildingImporter } from './importers/buildings.ts';
import { occupantImporter } from './importers/occupants.ts';
import { unitImporter } from './importers/units.ts';
import { createRoutes } from './routes.ts';

const OPERATOR = {
  id: newId(),
  kind: 'organisation',
  name: '演示运营有限公司',
  code: '91310117MA1T10027H',
};
const PERSON = { id: newId(), kind: 'person', name: '诸葛明', code: '' };
const NUMBER = 'ZS202600400001';
const TOWN = '310117004';

const citizen = ({ id }: { readonly id: string }): Actor => ({
  kind: 'citizen',
  id: newId(),
  centreId: TEST_CENTRE,
  name: '演示办事人',
  grants: [{ permission: permissions.operateOwn.name, scope: { level: 'own' } }],
  subject: id,
});

const toDeps = (database: TestDatabase): PremisesDeps => {
  const partyOf = (isIt: (party: typeof OPERATOR) => boolean) => {
    const found = [OPERATOR, PERSON].find(isIt);
    return found && { ...found, identifier: { kind: 'uscc', number: found.code } };
  };
  return {
    database,
    clock: fixedClock('2026-01-20T01:00:00Z'),
    publicUrl: 'https://centre.example',
    calendar: { getCalendar: async () => createWorkingCalendar(publishedYears) },
    organisation: {
      loadDirectory: async () => ({
        sites: {
          all: [
            {
              id: newId(),
              divisionCode: TOWN,
              nameZh: '中山街道社区事务受理服务中心',
              nameEn: 'Zhongshan Community Affairs Service Centre',
            },
          ],
        },
      }),
    } as never,
    parties: {
      findActingParty: async (_db: unknown, { subject }: Actor) =>
        subject === undefined ? undefined : { partyId: subject, personId: subject },
      findPartyInFull: async (_db: unknown, _centre: number, id: string) =>
        partyOf((party) => party.id === id),
      findPartyByNumber: async (_db: unknown, _centre: number, _kind: string, code: string) =>
        partyOf((party) => party.code === code),
    } as never,
    files: { attach: () => Promise.resolve() } as never,
    notify: { notify: () => Promise.resolve() },
    sheets: {} as never,
  };
};

describe('filed premises', () => {
  let database: TestDatabase;
  let door: ModuleDoor;
  let api: PremisesApi;
  let picks: ReadonlyMap<string, Pick>;
  beforeAll(async () => {
    database = await openTestDatabase();
    const deps = toDeps(database);
    door = await openModuleDoor(deps, createRoutes(deps));
    api = createPremisesApi(deps);
    await takeOver(buildingImporter(deps), [BUILDING]);
    await takeOver(unitImporter(deps), [unit('301', 1), unit('302', 2)]);
    await takeOver(occupantImporter(deps), [
      {
        number: NUMBER,
        roomNo: '301',
        name: '上海先到有限公司',
        creditCode: '',
        role: 'seat',
        since: '2026-01-05',
        isUnreachable: false,
      },
    ]);
    picks = await listPicks();
  });
  afterAll(async () => {
    await door.close();
    await database.drop();
  });

  const takeOver = async (importer: Importer, rows: ReadonlyArray<Record<string, unknown>>) => {
    const actor = systemActor(TEST_CENTRE, 'test');
    const changes = rows.map((after, at) => ({ rowNumber: at + 2, before: undefined, after }));
    await database.transaction((tx) => importer.write(tx, actor, changes as never));
  };
  const listPicks = async () => {
    const { body } = await door.send(undefined, routes.searchUnits, {
      query: { search: '演示东路' },
    });
    return new Map(body.items.map(({ pick, roomNo }) => [roomNo, pick]));
  };
  const pickOf = (roomNo: string): Pick => {
    const found = picks.get(roomNo);
    if (found === undefined) throw new Error(`There is no ${roomNo}`);
    return found;
  };
  const use = (pick: Pick, subjectName = '上海新设有限公司') =>
    database.transaction((tx) =>
      api.requireUsable(tx, { centreId: TEST_CENTRE, partyId: PERSON.id, caseId: newId() }, [
        { pick, role: 'seat', subjectName, isSoleTrader: false, scope: '' },
      ]),
    );
  const refusalOf = async (asked: Promise<unknown>): Promise<ProblemError> => {
    const error: unknown = await asked.then(
      () => undefined,
      (caught: unknown) => caught,
    );
    if (error instanceof ProblemError) return error;
    throw new Error('It was not refused');
  };

  test('are entered by a firm for a town of the district, and by nobody else', async () => {
    const body = {
      kind: 'office-building',
      name: '演示楼',
      nameEn: '',
      town: TOWN,
      phone: '',
    } as const;
    const staff = await door.send(staffWith([permissions.check.name]), routes.createCarrier, {
      body,
    });
    expect(staff.problem).toBe('access/forbidden');
    const person = await door.send(citizen(PERSON), routes.createCarrier, { body });
    expect(person.problem).toBe('premises/not-a-firm');
    const elsewhere = await door.send(citizen(OPERATOR), routes.createCarrier, {
      body: { ...body, town: '310115001' },
    });
    expect(elsewhere.problem).toBe('premises/town-unknown');
    expect((await door.send(citizen(OPERATOR), routes.createCarrier, { body })).status).toBe(201);
  });

  test('are used by reference, version and hash, and no paper is asked for', async () => {
    const [kept] = await use(pickOf('302'));
    expect(kept).toMatchObject({ filingNumber: NUMBER, version: 1 });
    expect(kept?.hash).toMatch(/^[0-9a-f]{64}$/u);
    expect(kept?.address).toContain('302');
  });

  test('are refused with every reason, in both languages, where the unit is full', async () => {
    const refused = await refusalOf(use(pickOf('301')));
    expect(isProblem(refused, problems.unusable)).toBe(true);
    const { reason } = refused.values;
    expect(reason).toMatchObject({ 'zh-CN': expect.stringMatching(/[一-鿿]/u) });
    expect(reason).toMatchObject({ en: expect.not.stringMatching(/[一-鿿]/u) });
    expect(refused.extras.more).toMatchObject({ refusals: [{ code: 'full' }] });
  });

  test('are refused to a firm that has its seat already, and where nothing is filed', async () => {
    const seated = await refusalOf(use(pickOf('302'), '上海先到有限公司'));
    expect(isProblem(seated, problems.seatKept)).toBe(true);
    const unknown = await refusalOf(use({ ...pickOf('302'), unitId: newId() }));
    expect(isProblem(unknown, problems.unitUnknown)).toBe(true);
  });
});

const unit = (roomNo: string, maxSubjects: number) => ({
  number: NUMBER,
  floor: 3,
  roomNo,
  areaM2: 80,
  maxSubjects,
  excluded: null,
  groupCodes: [],
});

const BUILDING = {
  number: NUMBER,
  carrier: '云间商务中心（演示）',
  carrierEn: '',
  kind: 'office-building',
  town: TOWN,
  operatorCode: OPERATOR.code,
  phone: '',
  building: 'A座',
  address: '上海市松江区中山街道演示东路188号1幢',
  certNo: '沪（2020）松字不动产权第9000000号',
  owner: OPERATOR.name,
  ownerKind: 'firm',
  useType: 'office',
  areaM2: 1000,
  floorsAbove: 12,
  floorsBelow: 1,
  titleKind: 'title',
  titleNo: '沪（2020）松字不动产权第9000000号',
  titleFrom: '2020-05-18',
  titleHash: 'a'.repeat(64),
  rightKind: '',
  rightNo: '',
  rightFrom: '',
  rightUntil: '',
  rightHash: '',
  otherKind: '',
  otherNo: '',
  otherFrom: '',
  otherUntil: '',
  otherHash: '',
  stage: 'filed',
  suspendedFor: '',
};
