import type { Actor } from '#kernel/access/contract-actor.ts';
import { systemActor } from '#kernel/access/system-actor.ts';
import { newId } from '#kernel/ids/id.ts';
import { runImport } from '#kernel/imports/run-import.ts';
import { permissions as devices, routes as register } from '#modules/registry/devices/contract.ts';
import {
  permissions as registers,
  routes as places,
} from '#modules/registry/organisation/contract.ts';
import { staffWith } from '#test/support/actors.ts';
import { startTestApp, type TestApp } from '#test/support/app.ts';
import { TEST_CENTRE } from '#test/support/database.ts';
import { createPlaces } from '#test/support/organisation.ts';

import { type Business, permissions, routes } from '../contract.ts';

/** A hall of a test: a site that is open all week, windows, and two lines. */
export interface TestHall {
  readonly app: TestApp;
  readonly siteId: string;
  readonly otherSiteId: string;
  readonly zoneId: string;
  readonly windows: readonly string[];
  readonly general: Business;
  readonly tax: Business;
  readonly manager: Actor;
  /** A clerk who may work at this window and at no other. */
  clerkOf(windowId: string): Actor;
  close(): Promise<void>;
}

const organiser = staffWith([
  registers.view.name,
  registers.manage.name,
  registers.operateWindows.name,
]);

/** Everybody may follow the hall; a clerk holds exactly one window. */
export function makeClerk(windowId: string): Actor {
  const scope = { level: 'window', id: windowId } as const;
  return {
    kind: 'staff',
    id: newId(),
    centreId: TEST_CENTRE,
    name: '窗口人员',
    grants: [
      ...[permissions.call.name, permissions.view.name, permissions.issue.name].map(
        (permission) => ({ permission, scope }),
      ),
      { permission: registers.operateWindows.name, scope },
    ],
  };
}

const NINE_TO_FIVE = { opens: '09:00', closes: '17:00' } as const;

/** 2026-01-20 is a Tuesday; the hall is open from 9 to 17 unless told, the clock stands at 10. */
export async function openHall(
  windowCount = 3,
  hours: { readonly opens: string; readonly closes: string } = NINE_TO_FIVE,
): Promise<TestHall> {
  const app = await startTestApp();
  const manager = staffWith([
    ...Object.values(permissions)
      .map((permission) => permission.name)
      .filter((name) => name !== permissions.serve.name),
    registers.operateWindows.name,
  ]);
  const made = await createPlaces(app, organiser);
  await openAllWeek(app, made.siteId, hours);
  const windows: string[] = [];
  for (let number = 1; number <= windowCount; number += 1) {
    const { body } = await app.send(organiser, places.createWindow, {
      body: { ...made.window, number },
      key: newId(),
    });
    windows.push(body.id);
  }
  const business = async (letter: string, code: string, more: { isRealName?: boolean } = {}) => {
    const { body } = await app.send(manager, routes.createBusiness, {
      key: newId(),
      body: {
        code,
        letter,
        siteId: made.siteId,
        zoneId: made.zoneId,
        nameZh: code === 'tax' ? '税务' : '综合',
        nameEn: code,
        hintZh: '',
        hintEn: '',
        departmentCodes: [],
        isRealName: false,
        isOpen: true,
        dailyLimit: 0,
        warnPeople: 30,
        warnMinutes: 30,
        usualMinutes: 10,
        order: 1,
        ...more,
      },
    });
    return body;
  };
  const general = await business('A', 'general');
  const tax = await business('B', 'tax', { isRealName: true });
  for (const [at, id] of windows.entries())
    await app.send(manager, routes.saveServices, {
      params: { id },
      body: {
        services: [
          { businessId: general.id, role: 'main' },
          ...(at === 0 ? [] : [{ businessId: tax.id, role: 'main' as const }]),
        ],
      },
    });
  const clerks = new Map(windows.map((id) => [id, makeClerk(id)]));
  return {
    app,
    siteId: made.siteId,
    otherSiteId: made.otherSiteId,
    zoneId: made.zoneId,
    windows,
    general,
    tax,
    manager,
    clerkOf: (windowId) => clerks.get(windowId) ?? makeClerk(windowId),
    close: () => app.close(),
  };
}

const KIND = {
  code: 'ticket-machine',
  nameZh: '取号机',
  nameEn: 'Ticket machine',
  group: 'hall',
  assetPrefix: 'TM',
  networked: 'true',
  surface: 'ticket-machine',
  contract: 'platform',
  order: '1',
};

const keeper = staffWith([devices.view.name, devices.manage.name, devices.operate.name]);

/** Puts a device of the hall at a place, and gives the actor that speaks as it. */
export async function placeDevice(
  { app }: Pick<TestHall, 'app'>,
  place: {
    readonly siteId: string;
    readonly zoneId?: string;
    readonly windowId?: string;
  },
): Promise<Actor> {
  const importer = app.app.running.importers.find(({ name }) => name === 'devices.device-kinds');
  if (!importer) throw new Error('There is no importer of kinds');
  await runImport(app.foundation, keeper, importer, 'kinds.csv', [{ rowNumber: 2, cells: KIND }]);
  const { body } = await app.send(keeper, register.createDevice, {
    body: {
      assetNo: `TM-${newId().slice(-8)}`,
      kindCode: KIND.code,
      brand: '演示',
      model: 'TM-100',
      serialNo: '',
      siteId: place.siteId,
      zoneId: place.zoneId ?? null,
      windowId: place.windowId ?? null,
      status: 'in-service',
      commissionedOn: null,
      warrantyUntil: null,
      ipAddress: '',
      macAddress: '',
    },
  });
  await app.send(keeper, register.openEnrolment, { params: { id: body.id } });
  const { rows } = await app.database.pool.query<{ account_id: string }>(
    'SELECT account_id FROM devices.device WHERE device_id = $1',
    [body.id],
  );
  return staffWith(
    [permissions.serve.name],
    { level: 'own' },
    { kind: 'device', id: rows[0]?.account_id ?? '' },
  );
}

async function openAllWeek(
  app: TestApp,
  siteId: string,
  hours: { readonly opens: string; readonly closes: string },
): Promise<void> {
  const { body } = await app.send(organiser, places.listOpeningHours, { params: { id: siteId } });
  await app.send(organiser, places.setOpeningHours, {
    params: { id: siteId },
    body: {
      zoneId: null,
      validFrom: '2026-01-20',
      tag: body.emptyTag,
      stretches: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
        weekday,
        ...hours,
        onClosedDays: true,
      })),
    },
  });
}

/** Runs a job of the queue at this moment, as its schedule would. */
export async function runQueueJob({ app, manager }: TestHall, name: string): Promise<void> {
  const job = app.app.running.jobs.find((one) => one.name === name);
  if (!job) throw new Error(`There is no job ${name}`);
  const context = {
    actor: systemActor(manager.centreId, name, job.permissions ?? []),
    attempt: 1,
    dueAt: app.clock.now(),
    signal: new AbortController().signal,
  };
  const { run } = job;
  if (run.mode === 'in-transaction')
    await app.foundation.database.transaction((tx) => run.handle(tx, {}, context));
  else await run.handle({}, context);
}
