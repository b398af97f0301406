import type { Actor } from '#kernel/access/contract-actor.ts';
import { systemActor } from '#kernel/access/system-actor.ts';
import { publishedYears } from '#kernel/calendar/holidays/published.ts';
import { createWorkingCalendar } from '#kernel/calendar/working-days.ts';
import { type FixedClock, fixedClock } from '#kernel/clock/clock.ts';
import { createFieldCipher } from '#kernel/crypto/field-cipher.ts';
import { parseKeyRing } from '#kernel/crypto/key-ring.ts';
import type { Database } from '#kernel/db/database.ts';
import { newId } from '#kernel/ids/id.ts';
import type { Job } from '#kernel/jobs/contract.ts';
import { type ModuleDoor, openModuleDoor } from '#test/support/module-door.ts';

import {
  type Counted,
  type MakerSet,
  type Meter,
  permissions,
  type Proposal,
  routes,
  type SettlementNow,
} from '../contract.ts';
import { createSealsApi } from './api.ts';
import type { SealsDeps } from './deps.ts';
import { followLicences } from './follow-licences.ts';
import { createRoutes } from './routes.ts';

export const CENTRE = 1;

/** A firm of the little world: in the register, with a licence when it has one. */
export interface Firm {
  readonly partyId: string;
  name: string;
  readonly uscc: string;
  licence: { id: string; issuedOn: string; legalName: string } | undefined;
}

export interface World {
  readonly firms: Firm[];
  readonly counted: Counted[];
  readonly proposals: Proposal[];
  readonly notices: string[];
  meter: Meter | undefined;
  settlement: SettlementNow['state'];
}

export type Bench = Awaited<ReturnType<typeof startBench>>;

/** This module behind the front door, with neighbours that the test decides. 2026-01-20 is a Tuesday, 9:00. */
export async function startBench(database: Database) {
  const clock = fixedClock('2026-01-20T01:00:00Z');
  const world: World = {
    firms: [],
    counted: [],
    proposals: [],
    notices: [],
    meter: aMeter(),
    settlement: 'submitted',
  };
  const deps = makeDeps(database, clock, world);
  const door = await openModuleDoor(deps, createRoutes(deps));
  const clerk = staffOf(Object.values(permissions).map(({ name }) => name));
  const addFirm = (more: Partial<Firm> = {}): Firm => {
    const serial = String(world.firms.length + 1).padStart(5, '0');
    const firm: Firm = {
      partyId: newId(),
      name: `上海松江演示第${world.firms.length + 1}科技有限公司`,
      uscc: `91310117MA1T1${serial.slice(0, 4)}${serial.slice(4)}`.padEnd(18, 'X'),
      licence: { id: newId(), issuedOn: '2026-01-19', legalName: '诸葛明' },
      ...more,
    };
    world.firms.push(firm);
    return firm;
  };
  /** The event of a licence, as the outbox delivers it. */
  const hearLicence = async (firm: Firm, how: 'issue' | 'change' = 'issue', caseNumber = '') => {
    await database.transaction((tx) =>
      followLicences(deps).handle(tx, {
        eventId: newId(),
        centreId: CENTRE,
        name: 'licences.licence-issued',
        version: 1,
        subject: { kind: 'licences.licence', id: firm.licence?.id ?? '' },
        actor: { kind: 'system', id: 'test' },
        at: clock.now(),
        payload: {
          licenceId: firm.licence?.id ?? '',
          kind: 'business-licence',
          number: 'L1',
          identifier: 'I1',
          how,
          caseNumber,
          formerId: null,
        },
      }),
    );
  };
  return {
    ...door,
    deps,
    clock,
    world,
    clerk,
    addFirm,
    hearLicence,
    api: createSealsApi(deps),
    /** Moves to an instant in Shanghai, e.g. `2026-01-20T09:00`. */
    setTime: (local: string) => clock.set(`${local}:00+08:00`),
    runJob: async (job: Job) => {
      const { run } = job;
      if (run.mode !== 'in-transaction') throw new Error('It runs in a transaction.');
      const context = {
        actor: systemActor(CENTRE, job.name),
        attempt: 1,
        dueAt: clock.now(),
        signal: new AbortController().signal,
      };
      await database.transaction((tx) => run.handle(tx, {}, context));
    },
    ...createMakers({ addFirm, door, clerk }),
  };
}

interface Around {
  readonly addFirm: (more?: Partial<Firm>) => Firm;
  readonly door: ModuleDoor;
  readonly clerk: Actor;
}

