import { Readable } from 'node:stream';

import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import type { Actor, Scope } from '#kernel/access/contract-actor.ts';
import { nobodyInParticular, staffWith } from '#test/support/actors.ts';
import { OTHER_CENTRE } from '#test/support/database.ts';

import { permissions, routes } from '../contract.ts';
import { loadSongjiang, openStaffWorld, type StaffWorld } from './staff.fixture.ts';

const { viewOwn, requestLeave, ...granted } = permissions;
const all = Object.values(granted).map(({ name }) => name);
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const own: Scope = { level: 'own' };

describe('the staff of a centre', () => {
  let world: StaffWorld;
  let siteId: string;
  const manager = staffWith(all);
  const windowId = async (number: number) =>
    (await board()).find((one) => one.windowNumber === number)?.windowId ?? '';
  const board = async (day?: string) =>
    (await world.send(manager, routes.showBoard, { query: { siteId, day } })).body.windows;
  const at = async (number: number, day?: string) => {
    const window = (await board(day)).find((one) => one.windowNumber === number);
    if (window === undefined) throw new Error(`No window ${number}`);
    return window;
  };
  const self = async (employeeNo: string): Promise<Actor> =>
    staffWith([viewOwn.name, requestLeave.name], own, {
      id: (await world.person(employeeNo)).accountId,
    });
  const departmentOf = async (employeeNo: string) => {
    const { id } = await world.person(employeeNo);
    const { body } = await world.send(manager, routes.getPerson, { params: { id } });
    return body.departmentId ?? '';
  };

  beforeAll(async () => {
    world = await openStaffWorld();
    await loadSongjiang(world);
    const directory = await world.deps.organisation.loadDirectory(world.database.db, 1);
    siteId = directory.sites.byCode.get('district-hall')?.id ?? '';
  });
  afterAll(() => world.close());

  test('is closed to whoever holds no permission, before anything is read', async () => {
    const stranger = nobodyInParticular();
    const id = '01990000-0000-7000-8000-000000000000';
    const list = await world.send(stranger, routes.listPeople);
    const get = await world.send(stranger, routes.getPerson, { params: { id } });
    const leave = await world.send(stranger, routes.getLeave, { params: { id } });
    const mine = await world.send(stranger, routes.listOwnLeave);
    expect([list, get, leave, mine].map(({ status }) => status)).toEqual([403, 403, 403, 403]);
  });

  test('shows nothing of it to another centre', async () => {
    const other = staffWith(all, { level: 'centre' }, { centreId: OTHER_CENTRE });
    const { id } = await world.person('SJ2001');
    expect((await world.send(other, routes.listPeople)).body.total).toBe(0);
    expect((await world.send(other, routes.getPerson, { params: { id } })).status).toBe(404);
  });

  test('is found by name, pinyin, initials and number', async () => {
    for (const search of ['毛明飞', 'maomingfei', 'mmf', 'Mao Mingfei', 'sj1001', '毛明']) {
      const { body } = await world.send(manager, routes.listPeople, { query: { search } });
      expect(body.items.map((one) => one.employeeNo)).toContain('SJ1001');
    }
  });

  test('pages through all 575 by employee number', async () => {
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const { body } = await world.send(manager, routes.listPeople, {
        query: { limit: 200, ...(cursor === undefined ? {} : { cursor }) },
      });
      expect(body.total).toBe(575);
      seen.push(...body.items.map((one) => one.employeeNo));
      cursor = body.nextCursor ?? undefined;
    } while (cursor !== undefined);
    expect(new Set(seen).size).toBe(575);
    expect(seen).toEqual(seen.toSorted());
  });

  test('shows a department only its own people', async () => {
    const departmentId = await departmentOf('SJ3302');
    const head = staffWith([permissions.view.name], { level: 'department', id: departmentId });
    const { body } = await world.send(head, routes.listPeople, {
      query: { limit: 500 },
    });
    expect(body.items.length).toBeGreaterThan(0);
    expect(new Set(body.items.map((one) => one.departmentId))).toEqual(new Set([departmentId]));
    const { id } = await world.person('SJ2001');
    expect((await world.send(head, routes.getPerson, { params: { id } })).status).toBe(403);
  });

  test('never answers with a contact in full, but for the audited look', async () => {
    const { id } = await world.person('SJ2001');
    const list = await world.send(manager, routes.listPeople, { query: { limit: 500 } });
    const one = await world.send(manager, routes.getPerson, { params: { id } });
    const mine = await world.send(await self('SJ2001'), routes.getOwnRecord);
    for (const { text } of [list, one, mine])
      expect(text).not.toMatch(/1540001\d{4}|[a-z]{2,}\.[a-z.]+\d+@songjiang/);
    const look = await world.send(manager, routes.revealContact, {
      params: { id },
      body: { field: 'mobile', reason: '紧急联系' },
    });
    expect(look.body.value).toMatch(/^1540001\d{4}$/);
    const { rows } = await world.database.pool.query(
      "SELECT body::text t FROM kernel.audit_entry WHERE act = 'staff.contact-revealed'",
    );
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain(look.body.value);
  });

  test('warns of one contract employee more than the quota, or refuses, as the centre says', async () => {
    const input = {
      nameZh: '测试',
      nameEn: '',
      namePinyin: 'ce shi',
      sex: 'female' as const,
      officeId: null,
      departmentId: null,
      postCode: 'guide',
      employment: 'contract' as const,
      mobile: '15400019999',
      email: '',
      joinedOn: '2026-11-24',
      opensAccount: true,
    };
    const warned = await world.send(manager, routes.createPerson, {
      body: { ...input, employeeNo: 'SJ9001' },
    });
    expect(warned.body.isOverQuota).toBe(true);
    const { body: settings } = await world.send(manager, routes.getSettings);
    expect(settings).toMatchObject({ contractQuota: 75, quotaRule: 'warn', contractCount: 76 });
    await world.send(manager, routes.changeSettings, {
      body: { contractQuota: 75, quotaRule: 'refuse', version: settings.version },
    });
    const refused = await world.send(manager, routes.createPerson, {
      body: { ...input, employeeNo: 'SJ9002' },
    });
    expect(refused.problem).toBe('staff/quota-reached');
    const repeated = await world.send(manager, routes.createPerson, {
      body: { ...input, employment: 'stationed', employeeNo: 'SJ9001' },
    });
    expect(repeated.problem).toBe('staff/employee-no-taken');
  });

  test('says who stands at each window: A, B when A is away, also at another window', async () => {
    // SJ2017 and SJ2037 are on leave in this week.
    const windows = await board('2026-11-24');
    expect(windows).toHaveLength(97);
    const [byA, byB] = [
      windows.filter((one) => one.standing === 'a'),
      windows.filter((one) => one.standing === 'b'),
    ];
    expect(byB.length).toBeGreaterThan(0);
    expect(byA.filter((one) => one.isAAway || one.person?.id !== one.stationing?.a.id)).toEqual([]);
    expect(byB.filter((one) => !one.isAAway || one.person?.id !== one.stationing?.b?.id)).toEqual(
      [],
    );
    const holiday = await world.send(manager, routes.showBoard, {
      query: { siteId, day: '2026-10-01' },
    });
    expect(holiday.body.isOpen).toBe(false);
  });

  test('stations nobody at two windows as A, at a taken window, or themself', async () => {
    const [first, second] = [await at(1), await at(2)];
    const reserve = await world.person('SJ2061');
    const body = {
      windowId: second.windowId,
      personAId: first.stationing?.a.id ?? '',
      personBId: null,
      validFrom: '2026-12-01',
      validTo: null,
    };
    expect((await world.send(manager, routes.assign, { body })).problem).toBe('staff/window-taken');
    const replacing = { ...body, endsPrevious: true };
    expect((await world.send(manager, routes.assign, { body: replacing })).problem).toBe(
      'staff/already-stationed',
    );
    const themself = staffWith(all, { level: 'centre' }, { id: reserve.accountId });
    expect(
      (
        await world.send(themself, routes.assign, {
          body: { ...replacing, personAId: reserve.id },
        })
      ).problem,
    ).toBe('staff/not-oneself');
    const elsewhere = staffWith(all, { level: 'site', id: '01990000-0000-7000-8000-000000000000' });
    expect(
      (
        await world.send(elsewhere, routes.assign, {
          body: { ...replacing, personAId: reserve.id },
        })
      ).status,
    ).toBe(403);
  });

  test('gives the window role with the window, and takes it with the window', async () => {
    const before = await at(3);
    const reserve = await world.person('SJ2061');
    const holders = async () =>
      (
        await world.database.pool.query<{ account_id: string }>(
          `SELECT account_id FROM kernel.role_grant
           WHERE role = 'window-clerk' AND scope_level = 'window' AND scope_id = $1`,
          [before.windowId],
        )
      ).rows.map((row) => row.account_id);
    const { status, body } = await world.send(manager, routes.assign, {
      body: {
        windowId: before.windowId,
        personAId: reserve.id,
        personBId: before.stationing?.b?.id ?? null,
        validFrom: '2026-11-24',
        validTo: null,
        endsPrevious: true,
      },
    });
    expect(status).toBe(201);
    expect((await at(3)).person?.id).toBe(reserve.id);
    expect(await holders()).toContain(reserve.accountId);
    const formerA = await world.person(before.stationing?.a.employeeNo ?? '');
    expect(await holders()).not.toContain(formerA.accountId);
    const history = await world.send(manager, routes.listStationing, {
      query: { windowId: before.windowId },
    });
    expect(history.body.items.map((one) => one.validTo)).toEqual([null, '2026-11-23']);
    world.clock.set('2026-11-25T02:00:00Z');
    await world.send(manager, routes.endStationing, {
      params: { id: body.id },
      body: { lastDay: '2026-11-24', version: body.version },
    });
    expect((await at(3)).standing).toBe('unstaffed');
    expect(await holders()).not.toContain(reserve.accountId);
    world.clock.set('2026-11-24T02:00:00Z');
  });

  test('refuses a roster with a conflict, naming the person and the day, and saves one without', async () => {
    const [away, free] = [await world.person('SJ2017'), await world.person('SJ2001')];
    const cell = { shiftCode: 'weekday', zoneId: null, windowId: null };
    const refused = await world.send(manager, routes.saveRoster, {
      body: {
        siteId,
        cells: [
          { ...cell, day: '2026-11-25', personId: away.id },
          { ...cell, day: '2026-11-29', personId: free.id },
        ],
      },
    });
    expect(refused.problem).toBe('staff/roster-conflicts');
    expect(refused.text).toContain('已批准请假');
    expect(refused.text).toContain('闭厅');
    const saved = await world.send(manager, routes.saveRoster, {
      body: { siteId, cells: [{ ...cell, day: '2026-12-01', personId: free.id }] },
    });
    expect(saved.body.entries).toHaveLength(1);
    expect(world.notices).toContainEqual({
      template: 'staff.roster-changed',
      accountId: free.accountId,
    });
  });

  test('plans a week like the last one, leaving out and naming what would conflict', async () => {
    const { body } = await world.send(manager, routes.copyWeek, {
      body: { siteId, from: '2026-11-23', to: '2026-12-07' },
    });
    expect(body.copied).toBeGreaterThan(500);
    expect(body.week.conflicts).toEqual([]);
    const again = await world.send(manager, routes.copyWeek, {
      body: { siteId, from: '2026-11-23', to: '2026-12-07' },
    });
    expect(again.body.copied).toBe(0);
  });

  test('lets people ask for leave, and nobody decide their own', async () => {
    const me = await self('SJ2002');
    const asked = await world.send(me, routes.requestLeave, {
      body: { kind: 'annual', startsOn: '2026-12-07', endsOn: '2026-12-09', reason: '探亲' },
    });
    expect(asked.status).toBe(201);
    expect(asked.body.effects.windows.map((one) => one.standing)).toEqual(['b', 'b', 'b']);
    expect(asked.body.effects.shifts.length).toBeGreaterThan(0);
    const overlapping = await world.send(me, routes.requestLeave, {
      body: { kind: 'sick', startsOn: '2026-12-09', endsOn: '2026-12-10', reason: '' },
    });
    expect(overlapping.problem).toBe('staff/leave-overlaps');
    const decision = { params: { id: asked.body.id }, body: { note: '', version: 1 } };
    const powerful = staffWith(all, { level: 'centre' }, { id: me.id });
    expect((await world.send(powerful, routes.approveLeave, decision)).problem).toBe(
      'staff/not-oneself',
    );
    const approved = await world.send(manager, routes.approveLeave, decision);
    expect(approved.body.status).toBe('approved');
    expect(world.notices).toContainEqual({ template: 'staff.leave-approved', accountId: me.id });
    expect((await world.send(manager, routes.approveLeave, decision)).status).toBe(409);
    const roster = await world.send(me, routes.getOwnRoster, { query: { day: '2026-12-07' } });
    expect(roster.body.items.filter((one) => one.day <= '2026-12-09')).toEqual([]);
  });

  test('tells of a window that nobody covers when A and B are away', async () => {
    const window = await at(1, '2026-12-15');
    const { a, b } = window.stationing ?? {};
    const takeLeave = async (employeeNo = '') => {
      const asked = await world.send(await self(employeeNo), routes.requestLeave, {
        body: { kind: 'training', startsOn: '2026-12-15', endsOn: '2026-12-15', reason: '' },
      });
      const decision = { params: { id: asked.body.id }, body: { version: 1 } };
      const { body } = await world.send(manager, routes.approveLeave, decision);
      return body.effects.windows.find((one) => one.windowNumber === 1)?.standing;
    };
    expect(await takeLeave(a?.employeeNo)).toBe('b');
    expect(await takeLeave(b?.employeeNo)).toBe('uncovered');
    expect((await at(1, '2026-12-15')).standing).toBe('uncovered');
    const { rows } = await world.database.pool.query(
      "SELECT 1 FROM kernel.outbox WHERE name = 'staff.window-uncovered' AND payload->>'day' = '2026-12-15'",
    );
    expect(rows.length).toBeGreaterThan(0);
  });

  test('ends windows, shifts and account of somebody who leaves', async () => {
    const window = await at(5);
    const leaver = window.stationing?.a;
    const person = await world.person(leaver?.employeeNo ?? '');
    const { body } = await world.send(manager, routes.getPerson, { params: { id: person.id } });
    const early = await world.send(manager, routes.recordDeparture, {
      params: { id: person.id },
      body: { leftOn: '2001-01-01', reason: '调离', version: body.version },
    });
    expect(early.problem).toBe('staff/leaves-before-joining');
    const gone = await world.send(manager, routes.recordDeparture, {
      params: { id: person.id },
      body: { leftOn: '2026-11-23', reason: '调离', version: body.version },
    });
    expect(gone.body).toMatchObject({ state: 'left', leftOn: '2026-11-23', windows: [] });
    const account = await world.access.findAccount(world.database.db, 1, person.accountId);
    expect(account?.isActive).toBe(false);
    expect((await at(5)).standing).toBe('unstaffed');
    expect(await windowId(5)).toBe(window.windowId);
  });

  test('prints a badge as a PDF and writes it down', async () => {
    const { id } = await world.person('SJ2002');
    const { status, text } = await world.send(manager, routes.printBadge, { params: { id } });
    expect(status).toBe(200);
    expect(text.slice(0, 5)).toBe('%PDF-');
    expect(text).not.toContain('/Subtype /Image');
  });

  test('prints the photo on the badge', async () => {
    const { id } = await world.person('SJ2002');
    const photo = await world.files.receive(manager, 'staff.photo', {
      name: 'photo.png',
      content: Readable.from([PNG]),
    });
    const { body } = await world.send(manager, routes.getPerson, { params: { id } });
    const set = await world.send(manager, routes.setPhoto, {
      params: { id },
      body: { fileId: photo.id, version: body.version },
    });
    expect(set.status).toBe(200);
    const { text } = await world.send(manager, routes.printBadge, { params: { id } });
    expect(text).toContain('/Subtype /Image');
  });
});
