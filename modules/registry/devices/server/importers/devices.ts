import { z } from 'zod';

import type { Actor } from '#kernel/access/contract-actor.ts';
import type { Db, Tx } from '#kernel/db/types.ts';
import { newId } from '#kernel/ids/id.ts';
import {
  cellBoolean,
  cellOneOf,
  cellOptional,
  cellOptionalDay,
  cellText,
} from '#kernel/imports/cells.ts';
import { unknownReferences } from '#kernel/imports/faults.ts';
import { defineImporter, field, type Importer, type RowChange } from '#kernel/imports/importer.ts';
import type { Directory } from '#modules/registry/organisation/index.ts';

import { DeviceStatus, events, permissions } from '../../contract.ts';
import type { DeviceDeps } from '../deps.ts';
import { tellOfDevice } from '../events.ts';
import * as repository from '../repository.ts';
import type { DeviceRow } from '../tables.ts';

const Row = z.object({
  assetNo: cellText(40),
  kindCode: cellText(64),
  brand: cellOptional(60),
  model: cellOptional(60),
  serialNo: cellOptional(80),
  siteCode: cellText(64),
  zoneCode: cellOptional(64),
  windowNumber: cellOptional(6),
  status: cellOneOf(
    DeviceStatus.options as unknown as readonly ['in-service', 'spare', 'repair', 'retired'],
  ),
  commissionedOn: cellOptionalDay,
  warrantyUntil: cellOptionalDay,
  ipAddress: cellOptional(45),
  macAddress: cellOptional(17),
  demonstration: cellBoolean,
});
type Row = z.infer<typeof Row>;

const fields = [
  field('assetNo', '资产编号', 'Asset number', { isKey: true }),
  field('kindCode', '设备类别', 'Kind'),
  field('brand', '品牌', 'Brand'),
  field('model', '型号', 'Model'),
  field('serialNo', '序列号', 'Serial number'),
  field('siteCode', '服务点', 'Site'),
  field('zoneCode', '分区', 'Zone'),
  field('windowNumber', '窗口号', 'Window'),
  field('status', '状态', 'Status', {
    noteZh: 'in-service 在用、spare 备用、repair 维修、retired 报废',
    noteEn: 'in-service, spare, repair or retired',
  }),
  field('commissionedOn', '启用日期', 'In use since'),
  field('warrantyUntil', '保修至', 'Warranty until'),
  field('ipAddress', 'IP 地址', 'IP address'),
  field('macAddress', 'MAC 地址', 'MAC address'),
  field('demonstration', '演示', 'Demonstration'),
];

const windowKey = (row: Row) =>
  row.windowNumber === '' ? '' : `${row.siteCode}/${row.windowNumber}`;

function toRow(row: DeviceRow, directory: Directory): Row {
  return {
    assetNo: row.asset_no,
    kindCode: row.kind_code,
    brand: row.brand,
    model: row.model,
    serialNo: row.serial_no,
    siteCode: directory.sites.byId.get(row.site_id)?.code ?? '',
    zoneCode: directory.zones.byId.get(row.zone_id ?? '')?.code ?? '',
    windowNumber: String(directory.windows.byId.get(row.window_id ?? '')?.number ?? ''),
    status: row.status,
    commissionedOn: row.commissioned_on ?? '',
    warrantyUntil: row.warranty_until ?? '',
    ipAddress: row.ip_address,
    macAddress: row.mac_address,
    demonstration: row.is_demonstration,
  };
}

function toRecord(
  row: Row,
  directory: Directory,
  base: Pick<DeviceRow, 'centre_id' | 'device_id' | 'account_id' | 'version' | 'updated_at'>,
): DeviceRow {
  const site = directory.sites.byCode.get(row.siteCode);
  if (site === undefined)
    throw new Error(`A sheet names the site ${row.siteCode}, which is not recorded.`);
  const orNull = (text: string) => (text === '' ? null : text);
  return {
    ...base,
    asset_no: row.assetNo,
    kind_code: row.kindCode,
    brand: row.brand,
    model: row.model,
    serial_no: row.serialNo,
    site_id: site.id,
    zone_id: directory.zones.byCode.get(row.zoneCode)?.id ?? null,
    window_id: directory.windows.byCode.get(windowKey(row))?.id ?? null,
    status: row.status,
    commissioned_on: orNull(row.commissionedOn),
    warranty_until: orNull(row.warrantyUntil),
    ip_address: row.ipAddress,
    mac_address: row.macAddress,
    is_demonstration: row.demonstration,
  };
}

/** 设备台账 as a sheet. */
export const deviceImporter = (deps: DeviceDeps): Importer =>
  defineImporter<Row>({
    name: 'devices.devices',
    title: { 'zh-CN': '设备台账', en: 'Device register' },
    permission: permissions.manage,
    fields,
    row: Row,
    listCurrent: async (db, centreId) => {
      const [rows, directory] = await Promise.all([
        repository.listAllDevices(db, centreId),
        deps.organisation.loadDirectory(db, centreId),
      ]);
      return rows.map((row) => toRow(row, directory));
    },
    checkRows: (db, centreId, rows) => checkReferences(deps, db, centreId, rows),
    write: (tx, actor, changes) => writeDevices(deps, tx, actor, changes),
  });

async function checkReferences(
  deps: DeviceDeps,
  db: Db,
  centreId: number,
  rows: ReadonlyArray<{ readonly rowNumber: number; readonly row: Row }>,
) {
  const [directory, kinds] = await Promise.all([
    deps.organisation.loadDirectory(db, centreId),
    repository.listKinds(db, centreId),
  ]);
  const withWindow = rows.map(({ rowNumber, row }) => ({
    rowNumber,
    row: { ...row, windowNumber: windowKey(row) },
  }));
  return [
    ...unknownReferences(rows, 'kindCode', new Set(kinds.map((kind) => kind.code)), {
      'zh-CN': '设备类别',
      en: 'kind of device',
    }),
    ...unknownReferences(rows, 'siteCode', directory.sites.byCode, {
      'zh-CN': '服务点',
      en: 'site',
    }),
    ...unknownReferences(rows, 'zoneCode', directory.zones.byCode, { 'zh-CN': '分区', en: 'zone' }),
    ...unknownReferences(withWindow, 'windowNumber', directory.windows.byCode, {
      'zh-CN': '窗口',
      en: 'window',
    }),
  ];
}

async function writeDevices(
  deps: DeviceDeps,
  tx: Tx,
  actor: Actor,
  changes: ReadonlyArray<RowChange<Row>>,
): Promise<void> {
  const { clock } = deps;
  const [directory, recorded] = await Promise.all([
    deps.organisation.loadDirectory(tx, actor.centreId),
    repository.listAllDevices(tx, actor.centreId),
  ]);
  const known = new Map(recorded.map((row) => [row.asset_no, row]));
  const made: DeviceRow[] = [];
  for (const { after } of changes) {
    const before = known.get(after.assetNo);
    const row = toRecord(after, directory, {
      centre_id: actor.centreId,
      device_id: before?.device_id ?? newId(),
      account_id: before?.account_id ?? null,
      version: (before?.version ?? 0) + 1,
      updated_at: clock.now(),
    });
    if (before === undefined) made.push(row);
    else repository.updateDevice(tx, row);
    tellOfDevice({ tx, clock, actor }, events.changed, row, {
      act: before === undefined ? 'registered' : 'changed',
    });
  }
  // A statement carries at most 65,535 values.
  for (let from = 0; from < made.length; from += 1000)
    repository.insertDevices(tx, made.slice(from, from + 1000));
}
