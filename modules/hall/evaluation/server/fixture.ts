import type { Actor, Scope } from '#kernel/access/contract-actor.ts';
import { systemActor } from '#kernel/access/system-actor.ts';
import { createCalendarApi } from '#kernel/calendar/calendar-api.ts';
import { type FixedClock, fixedClock } from '#kernel/clock/clock.ts';
import { createFieldCipher } from '#kernel/crypto/field-cipher.ts';
import { parseKeyRing } from '#kernel/crypto/key-ring.ts';
import type { Database } from '#kernel/db/database.ts';
import type { MadeFile } from '#kernel/files/store-made.ts';
import type {
  BodyInput,
  ParamsInput,
  QueryInput,
  ResponseOf,
  RouteContract,
} from '#kernel/http/contract.ts';
import { newId } from '#kernel/ids/id.ts';
import { staffWith } from '#test/support/actors.ts';
import { openModuleDoor } from '#test/support/module-door.ts';

import { permissions, type RatedVisit } from '../contract.ts';
import type { EvaluationDeps } from './deps.ts';
import { openVisit } from './rating/open-service.ts';
import { createRoutes } from './routes.ts';

export const CENTRE = 1;
export const CASE_NO = '3101170000001';
export const SITE = newId();
export const WINDOW = newId();
export const OTHER_WINDOW = newId();
export const TAX = newId();
export const WATER = newId();
/** The clerk at the window, and the account of each of the staff by what they do. */
export const CLERK = newId();

const named = (id: string, name: string) => ({ id, nameZh: name, nameEn: name });
const windowOf = (id: string, number: number) => ({
  ...named(id, '综合窗口'),
  number,
  siteId: SITE,
});
const byId = <T extends { readonly id: string }>(...all: T[]) => ({
  all,
  byId: new Map(all.map((one) => [one.id, one])),
});

const directory = {
  sites: byId(named(SITE, '区行政服务中心')),
  departments: byId(named(TAX, '税务局'), named(WATER, '水务局')),
  windows: byId(windowOf(WINDOW, 7), windowOf(OTHER_WINDOW, 8)),
};

interface Person {
  readonly id: string;
  readonly departmentId: string | null;
}

export interface Bench {
  readonly deps: EvaluationDeps & { readonly clock: FixedClock };
  readonly notices: string[];
  /** Files that were stored, the latest last. */
  readonly stored: MadeFile[];
  /** Somebody of the staff with these permissions; known to the register under a department. */
  staff(
    names: ReadonlyArray<keyof typeof permissions>,
    more?: {
      readonly scope?: Scope;
      readonly departmentId?: string | null;
      readonly personId?: string;
    },
  ): Actor;
  readonly pad: Actor;
  readonly otherPad: Actor;
  citizen(partyId: string): Actor;
  /** Ends a visit at the window, as the queue tells it. Gives the service. */
  visit(more?: Partial<RatedVisit>): Promise<{ serviceId: string; token: string; visitId: string }>;
  send<C extends RouteContract>(
    actor: Actor | undefined,
    contract: C,
    sent?: {
      readonly params?: ParamsInput<C>;
      readonly query?: QueryInput<C>;
      readonly body?: BodyInput<C>;
      readonly key?: string;
    },
  ): Promise<{
    readonly status: number;
    readonly body: ResponseOf<C>;
    readonly problem: string | undefined;
    readonly text: string;
  }>;
  close(): Promise<void>;
}

