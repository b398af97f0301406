import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import type { Db } from '#kernel/db/types.ts';
import { newId } from '#kernel/ids/id.ts';
import { nobodyInParticular, staffWith } from '#test/support/actors.ts';
import { startTestApp, type TestApp } from '#test/support/app.ts';
import { OTHER_CENTRE, TEST_CENTRE } from '#test/support/database.ts';
import { createPlaces, type Places } from '#test/support/organisation.ts';

import { permissions, routes } from '../contract.ts';
import { loadDirectory } from './directory.ts';
import { findRow, saveRows } from './repository-rows.ts';

const manager = staffWith([permissions.view.name, permissions.manage.name]);
const anOffice = (more: object = {}) => ({
  code: `O-${newId().slice(-8)}`,
  nameZh: '窗口服务科',
  nameEn: 'Window Services Office',
  dutiesZh: '负责大厅窗口运行',
  dutiesEn: 'Runs the windows',
  order: 1,
  ...more,
});

describe('offices, departments and zones', () => {
  let app: TestApp;
  let places: Places;
  beforeAll(async () => {
    app = await startTestApp();
    places = await createPlaces(app, manager);
  });
  afterAll(() => app.close());

  test('are changed by nobody who manages one site only, though they may be read', async () => {
    const scope = { level: 'site', id: places.siteId } as const;
    const ofSite = staffWith([permissions.view.name, permissions.manage.name], scope);
    const made = await app.send(ofSite, routes.createOffice, { body: anOffice() });
    expect(made.problem).toBe('access/forbidden');
    const department = await app.send(ofSite, routes.getDepartment, {
      params: { id: places.departmentId },
    });
    expect(department.body.windowCount).toBe(0);
    const closing = await app.send(ofSite, routes.closeDepartment, {
      params: { id: places.departmentId },
      body: { closedOn: '2026-01-20', reason: '撤并', version: 1 },
    });
    expect(closing.problem).toBe('access/forbidden');
    const zone = await app.send(ofSite, routes.getZone, { params: { id: places.otherZoneId } });
    expect(zone.problem).toBe('access/forbidden');
  });

  test('are not seen by another centre', async () => {
    const stranger = staffWith([permissions.view.name], undefined, { centreId: OTHER_CENTRE });
    const [offices, departments, zones] = await Promise.all([
      app.send(stranger, routes.listOffices),
      app.send(stranger, routes.listDepartments),
      app.send(stranger, routes.listZones),
    ]);
    expect([offices, departments, zones].map(({ body }) => body.total)).toEqual([0, 0, 0]);
    const seen = await app.send(stranger, routes.getZone, { params: { id: places.zoneId } });
    expect(seen.problem).toBe('request/not-found');
  });

  test('keep their codes unique and their editors from overwriting each other', async () => {
    const { body } = await app.send(manager, routes.createOffice, { body: anOffice() });
    const taken = await app.send(manager, routes.createOffice, {
      body: anOffice({ code: body.code }),
    });
    expect(taken.problem).toBe('organisation/code-taken');
    const change = (nameEn: string) =>
      app.send(manager, routes.changeOffice, {
        params: { id: body.id },
        body: { ...anOffice({ code: body.code, nameEn }), version: 1 },
      });
    const answers = await Promise.all([change('First'), change('Second')]);
    expect(answers.map(({ problem }) => problem ?? 'saved').toSorted()).toEqual([
      'request/stale-version',
      'saved',
    ]);
  });

  test('a zone stays at its site, and none is added to a site that is closed', async () => {
    const { body: zone } = await app.send(manager, routes.getZone, {
      params: { id: places.otherZoneId },
    });
    const moved = await app.send(manager, routes.changeZone, {
      params: { id: zone.id },
      body: { ...zone, siteId: places.siteId },
    });
    expect(moved.problem).toBe('organisation/zone-elsewhere');
    await app.send(manager, routes.closeSite, {
      params: { id: places.otherSiteId },
      body: { closedOn: '2026-01-20', reason: '迁址', version: 1 },
    });
    const made = await app.send(manager, routes.createZone, { body: { ...zone, code: 'new' } });
    expect(made.problem).toBe('organisation/place-closed');
  });

  test('are found by part of a name or code, and a percent sign is only a percent sign', async () => {
    const { body } = await app.send(manager, routes.createOffice, {
      body: anOffice({ nameZh: '宣传科（试）' }),
    });
    const search = async (text: string) =>
      (await app.send(manager, routes.listOffices, { query: { search: text } })).body.items;
    expect((await search('宣传')).map(({ id }) => id)).toEqual([body.id]);
    expect((await search(body.code.slice(2))).map(({ id }) => id)).toEqual([body.id]);
    expect(await search('%')).toEqual([]);
  });

  test('are named as they are now, although their names are kept', async () => {
    const { db, transaction } = app.database;
    const nameOf = async (from: Db, id: string) =>
      (await loadDirectory(from, TEST_CENTRE)).offices.byId.get(id)?.nameEn;
    const { body } = await app.send(manager, routes.createOffice, {
      body: anOffice({ nameEn: 'Before' }),
    });
    expect(await nameOf(db, body.id)).toBe('Before');
    expect(await loadDirectory(db, TEST_CENTRE)).toBe(await loadDirectory(db, TEST_CENTRE));
    await app.send(manager, routes.changeOffice, {
      params: { id: body.id },
      body: { ...anOffice({ code: body.code, nameEn: 'After' }), version: 1 },
    });
    expect(await nameOf(db, body.id)).toBe('After');
    // A change that is given up is seen inside, and by nobody afterwards.
    const given = transaction(async (tx) => {
      const row = await findRow(tx, 'organisation.office', TEST_CENTRE, body.id);
      if (row !== undefined) saveRows(tx, 'organisation.office', [{ ...row, name_en: 'Given up' }]);
      expect(await nameOf(tx, body.id)).toBe('Given up');
      throw new Error('given up');
    });
    await expect(given).rejects.toThrow('given up');
    expect(await nameOf(db, body.id)).toBe('After');
  });

  test('are named to whoever is signed in, for choosing among them', async () => {
    expect((await app.send(undefined, routes.getDirectory)).problem).toBe('access/not-signed-in');
    const { body } = await app.send(nobodyInParticular(), routes.getDirectory);
    expect(body.sites.map(({ code }) => code)).toEqual(['here', 'there']);
    expect(body.departments[0]).toMatchObject({ code: 'tax', shortZh: '税务', isClosed: false });
  });
});
