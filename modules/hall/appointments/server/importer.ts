import { z } from 'zod';

import type { Db } from '#kernel/db/types.ts';
import { tell } from '#kernel/events/tell.ts';
import { newId } from '#kernel/ids/id.ts';
import {
  cellBoolean,
  cellInteger,
  cellList,
  cellOneOf,
  cellOptional,
  cellText,
} from '#kernel/imports/cells.ts';
import { defineImporter, field } from '#kernel/imports/importer.ts';
import type { Directory } from '#modules/registry/organisation/index.ts';

import { events, permissions } from '../contract.ts';
import type { AppointmentsDeps } from './deps.ts';
import { listGroups, putGroup } from './repository-groups.ts';
import type { GroupRow } from './tables.ts';

const Row = z.object({
  siteCode: cellText(40),
  nameZh: cellText(60),
  nameEn: cellText(60),
  zoneCode: cellOptional(40),
  hintZh: cellOptional(500),
  hintEn: cellOptional(500),
  queueCode: cellOptional(20),
  departmentCodes: cellList,
  windowNumbers: cellList,
  slotMinutes: cellInteger(5, 240),
  capacityBy: cellOneOf(['fixed', 'windows']),
  places: cellInteger(0, 500),
  walkInPercent: cellInteger(0, 90),
  open: cellBoolean,
  order: cellInteger(0, 9999),
});
type Row = z.infer<typeof Row>;

/** 预约业务 as a sheet. Matters are chosen on the page; a sheet leaves them as they are. */
export const groupImporter = ({ clock, organisation }: AppointmentsDeps) =>
  defineImporter<Row>({
    name: 'appointments.groups',
    title: { 'zh-CN': '预约业务', en: 'Groups for booking' },
    permission: permissions.manage,
    fields: [
      field('siteCode', '服务点代码', 'Site code', { isKey: true }),
      field('nameZh', '预约业务', 'Group', { isKey: true }),
      field('nameEn', '英文名称', 'English name'),
      field('zoneCode', '分区代码', 'Zone code'),
      field('hintZh', '提示', 'Hint'),
      field('hintEn', '英文提示', 'English hint'),
      field('queueCode', '排队业务代码', 'Queue code'),
      field('departmentCodes', '部门代码', 'Department codes'),
      field('windowNumbers', '窗口号', 'Window numbers'),
      field('slotMinutes', '每段分钟', 'Minutes of a slot'),
      field('capacityBy', '号源方式', 'Capacity by'),
      field('places', '号源数', 'Places'),
      field('walkInPercent', '现场预留%', 'Kept for walk-ins %'),
      field('open', '开放预约', 'Open'),
      field('order', '排序', 'Order'),
    ],
    row: Row,
    listCurrent: async (db, centreId) => {
      const [rows, directory] = await load(organisation, db, centreId);
      return rows.map((row) => toRow(row, directory));
    },
    checkRows: async (db, centreId, rows) => {
      const directory = await organisation.loadDirectory(db, centreId);
      return rows.flatMap(({ rowNumber, row }) => {
        const unknown = findUnknown(row, directory);
        if (unknown === undefined) return [];
        const reason = {
          'zh-CN': `没有找到：${unknown.value}`,
          en: `Not found: ${unknown.value}`,
        };
        return [{ row: rowNumber, ...unknown, reason }];
      });
    },
    write: async (tx, actor, changes) => {
      const [before, directory] = await load(organisation, tx, actor.centreId);
      for (const { after } of changes) {
        const siteId = directory.sites.byCode.get(after.siteCode)?.id ?? '';
        const known = before.find((row) => row.site_id === siteId && row.name_zh === after.nameZh);
        const row: GroupRow = {
          centre_id: actor.centreId,
          group_id: known?.group_id ?? newId(clock),
          ...toColumns(after, siteId, directory),
          matter_ids: known?.matter_ids ?? [],
          closed_reason_zh: known?.closed_reason_zh ?? '',
          closed_reason_en: known?.closed_reason_en ?? '',
          version: (known?.version ?? 0) + 1,
          updated_at: clock.now(),
        };
        putGroup(tx, row);
        tell(tx, clock, actor, events.groupChanged, {
          subject: { kind: 'appointments.group', id: row.group_id },
          payload: { groupId: row.group_id, siteId },
          audit: { after: row },
        });
      }
    },
  });

const load = (organisation: AppointmentsDeps['organisation'], db: Db, centreId: number) =>
  Promise.all([listGroups(db, centreId), organisation.loadDirectory(db, centreId)]);

function findUnknown(row: Row, { sites, zones, departments, windows }: Directory) {
  if (!sites.byCode.has(row.siteCode)) return { field: 'siteCode', value: row.siteCode };
  if (row.zoneCode !== '' && !zones.byCode.has(row.zoneCode))
    return { field: 'zoneCode', value: row.zoneCode };
  const department = row.departmentCodes.find((code) => !departments.byCode.has(code));
  if (department !== undefined) return { field: 'departmentCodes', value: department };
  const window = row.windowNumbers.find((one) => !windows.byCode.has(`${row.siteCode}/${one}`));
  return window === undefined ? undefined : { field: 'windowNumbers', value: window };
}

function toColumns(row: Row, siteId: string, directory: Directory) {
  const ids = (lookup: { byCode: ReadonlyMap<string, { id: string }> }, codes: readonly string[]) =>
    codes.flatMap((code) => lookup.byCode.get(code)?.id ?? []);
  return {
    site_id: siteId,
    zone_id: directory.zones.byCode.get(row.zoneCode)?.id ?? null,
    name_zh: row.nameZh,
    name_en: row.nameEn,
    hint_zh: row.hintZh,
    hint_en: row.hintEn,
    queue_code: row.queueCode,
    department_ids: ids(directory.departments, row.departmentCodes),
    window_ids: ids(
      directory.windows,
      row.windowNumbers.map((one) => `${row.siteCode}/${one}`),
    ),
    slot_minutes: row.slotMinutes,
    capacity_by: row.capacityBy,
    places: row.places,
    walk_in_percent: row.walkInPercent,
    is_open: row.open,
    sort_order: row.order,
  };
}

function toRow(row: GroupRow, directory: Directory): Row {
  return {
    siteCode: directory.sites.byId.get(row.site_id)?.code ?? '',
    nameZh: row.name_zh,
    nameEn: row.name_en,
    zoneCode: row.zone_id === null ? '' : (directory.zones.byId.get(row.zone_id)?.code ?? ''),
    hintZh: row.hint_zh,
    hintEn: row.hint_en,
    queueCode: row.queue_code,
    departmentCodes: row.department_ids.flatMap(
      (id) => directory.departments.byId.get(id)?.code ?? [],
    ),
    windowNumbers: row.window_ids.flatMap((id) => {
      const window = directory.windows.byId.get(id);
      return window === undefined ? [] : [String(window.number)];
    }),
    slotMinutes: row.slot_minutes,
    capacityBy: row.capacity_by,
    places: row.places,
    walkInPercent: row.walk_in_percent,
    open: row.is_open,
    order: row.sort_order,
  };
}
