import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { newId } from '#kernel/ids/id.ts';
import { staffWith } from '#test/support/actors.ts';
import { startTestApp, type TestApp } from '#test/support/app.ts';
import { OTHER_CENTRE } from '#test/support/database.ts';
import { createPlaces, type Places } from '#test/support/organisation.ts';

import { permissions, routes, type Window, type WindowState } from '../../contract.ts';

const manager = staffWith([
  permissions.view.name,
  permissions.manage.name,
  permissions.operateWindows.name,
]);

describe('windows', () => {
  let app: TestApp;
  let places: Places;
  beforeAll(async () => {
    app = await startTestApp();
    places = await createPlaces(app, manager);
  });
  afterAll(() => app.close());

  test('are found by name, pinyin, initials and number, as sites and departments are', async () => {
    const { body } = await app.send(manager, routes.createWindow, {
      body: { ...places.window, number: 731, nameZh: '不动产登记窗口' },
    });
    const found = async (search: string) =>
      (await app.send(manager, routes.listWindows, { query: { search } })).body.items.map(
        ({ id }) => id,
      );
    for (const search of ['不动产', 'budongchan', 'bdcdj', '731', '731号窗口', 'BDC'])
      expect(await found(search)).toEqual([body.id]);
    expect(await found('bdcx')).toEqual([]);
    const { body: sites } = await app.send(manager, routes.listSites, {
      query: { search: 'ceshi' },
    });
    expect(sites.total).toBe(2);
    const taxes = await app.send(manager, routes.listDepartments, { query: { search: 'sw' } });
    expect(taxes.body.items.map(({ code }) => code)).toEqual(['tax']);
    const ofOther = staffWith([permissions.view.name], { level: 'site', id: places.otherSiteId });
    const theirs = await app.send(ofOther, routes.listWindows, { query: { search: 'bdcdj' } });
    expect(theirs.body.items).toEqual([]);
  });

  let number = 0;
  const aWindow = (more: object = {}) => {
    number += 1;
    return { ...places.window, number, ...more };
  };
  const createWindow = async (more: object = {}) =>
    (await app.send(manager, routes.createWindow, { body: aWindow(more) })).body;
  const move = (window: Window, from: WindowState, to: WindowState, reason = '') =>
    app.send(manager, routes.changeWindowState, {
      params: { id: window.id },
      body: { from, to, reason },
    });

  test('refuses to be moved by staff of another site, window or department', async () => {
    const window = await createWindow();
    const operate = permissions.operateWindows.name;
    const answer = (level: 'site' | 'window' | 'department', id: string) =>
      app.send(staffWith([operate], { level, id }), routes.changeWindowState, {
        params: { id: window.id },
        body: { from: window.state, to: 'open' },
      });
    for (const level of ['site', 'window', 'department'] as const)
      expect((await answer(level, newId())).problem).toBe('access/forbidden');
    expect((await answer('department', places.departmentId)).body.state).toBe('open');
  });

  test('refuses a manager of another site, and hides it from another centre', async () => {
    const window = await createWindow();
    const elsewhere = staffWith([permissions.manage.name], { level: 'site', id: newId() });
    const change = await app.send(elsewhere, routes.changeWindow, {
      params: { id: window.id },
      body: { ...aWindow(), version: 1 },
    });
    expect(change.problem).toBe('access/forbidden');
    const stranger = staffWith([permissions.view.name], undefined, { centreId: OTHER_CENTRE });
    const seen = await app.send(stranger, routes.getWindow, { params: { id: window.id } });
    expect(seen.problem).toBe('request/not-found');
    expect((await app.send(stranger, routes.listWindows)).body.items).toEqual([]);
  });

  test('lists only the windows of the sites that the reader may see', async () => {
    await createWindow();
    const reader = (siteId: string) =>
      staffWith([permissions.view.name], { level: 'site', id: siteId });
    const own = await app.send(reader(places.siteId), routes.listWindows);
    expect(own.body.total).toBeGreaterThan(0);
    expect((await app.send(reader(newId()), routes.listWindows)).body.total).toBe(0);
  });

  test('keeps every change of state with who and why, the newest first', async () => {
    const window = await createWindow();
    await move(window, 'offline', 'open');
    const paused = await move(window, 'open', 'paused', '设备检修');
    expect(paused.body).toMatchObject({ state: 'paused', stateReason: '设备检修' });
    const { body } = await app.send(manager, routes.listWindowStates, {
      params: { id: window.id },
    });
    expect(
      body.items.map(({ state, reason, changedByName }) => [state, reason, changedByName]),
    ).toEqual([
      ['paused', '设备检修', manager.name],
      ['open', '', manager.name],
    ]);
  });

  test('says who moved it first when two people act on the same state at once', async () => {
    const window = await createWindow();
    await move(window, 'offline', 'open');
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, index) =>
        move(window, 'open', index % 2 ? 'paused' : 'closed', `第${index}人`),
      ),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    const refused = answers.filter(({ problem }) => problem !== undefined);
    expect(new Set(refused.map(({ problem }) => problem))).toEqual(
      new Set(['organisation/window-state-moved']),
    );
    expect(refused[0]?.document['title']).toContain(manager.name);
    const { body } = await app.send(manager, routes.listWindowStates, {
      params: { id: window.id },
    });
    expect(body.total).toBe(2);
  });

  test('refuses to pause without a reason, and to open out of closed', async () => {
    const window = await createWindow();
    await move(window, 'offline', 'open');
    expect((await move(window, 'open', 'paused')).problem).toBe(
      'organisation/window-reason-needed',
    );
    await move(window, 'open', 'closed', '停电');
    expect((await move(window, 'closed', 'open')).problem).toBe(
      'organisation/window-state-refused',
    );
  });

  test('refuses a number that is taken at its site, and a zone or department that is not there', async () => {
    const window = await createWindow();
    const again = await app.send(manager, routes.createWindow, {
      body: aWindow({ number: window.number }),
    });
    expect(again.problem).toBe('organisation/number-taken');
    expect(again.document['title']).toContain(String(window.number));
    for (const more of [{ zoneId: newId() }, { departmentIds: [newId()] }, { siteId: newId() }])
      expect((await app.send(manager, routes.createWindow, { body: aWindow(more) })).problem).toBe(
        'organisation/unknown-reference',
      );
    const elsewhere = await app.send(manager, routes.createWindow, {
      body: aWindow({ zoneId: places.otherZoneId }),
    });
    expect(elsewhere.problem).toBe('organisation/zone-elsewhere');
  });

  test('changes the departments it serves and keeps both lists in the audit log', async () => {
    const window = await createWindow();
    const { state: _s, stateSince: _a, stateReason: _r, ...input } = window;
    const changed = await app.send(manager, routes.changeWindow, {
      params: { id: window.id },
      body: { ...input, departmentIds: [] },
    });
    expect(changed.body.departmentIds).toEqual([]);
    const { rows } = await app.database.pool.query<{ body: string }>(
      `SELECT body FROM kernel.audit_entry
       WHERE act = 'organisation.window-departments-set' AND subject_id = $1`,
      [window.id],
    );
    expect(rows.map(({ body }) => body).join('\n')).toContain(places.departmentId);
    expect(rows).toHaveLength(2);
  });

  test('closed for good, it is listed no more and opens only after it is taken back', async () => {
    const window = await createWindow();
    const closed = await app.send(manager, routes.closeWindow, {
      params: { id: window.id },
      body: { closedOn: '2026-01-20', reason: '大厅改造', version: 1 },
    });
    expect(closed.body).toMatchObject({ closedOn: '2026-01-20', state: 'closed' });
    const listed = await app.send(manager, routes.listWindows, { query: { limit: 500 } });
    expect(listed.body.items.map(({ id }) => id)).not.toContain(window.id);
    expect((await move(window, 'closed', 'offline')).problem).toBe('organisation/already-closed');
    const back = await app.send(manager, routes.reopenWindow, {
      params: { id: window.id },
      body: { version: 2 },
    });
    expect(back.body).toMatchObject({ closedOn: null, closedReason: '', state: 'offline' });
  });

  test('pages by site and number, and narrows by state, zone and department', async () => {
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const { body } = await app.send(manager, routes.listWindows, {
        query: { limit: 3, cursor, includeClosed: 'true' },
      });
      seen.push(...body.items.map(({ id }) => id));
      cursor = body.nextCursor ?? undefined;
    } while (cursor !== undefined);
    const whole = await app.send(manager, routes.listWindows, {
      query: { limit: 500, includeClosed: 'true' },
    });
    expect(seen).toEqual(whole.body.items.map(({ id }) => id));
    const open = await app.send(manager, routes.listWindows, {
      query: { state: 'open', zoneId: places.zoneId, departmentId: places.departmentId },
    });
    expect(open.body.items.every(({ state }) => state === 'open')).toBe(true);
    expect(open.body.total).toBe(open.body.items.length);
  });

  test('keeps its site and zone from being closed while it is in use', async () => {
    const body = { closedOn: '2026-01-20', reason: '改造', version: 1 };
    const zone = await app.send(manager, routes.closeZone, {
      params: { id: places.zoneId },
      body,
    });
    expect(zone.problem).toBe('organisation/zone-in-use');
    const site = await app.send(manager, routes.closeSite, {
      params: { id: places.siteId },
      body,
    });
    expect(site.problem).toBe('organisation/site-in-use');
    const department = await app.send(manager, routes.closeDepartment, {
      params: { id: places.departmentId },
      body,
    });
    expect(department.problem).toBe('organisation/department-in-use');
  });
});