/** Makers, and how they work. */
function createMakers({ addFirm, door, clerk }: Around) {
  return {
    /** A firm of the register becomes a maker; gives whoever signs in for it. */
    addMaker: async (quota = 1, dailyCapacity = 500) => {
      const firm = addFirm({ licence: undefined, name: `演示印章${nextMaker()}店` });
      const answer = await door.send(clerk, routes.createMaker, {
        body: {
          creditCode: firm.uscc,
          policeCode: '310117000001',
          quota,
          dailyCapacity,
          promiseHours: 8,
          isActive: true,
        },
      });
      if (answer.problem !== undefined) throw new Error(answer.text);
      return { firm, maker: answer.body, actor: citizenOf(firm) };
    },
    /** A maker works a set through to the hand-over. */
    work: async (actor: Actor, id: string): Promise<MakerSet> => {
      const params = { id };
      let set = (await door.send(actor, routes.getMakerSet, { params })).body;
      const go = async (answer: { problem: string | undefined; text: string; body: MakerSet }) => {
        if (answer.problem !== undefined) throw new Error(answer.text);
        set = answer.body;
      };
      const body = () => ({ version: set.version });
      if (set.state === 'dispatched')
        await go(await door.send(actor, routes.acceptSet, { params, body: body() }));
      const numbers = set.seals
        .filter(({ filedNumber }) => filedNumber === null)
        .map(({ kind }) => ({ kind, number: nextFiled() }));
      await go(await door.send(actor, routes.fileSet, { params, body: { ...body(), numbers } }));
      await go(await door.send(actor, routes.engraveSet, { params, body: body() }));
      await go(await door.send(actor, routes.handOverSet, { params, body: body() }));
      return set;
    },
  };
}

let madeMakers = 0;
const nextMaker = (): number => (madeMakers += 1);

let filed = 0;
/** A number of the police that was never given. */
export const nextFiled = (): string => `3101170${String((filed += 1)).padStart(6, '0')}`;

const aMeter = (): Meter => ({
  contractId: newId(),
  number: 'HT2026-015',
  name: '演示刻章服务合同',
  supplier: '演示印章刻制联合体',
  unitPriceFen: 10_000n,
  priceFen: 320_000_000n,
  leftFen: 320_000_000n,
  servesFrom: '2026-01-01',
  servesUntil: '2026-12-31',
});

export function staffOf(names: readonly string[]): Actor {
  const grants = names.map((permission) => ({ permission, scope: { level: 'centre' as const } }));
  return { kind: 'staff', id: newId(), centreId: CENTRE, name: '测试人员', grants };
}

/** Somebody who signed in for a firm, as kernel/access would say it. */
export function citizenOf(firm: Pick<Firm, 'partyId'>): Actor {
  const own = { level: 'own' as const };
  const grants = [permissions.claimOwn, permissions.makeOwn].map(({ name }) => ({
    permission: name,
    scope: own,
  }));
  const subject = `${firm.partyId}/${firm.partyId}`;
  return { kind: 'citizen', id: newId(), centreId: CENTRE, name: '演示办事人', grants, subject };
}

function makeDeps(database: Database, clock: FixedClock, world: World): SealsDeps {
  const keys = Buffer.from(Uint8Array.from({ length: 32 }, (_, at) => 7 + at * (at + 5)));
  const firmBy = (test: (firm: Firm) => boolean) => world.firms.find(test);
  const parties = {
    findActingParty: async (_db: unknown, actor: Actor) => {
      const [partyId, personId] = (actor.subject ?? '').split('/');
      return partyId === undefined || personId === undefined ? undefined : { partyId, personId };
    },
    findPartyByNumber: async (_db: unknown, _centre: number, _kind: string, number: string) => {
      const firm = firmBy(({ uscc }) => uscc === number);
      return firm && { id: firm.partyId };
    },
    findPartyInFull: async (_db: unknown, _centre: number, id: string) => {
      const firm = firmBy(({ partyId }) => partyId === id);
      return (
        firm && {
          id,
          kind: 'organisation',
          name: firm.name,
          identifier: { kind: 'uscc', number: firm.uscc },
          mobile: '13800000000',
        }
      );
    },
    findLivePartyId: async (_db: unknown, _centre: number, id: string) => id,
  };
  const licences = {
    findUsable: async (_db: unknown, { partyId }: { partyId: string }) => {
      const licence = firmBy((firm) => firm.partyId === partyId)?.licence;
      if (licence === undefined) return [];
      const said = { 'zh-CN': licence.legalName, en: licence.legalName };
      return [{ licenceId: licence.id, content: { legalRepresentative: said } }];
    },
    getLicence: async (_db: unknown, _centre: number, id: string) => {
      const firm = firmBy(({ licence }) => licence?.id === id);
      return {
        id,
        number: 'L1',
        issuedOn: firm?.licence?.issuedOn,
        holder: { partyId: firm?.partyId, kind: 'organisation', name: firm?.name },
      };
    },
  };
  return {
    database,
    clock,
    cipher: createFieldCipher(parseKeyRing(`v1:${keys.toString('base64')}`, { production: false })),
    calendar: { getCalendar: async () => createWorkingCalendar(publishedYears) },
    parties: parties as never,
    licences: licences as never,
    cases: { findCaseByNo: () => Promise.resolve(undefined) },
    files: { attach: () => Promise.resolve() },
    notify: {
      notify: async (_tx, _actor, notice) => {
        world.notices.push(notice.template.name);
      },
    },
    contracts: {
      findMeteredContract: () => Promise.resolve(world.meter),
      count: async (_tx, _actor, events) => void world.counted.push(...events),
      proposeSettlement: async (_tx, _actor, proposal) => {
        world.proposals.push(proposal);
        return { documentId: newId(), number: `CW2026-${world.proposals.length}` };
      },
      takeOverSettlement: async () => ({ settlementId: newId(), number: 'HT2026-1' }),
      findSettlement: async () => ({
        number: 'CW2026-1',
        state: world.settlement,
        settlementId: null,
        amountFen: 0n,
        paidFen: 0n,
        isReversed: false,
      }),
    },
  };
}
