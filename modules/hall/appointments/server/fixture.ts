import type { Actor, Scope } from '#kernel/access/contract-actor.ts';
import { createOpeningCalendar, type OpeningHours } from '#kernel/calendar/opening-hours.ts';
import { type FixedClock, fixedClock } from '#kernel/clock/clock.ts';
import type { Day } from '#kernel/clock/day.ts';
import { createFieldCipher } from '#kernel/crypto/field-cipher.ts';
import { parseKeyRing } from '#kernel/crypto/key-ring.ts';
import type { Database } from '#kernel/db/database.ts';
import { newId } from '#kernel/ids/id.ts';
import { openModuleDoor } from '#test/support/module-door.ts';

import { type GroupInput, permissions, routes, type TicketOrder } from '../contract.ts';
import type { AppointmentsDeps } from './deps.ts';
import { createRoutes } from './routes.ts';

export const CENTRE = 1;
export const SITE = newId();
export const OTHER_SITE = newId();
export const WINDOWS = [newId(), newId()] as const;

const WORDS = { nameZh: '演示服务点', nameEn: 'Demonstration site', code: 'here' };
const MORNING = [{ from: '09:00', to: '11:30' }];
const DAY = [...MORNING, { from: '13:30', to: '17:00' }];

/** Monday to Friday, and one Thursday closed. */
const HOURS: OpeningHours = {
  weekly: [{ validFrom: '2026-01-01', hours: { 1: DAY, 2: DAY, 3: DAY, 4: DAY, 5: MORNING } }],
  special: [
    {
      from: '2026-01-22',
      to: '2026-01-22',
      intervals: [],
      reason: { 'zh-CN': '演示闭厅', en: 'Closed for a demonstration' },
    },
  ],
};

export type Bench = Awaited<ReturnType<typeof startBench>>;

/** This module behind the front door, with neighbours that the test decides. 2026-01-20 is a Tuesday, 8:00. */
export async function startBench(database: Database) {
  const orders: TicketOrder[] = [];
  const notices: string[] = [];
  const staffed = new Set<string>(WINDOWS);
  const numbers = new Map<string, string>();
  const clock = fixedClock('2026-01-20T00:00:00Z');
  const deps = makeDeps(database, clock, { orders, notices, staffed, numbers });
  const door = await openModuleDoor(deps, createRoutes(deps));
  const manager = staffOf(Object.values(permissions).map(({ name }) => name));
  return {
    ...door,
    deps,
    clock,
    /** What the queue was asked for. */
    orders,
    /** Messages that were written, by template and key. */
    notices,
    /** Windows at which somebody stands, every day. */
    staffed,
    /** Whose number is whose. */
    numbers,
    manager,
    group: async (more: Partial<GroupInput> = {}) => {
      const answer = await door.send(manager, routes.createGroup, { body: aGroup(more) });
      if (answer.problem !== undefined) throw new Error(answer.text);
      return answer.body;
    },
    /** Moves to an instant in Shanghai, e.g. `2026-01-20T09:00`. */
    setTime: (local: string) => clock.set(`${local}:00+08:00`),
  };
}

export const aGroup = (more: Partial<GroupInput> = {}): GroupInput => ({
  siteId: SITE,
  zoneId: null,
  nameZh: '企业开办',
  nameEn: 'Starting a firm',
  hintZh: '请带身份证',
  hintEn: 'Bring your identity card',
  queueCode: 'A',
  matterIds: [],
  departmentIds: [],
  slotMinutes: 30,
  capacityBy: 'fixed',
  places: 2,
  windowIds: [],
  walkInPercent: 0,
  isOpen: true,
  closedReasonZh: '',
  closedReasonEn: '',
  order: 1,
  ...more,
});

export function staffOf(names: readonly string[], scope: Scope = { level: 'centre' }): Actor {
  const grants = names.map((permission) => ({ permission, scope }));
  return { kind: 'staff', id: newId(), centreId: CENTRE, name: '测试人员', grants };
}

/** A citizen who signed in, as kernel/access would say it. */
export function citizen(partyId = newId(), personId = partyId): Actor {
  const grants = [{ permission: permissions.bookOwn.name, scope: { level: 'own' as const } }];
  const subject = `${partyId}/${personId}`;
  return { kind: 'citizen', id: newId(), centreId: CENTRE, name: '演示办事人', grants, subject };
}

export function machine(): Actor {
  const grants = [{ permission: permissions.serve.name, scope: { level: 'own' as const } }];
  return { kind: 'device', id: newId(), centreId: CENTRE, name: '取号机', grants };
}

interface World {
  readonly orders: TicketOrder[];
  readonly notices: string[];
  readonly staffed: ReadonlySet<string>;
  readonly numbers: ReadonlyMap<string, string>;
}

function makeDeps(database: Database, clock: FixedClock, world: World): AppointmentsDeps {
  const keys = Buffer.from(Uint8Array.from({ length: 32 }, (_, at) => 7 + at * (at + 5)));
  const place = (id: string) => ({ ...WORDS, id, siteId: SITE });
  const lookup = (ids: readonly string[]) => ({
    all: ids.map(place),
    byId: new Map(ids.map((id) => [id, place(id)])),
    byCode: new Map(),
  });
  const directory = {
    sites: lookup([SITE, OTHER_SITE]),
    zones: lookup([]),
    windows: lookup(WINDOWS),
    departments: lookup([]),
    offices: lookup([]),
  };
  const parties = {
    findActingParty: async (_db: unknown, actor: Actor) => {
      const [partyId, personId] = (actor.subject ?? '').split('/');
      return partyId === undefined || personId === undefined ? undefined : { partyId, personId };
    },
    findPartySummary: async (_db: unknown, _centre: number, id: string) => ({ id, name: '张*' }),
    findPartyInFull: async (_db: unknown, _centre: number, id: string) => ({
      id,
      mobile: `138${id.replaceAll(/\D/g, '').slice(-8).padStart(8, '0')}`,
    }),
    findPartyByNumber: async (_db: unknown, _centre: number, _kind: string, number: string) => {
      const id = world.numbers.get(number);
      return id === undefined ? undefined : { id };
    },
  };
  return {
    database,
    clock,
    cipher: createFieldCipher(parseKeyRing(`v1:${keys.toString('base64')}`, { production: false })),
    publicUrl: 'https://centre.example',
    organisation: {
      loadDirectory: () => Promise.resolve(directory as never),
      loadOpening: () => Promise.resolve(createOpeningCalendar(HOURS)),
    },
    staff: { listStaffedWindows: async (_db, _centre, span) => everyDay(span, world.staffed) },
    parties: parties as never,
    matters: { findCurrent: () => Promise.resolve(undefined) },
    notify: {
      notify: async (_tx, _actor, notice) => {
        world.notices.push(`${notice.template.name} ${notice.key}`);
      },
    },
    issueTicket: async (_tx, _actor, order) => {
      const before = world.orders.findIndex((one) => one.appointmentId === order.appointmentId);
      const at = before === -1 ? world.orders.push(order) - 1 : before;
      return {
        ticketId: order.appointmentId,
        number: `YA${String(at + 1).padStart(3, '0')}`,
        ahead: at,
      };
    },
  };
}

function everyDay(span: { readonly from: Day; readonly to: Day }, windows: ReadonlySet<string>) {
  const days = new Map<Day, ReadonlySet<string>>();
  for (let at = Date.parse(span.from); at <= Date.parse(span.to); at += 86_400_000)
    days.set(new Date(at).toISOString().slice(0, 10), windows);
  return days;
}
