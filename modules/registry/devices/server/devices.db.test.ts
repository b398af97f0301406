import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { newId } from '#kernel/ids/id.ts';
import { runImport } from '#kernel/imports/run-import.ts';
import {
  permissions as organisation,
  routes as registers,
} from '#modules/registry/organisation/contract.ts';
import { staffWith } from '#test/support/actors.ts';
import { startTestApp, type TestApp } from '#test/support/app.ts';
import { OTHER_CENTRE } from '#test/support/database.ts';
import { createPlaces } from '#test/support/organisation.ts';

import { type DeviceInput, permissions, routes } from '../contract.ts';
import { subjectOf } from './deps.ts';

const manager = staffWith([
  permissions.view.name,
  permissions.manage.name,
  permissions.operate.name,
  permissions.report.name,
]);

describe('devices', () => {
  let app: TestApp;
  let siteId = '';
  beforeAll(async () => {
    app = await startTestApp();
    const organiser = staffWith([organisation.view.name, organisation.manage.name]);
    const places = await createPlaces(app, organiser);
    siteId = places.siteId;
    await importSheet('devices.device-kinds', [
      {
        code: 'ticket-machine',
        nameZh: '取号机',
        nameEn: 'Ticket machine',
        group: 'hall',
        assetPrefix: 'TM',
        networked: 'true',
        surface: '',
        contract: 'platform',
        order: '1',
      },
      {
        code: 'chair',
        nameZh: '座椅',
        nameEn: 'Chair',
        group: 'hall',
        assetPrefix: 'CH',
        networked: 'false',
        surface: '',
        contract: '',
        order: '2',
      },
    ]);
    await importSheet('devices.fault-dictionary', [
      {
        kindCode: 'ticket-machine',
        code: 'no-print',
        faultZh: '无法打印',
        faultEn: 'Does not print',
        severity: 'critical',
        source: 'budget',
      },
    ]);
  });
  afterAll(() => app.close());

  async function importSheet(name: string, rows: ReadonlyArray<Record<string, string>>) {
    const importer =
      app.app.running.importers.find((candidate) => candidate.name === name) ?? expect.fail(name);
    await runImport(
      app.foundation,
      manager,
      importer,
      `${name}.csv`,
      rows.map((cells, index) => ({ rowNumber: index + 2, cells })),
    );
  }

  const aDevice = (more: Partial<DeviceInput> = {}): DeviceInput => ({
    assetNo: `TM-${newId().slice(-8)}`,
    kindCode: 'ticket-machine',
    brand: '演示',
    model: 'TM-100',
    serialNo: '',
    siteId,
    zoneId: null,
    windowId: null,
    status: 'in-service',
    commissionedOn: null,
    warrantyUntil: null,
    ipAddress: '192.0.2.2',
    macAddress: '',
    ...more,
  });

  const register = async (more: Partial<DeviceInput> = {}) => {
    const answer = await app.send(manager, routes.createDevice, { body: aDevice(more) });
    expect(answer.text).toContain(more.kindCode ?? 'ticket-machine');
    return answer.body;
  };

  test('are found by asset number, by kind in pinyin and by window', async () => {
    const organiser = staffWith([organisation.view.name, organisation.manage.name]);
    const zones = await app.send(organiser, registers.listZones, { query: { siteId } });
    const zoneId = zones.body.items[0]?.id ?? '';
    const { body: window } = await app.send(organiser, registers.createWindow, {
      body: {
        siteId,
        zoneId,
        number: 642,
        nameZh: '综合窗口',
        nameEn: 'Comprehensive',
        kind: 'comprehensive',
        departmentIds: [],
        isAccessible: false,
        x: 1,
        y: 1,
        validFrom: '2026-01-01',
      },
    });
    const chair = await register({
      assetNo: 'CH-0642',
      kindCode: 'chair',
      zoneId,
      windowId: window.id,
    });
    const found = async (search: string) =>
      (await app.send(manager, routes.listDevices, { query: { search } })).body.items.map(
        ({ id }) => id,
      );
    for (const search of ['CH-0642', '座椅', 'zuoyi', 'zy', '642', '642号'])
      expect(await found(search)).toEqual([chair.id]);
    const elsewhere = staffWith([permissions.view.name], { level: 'site', id: newId() });
    const answer = await app.send(elsewhere, routes.listDevices, { query: { search: 'zuoyi' } });
    expect(answer.body.items).toEqual([]);
  });

  /** A device that has been enrolled, and the actor that speaks as it. */
  const enrolled = async () => {
    const device = await register();
    await app.send(manager, routes.openEnrolment, { params: { id: device.id } });
    const { rows } = await app.database.pool.query<{ account_id: string }>(
      'SELECT account_id FROM devices.device WHERE device_id = $1',
      [device.id],
    );
    const actor = staffWith(
      [permissions.serve.name],
      { level: 'own' },
      {
        kind: 'device',
        id: rows[0]?.account_id ?? '',
        subject: subjectOf(device.id),
      },
    );
    return { device, actor };
  };

  const beat = (actor: ReturnType<typeof staffWith>) =>
    app.send(actor, routes.heartbeat, { body: { softwareVersion: '1.0' } });

  test('refuses the public, other sites and other centres', async () => {
    const device = await register();
    expect((await app.send(undefined, routes.showBoard)).problem).toBe('access/not-signed-in');
    const elsewhere = staffWith([permissions.view.name], { level: 'site', id: newId() });
    expect(
      (await app.send(elsewhere, routes.getDevice, { params: { id: device.id } })).problem,
    ).toBe('access/forbidden');
    expect((await app.send(elsewhere, routes.showBoard)).body.devices).toEqual([]);
    const stranger = staffWith(
      [permissions.view.name],
      { level: 'centre' },
      { centreId: OTHER_CENTRE },
    );
    expect(
      (await app.send(stranger, routes.getDevice, { params: { id: device.id } })).problem,
    ).toBe('request/not-found');
  });

  test('refuses an asset number that is taken and a place that does not exist', async () => {
    const device = await register();
    expect(
      (await app.send(manager, routes.createDevice, { body: aDevice({ assetNo: device.assetNo }) }))
        .problem,
    ).toBe('devices/asset-taken');
    const nowhere = staffWith([permissions.manage.name]);
    expect(
      (await app.send(nowhere, routes.createDevice, { body: aDevice({ siteId: newId() }) }))
        .problem,
    ).toBe('devices/unknown-place');
  });

  test('does not enrol what is not on the network', async () => {
    const chair = await register({ kindCode: 'chair' });
    expect(
      (await app.send(manager, routes.openEnrolment, { params: { id: chair.id } })).problem,
    ).toBe('devices/not-networked');
  });

  test('lets nobody but the device itself speak as it', async () => {
    expect((await beat(staffWith([permissions.serve.name]))).problem).toBe('devices/not-a-device');
  });

  test('is online after a heartbeat, silent after three lost ones, and online again', async () => {
    const { device, actor } = await enrolled();
    const health = async () =>
      (await app.send(manager, routes.getDevice, { params: { id: device.id } })).body.health;
    expect(await health()).toBe('silent');
    await beat(actor);
    expect(await health()).toBe('online');
    app.clock.advance(96_000);
    expect(await health()).toBe('silent');
    const board = await app.send(manager, routes.showBoard);
    expect(board.body.devices.find((shown) => shown.id === device.id)?.health).toBe('silent');
    await beat(actor);
    expect(await health()).toBe('online');
  });

  test('hands over an order once it is given, locks at once, and keeps the answer', async () => {
    const { device, actor } = await enrolled();
    await beat(actor);
    const given = await app.send(manager, routes.giveOrder, {
      body: { deviceIds: [device.id], act: 'lock', text: '维修中' },
    });
    expect(given.body.items).toEqual([{ deviceId: device.id, given: true, problem: null }]);
    const { body } = await beat(actor);
    expect(body.lockReason).toBe('维修中');
    expect(body.orders).toHaveLength(1);
    const [order] = body.orders;
    await app.send(actor, routes.answerOrder, {
      params: { id: order?.id ?? '' },
      body: { outcome: '已执行' },
    });
    expect((await beat(actor)).body.orders).toEqual([]);
    expect(
      (await app.send(manager, routes.getDevice, { params: { id: device.id } })).body.health,
    ).toBe('locked');
  });

  test('names the devices that can not be told, and tells the others', async () => {
    const { device } = await enrolled();
    const other = await register();
    const unknown = newId();
    const { body } = await app.send(manager, routes.giveOrder, {
      body: { deviceIds: [device.id, other.id, unknown], act: 'restart' },
    });
    const problems = new Map(body.items.map((item) => [item.deviceId, item.problem]));
    expect(problems.get(device.id)).toBeNull();
    expect(problems.get(other.id)).toBe('devices/not-enrolled');
    expect(problems.get(unknown)).toBe('request/not-found');
  });

  test('takes the same open fault once, also when two report it at the same time, and resolves it once', async () => {
    const { device, actor } = await enrolled();
    const report = () =>
      app.send(manager, routes.reportFault, {
        params: { id: device.id },
        body: { code: 'no-print' },
      });
    const [first, second] = await Promise.all([report(), report()]);
    expect(second.body.id).toBe(first.body.id);
    await app.send(actor, routes.reportOwnFault, { body: { code: 'no-print' } });
    const open = await app.send(manager, routes.listFaults, { query: { deviceId: device.id } });
    expect(open.body.items).toHaveLength(1);
    const resolve = () =>
      app.send(manager, routes.resolveFault, {
        params: { id: first.body.id },
        body: { resolution: '更换打印头' },
      });
    expect((await resolve()).status).toBe(200);
    expect((await resolve()).problem).toBe('devices/already-resolved');
    expect(
      (
        await app.send(manager, routes.reportFault, {
          params: { id: device.id },
          body: { code: 'no-such' },
        })
      ).problem,
    ).toBe('devices/unknown-fault');
  });

  test('lists the same health as a single device shows, for every device', async () => {
    const { body } = await app.send(manager, routes.listDevices, { query: { limit: 500 } });
    for (const device of body.items) {
      const filtered = await app.send(manager, routes.listDevices, {
        query: { health: device.health, search: device.assetNo },
      });
      expect(filtered.body.items.map((found) => found.id)).toEqual([device.id]);
    }
  });
});
