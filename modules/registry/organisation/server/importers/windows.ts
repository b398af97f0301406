import { z } from 'zod';

import type { Clock } from '#kernel/clock/clock.ts';
import type { Db } from '#kernel/db/types.ts';
import { cellBoolean, cellDay, cellInteger, cellList, cellText } from '#kernel/imports/cells.ts';
import { defineImporter, field, type Importer } from '#kernel/imports/importer.ts';

import { permissions, WindowKind } from '../../contract.ts';
import { type Directory, loadDirectory } from '../directory.ts';
import { windowChanged } from '../events.ts';
import { allWindows } from '../repository-directory.ts';
import { listServed, replaceServed } from '../repository-served.ts';
import { cellCode, cellIn, cellMetres } from './cells.ts';
import { idOf } from './ids.ts';
import { type Numbered, nouns, unknownCodes, zonesElsewhere } from './references.ts';
import { closingOf, type Writing, writeChanges } from './write-changes.ts';

const Row = z.object({
  siteCode: cellCode,
  number: cellInteger(1, 9999),
  nameZh: cellText(100),
  nameEn: cellText(200),
  kind: cellIn(WindowKind.options),
  zoneCode: cellCode,
  /** In one order, so that the same departments are the same cell. */
  departmentCodes: cellList.transform((codes) => [...new Set(codes)].toSorted()),
  accessible: cellBoolean,
  x: cellMetres,
  y: cellMetres,
  validFrom: cellDay,
});
type Row = z.infer<typeof Row>;

const fields = [
  field('siteCode', '服务点代码', 'Site code', { isKey: true }),
  field('number', '窗口号', 'Number', { isKey: true }),
  field('nameZh', '名称', 'Name'),
  field('nameEn', '英文名称', 'English name'),
  field('kind', '类别', 'Kind', {
    noteZh:
      'comprehensive 综合、specialist 专业、issue 出件、consultation 咨询、unresolved 办不成事、cross-province 跨省通办、assisted 帮办',
    noteEn:
      'comprehensive, specialist, issue, consultation, unresolved, cross-province or assisted',
  }),
  field('zoneCode', '分区代码', 'Zone code'),
  field('departmentCodes', '办理部门代码', 'Department codes', {
    noteZh: '多个用 | 隔开',
    noteEn: 'Several are joined by |',
  }),
  field('accessible', '无障碍', 'Accessible'),
  field('x', '横坐标', 'X'),
  field('y', '纵坐标', 'Y'),
  field('validFrom', '启用日期', 'In use from'),
];

async function listCurrent(db: Db, centreId: number): Promise<Row[]> {
  const [windows, served, directory] = await Promise.all([
    allWindows(db, centreId),
    listServed(db, centreId),
    loadDirectory(db, centreId),
  ]);
  const codes = Map.groupBy(served, (pair) => pair.window_id);
  const order = new Map(directory.sites.all.map((site, index) => [site.id, index]));
  const inOrder = windows.toSorted(
    (a, b) => (order.get(a.site_id) ?? 0) - (order.get(b.site_id) ?? 0) || a.number - b.number,
  );
  return inOrder.map((window) => ({
    siteCode: directory.sites.byId.get(window.site_id)?.code ?? '',
    number: window.number,
    nameZh: window.name_zh,
    nameEn: window.name_en,
    kind: window.kind,
    zoneCode: directory.zones.byId.get(window.zone_id)?.code ?? '',
    departmentCodes: (codes.get(window.window_id) ?? [])
      .map((pair) => directory.departments.byId.get(pair.department_id)?.code ?? '')
      .toSorted(),
    accessible: window.is_accessible,
    x: Number(window.x),
    y: Number(window.y),
    validFrom: window.valid_from,
  }));
}

async function checkRows(db: Db, centreId: number, rows: ReadonlyArray<Numbered<Row>>) {
  const { sites, zones, departments } = await loadDirectory(db, centreId);
  return [
    ...unknownCodes(rows, 'siteCode', sites.byCode, nouns.site),
    ...unknownCodes(rows, 'zoneCode', zones.byCode, nouns.zone),
    ...unknownCodes(rows, 'departmentCodes', departments.byCode, nouns.department),
    ...zonesElsewhere(rows, (code) => sites.byId.get(zones.byCode.get(code)?.siteId ?? '')?.code),
  ];
}

function toWriting(
  { sites, zones }: Directory,
  now: Date,
): Writing<Row, 'organisation.service_window'> {
  return {
    table: 'organisation.service_window',
    keyOfRecord: (window) => `${window.site_id}/${window.number}`,
    keyOfRow: (row) => `${idOf(sites, row.siteCode)}/${row.number}`,
    toRecord: (row, before, { id, ...base }) => ({
      ...base,
      window_id: before?.window_id ?? id,
      site_id: idOf(sites, row.siteCode),
      zone_id: idOf(zones, row.zoneCode),
      number: row.number,
      name_zh: row.nameZh,
      name_en: row.nameEn,
      kind: row.kind,
      is_accessible: row.accessible,
      x: String(row.x),
      y: String(row.y),
      valid_from: row.validFrom,
      ...closingOf(before),
      state: before?.state ?? 'offline',
      state_since: before?.state_since ?? now,
      state_reason: before?.state_reason ?? '',
    }),
    tell: windowChanged,
  };
}

/** 窗口 as a sheet, with the departments that each serves. Its state is no part of it. */
export const windowImporter = (clock: Clock): Importer =>
  defineImporter<Row>({
    name: 'organisation.windows',
    title: { 'zh-CN': '窗口', en: 'Windows' },
    permission: permissions.manage,
    fields,
    row: Row,
    listCurrent,
    checkRows,
    write: async (tx, actor, changes) => {
      const directory = await loadDirectory(tx, actor.centreId);
      const writing = toWriting(directory, clock.now());
      const written = await writeChanges(tx, clock, actor, writing, changes);
      replaceServed(
        tx,
        actor.centreId,
        written.map(({ after }) => after.window_id),
        written.flatMap(({ row, after }) =>
          row.departmentCodes.map((code) => ({
            window_id: after.window_id,
            department_id: idOf(directory.departments, code),
          })),
        ),
      );
    },
  });