/** This module behind the front door, with a hall, a register of staff and a queue that the test fills. */
export async function startBench(database: Database): Promise<Bench> {
  const people = new Map<string, Person>();
  const pads = new Map<string, string>();
  const notices: string[] = [];
  const stored: MadeFile[] = [];
  const deps = makeDeps(database, { people, pads, notices, stored });
  const padAt = (windowId: string): Actor => {
    const actor = staffWith([permissions.collect.name], { level: 'own' }, { kind: 'device' });
    pads.set(actor.id, windowId);
    return actor;
  };
  return {
    deps,
    notices,
    stored,
    pad: padAt(WINDOW),
    otherPad: padAt(OTHER_WINDOW),
    staff: (names, { scope, departmentId = null, personId = newId() } = {}) => {
      const actor = staffWith(
        names.map((name) => permissions[name].name),
        scope,
      );
      people.set(actor.id, { id: personId, departmentId });
      return actor;
    },
    citizen: (partyId) =>
      staffWith(
        [permissions.rateOwn.name],
        { level: 'own' },
        { kind: 'citizen', subject: partyId },
      ),
    visit: async (more = {}) => {
      const visitId = newId();
      const service = await database.transaction((tx) =>
        openVisit(deps, tx, systemActor(CENTRE, 'test'), {
          visitId,
          ticketNo: 'A012',
          siteId: SITE,
          windowId: WINDOW,
          personId: CLERK,
          departmentId: TAX,
          matterId: null,
          matterName: { zh: '演示事项', en: 'Demonstration' },
          caseId: null,
          caseNo: null,
          partyId: null,
          finishedAt: deps.clock.now().toISOString(),
          ...more,
        }),
      );
      return { serviceId: service.service_id, token: service.token, visitId };
    },
    ...(await openModuleDoor(deps, createRoutes(deps))),
  };
}

interface Around {
  readonly people: ReadonlyMap<string, Person>;
  readonly pads: ReadonlyMap<string, string>;
  readonly notices: string[];
  readonly stored: MadeFile[];
}

function makeDeps(database: Database, { people, pads, notices, stored }: Around): Bench['deps'] {
  const keys = Buffer.from(Uint8Array.from({ length: 32 }, (_, at) => 11 + at * (at + 3)));
  const clerk = {
    ...named(CLERK, '王窗口'),
    employeeNo: 'T001',
    departmentId: TAX,
    postCode: 'clerk',
    photoFileId: null,
  };
  const known = (id: string) => (id === CLERK ? clerk : undefined);
  const none = () => Promise.resolve(undefined);
  return {
    database,
    clock: fixedClock('2026-01-20T02:00:00Z'),
    cipher: createFieldCipher(parseKeyRing(`v1:${keys.toString('base64')}`, { production: false })),
    publicUrl: 'https://centre.example',
    calendar: createCalendarApi(),
    organisation: { loadDirectory: () => Promise.resolve(directory as never) },
    staff: {
      findPerson: async (_db: unknown, _centre: number, id: string) => known(id) as never,
      findPersonOfAccount: async (_db: unknown, _centre: number, id: string) =>
        people.get(id) as never,
      findPost: async () => ({ nameZh: '综窗人员', nameEn: 'Clerk' }),
      listStaffRefs: async (_db: unknown, _centre: number, ids: readonly string[]) =>
        (ids.includes(CLERK) ? [clerk] : []) as never,
      whoStandsAt: async (_db: unknown, _centre: number, windowId: string) =>
        (windowId === WINDOW ? { person: clerk } : { person: null }) as never,
    },
    devices: {
      findDeviceOfAccount: async (_db, _centre, id) => {
        const windowId = pads.get(id);
        return windowId === undefined
          ? undefined
          : ({ id: newId(), siteId: SITE, windowId } as never);
      },
    },
    parties: {
      findPartyInFull: async (_db: unknown, _centre: number, id: string) =>
        ({ id, mobile: '13800138000' }) as never,
      findActingParty: async (_db: unknown, actor: Actor) => ({
        partyId: actor.subject ?? '',
        personId: actor.subject ?? '',
      }),
    },
    cases: {
      findCase: none,
      findCaseByNo: none,
      readForSigning: async (_db, _actor, caseId, documentId) => ({
        caseId,
        caseNo: CASE_NO,
        title: { 'zh-CN': '受理通知书', en: 'Notice of acceptance' },
        number: documentId === null ? CASE_NO : '松政服〔2026〕12号',
        text: { 'zh-CN': '你单位的申请已受理。', en: 'Your application is accepted.' },
      }),
    },
    queue: {
      findVisit: none,
      findVisitOfDay: none,
      findSignedIn: none,
      findLastVisitAtWindow: none,
    },
    files: {
      getFile: () => Promise.reject(new Error('no photo here')),
      storeFile: async (_tx, _actor, file) => {
        stored.push(file);
        return { id: newId() } as never;
      },
    },
    notify: {
      notify: async (_tx, _actor, notice) => {
        notices.push(notice.key);
      },
    },
  };
}
