import type { Actor } from '#kernel/access/contract-actor.ts';
import { newId } from '#kernel/ids/id.ts';
import { runImport } from '#kernel/imports/run-import.ts';
import { permissions as organisation } from '#modules/registry/organisation/contract.ts';
import { staffWith } from '#test/support/actors.ts';
import type { TestApp } from '#test/support/app.ts';
import { createPlaces } from '#test/support/organisation.ts';

import { permissions, routes } from '../contract.ts';
import { subjectOf } from './deps.ts';

/** Keeps the register of devices. */
export const manager: Actor = staffWith([
  permissions.view.name,
  permissions.manage.name,
  permissions.operate.name,
  permissions.report.name,
]);

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

/** A networked device with an account, and the actor that speaks as it. */
export interface EnrolledDevice {
  readonly deviceId: string;
  readonly device: Actor;
}

/** Prepares a place and a kind, and gives a function that enrols one more device there. */
export async function prepareDevices(app: TestApp): Promise<() => Promise<EnrolledDevice>> {
  const importer = app.app.running.importers.find(({ name }) => name === 'devices.device-kinds');
  if (!importer) throw new Error('There is no importer of kinds');
  const rows = [{ rowNumber: 2, cells: KIND }];
  await runImport(app.foundation, manager, importer, 'kinds.csv', rows);
  const organiser = staffWith([organisation.view.name, organisation.manage.name]);
  const { siteId } = await createPlaces(app, organiser);
  return () => enrolDevice(app, siteId);
}

async function enrolDevice(app: TestApp, siteId: string): Promise<EnrolledDevice> {
  const { body } = await app.send(manager, routes.createDevice, {
    body: {
      assetNo: `TM-${newId().slice(-8)}`,
      kindCode: KIND.code,
      brand: '演示',
      model: 'TM-100',
      serialNo: '',
      siteId,
      zoneId: null,
      windowId: null,
      status: 'in-service',
      commissionedOn: null,
      warrantyUntil: null,
      ipAddress: '',
      macAddress: '',
    },
  });
  await app.send(manager, routes.openEnrolment, { params: { id: body.id } });
  const { rows: accounts } = await app.database.pool.query<{ account_id: string }>(
    'SELECT account_id FROM devices.device WHERE device_id = $1',
    [body.id],
  );
  const account = { kind: 'device' as const, id: accounts[0]?.account_id ?? '' };
  const device = staffWith(
    [permissions.serve.name],
    { level: 'own' },
    { ...account, subject: subjectOf(body.id) },
  );
  return { deviceId: body.id, device };
}
