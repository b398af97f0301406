import { z } from 'zod';

import type { Actor } from '#kernel/access/contract-actor.ts';
import type { Db, Tx } from '#kernel/db/types.ts';
import { newId } from '#kernel/ids/id.ts';
import { cellBoolean, cellOptional, cellText } from '#kernel/imports/cells.ts';
import { unknownReferences } from '#kernel/imports/faults.ts';
import { defineImporter, field, type Importer, type RowChange } from '#kernel/imports/importer.ts';
import type { Directory } from '#modules/registry/organisation/index.ts';

import { permissions } from '../../contract.ts';
import { forgetAround } from '../around.ts';
import { tellOfBusiness } from '../businesses.ts';
import type { QueueDeps } from '../deps.ts';
import * as setUp from '../repository-set-up.ts';
import type { BusinessRow } from '../tables.ts';

const cellCount = (max: number) => z.coerce.number().int().min(0).max(max);

const Row = z.object({
  siteCode: cellText(64),
  code: cellText(40),
  letter: z
    .string()
    .trim()
    .regex(/^[A-Z]$/),
  nameZh: cellText(40),
  nameEn: cellText(80),
  hintZh: cellOptional(200),
  hintEn: cellOptional(300),
  zoneCode: cellText(64),
  departmentCodes: cellOptional(2000),
  realName: cellBoolean,
  open: cellBoolean,
  dailyLimit: cellCount(9999),
  warnPeople: cellCount(999),
  warnMinutes: cellCount(600),
  usualMinutes: z.coerce.number().min(1).max(240),
  order: cellCount(9999),
});
type Row = z.infer<typeof Row>;

const fields = [
  field('siteCode', '服务点', 'Site', { isKey: true }),
  field('code', '业务编码', 'Code', { isKey: true }),
  field('letter', '字母', 'Letter'),
  field('nameZh', '中文名称', 'Chinese name'),
  field('nameEn', '英文名称', 'English name'),
  field('hintZh', '中文说明', 'Chinese hint'),
  field('hintEn', '英文说明', 'English hint'),
  field('zoneCode', '分区', 'Zone'),
  field('departmentCodes', '部门', 'Departments', {
    noteZh: '多个部门编码用 | 分隔',
    noteEn: 'Codes of departments, with | between them',
  }),
  field('realName', '实名取号', 'By name'),
  field('open', '开放取号', 'Open'),
  field('dailyLimit', '每日限号', 'Daily limit', { noteZh: '0 为不限', noteEn: '0 for no limit' }),
  field('warnPeople', '预警人数', 'Warn at people'),
  field('warnMinutes', '预警分钟', 'Warn at minutes'),
  field('usualMinutes', '平均办理分钟', 'Usual minutes'),
  field('order', '排序', 'Order'),
];

const toRow = (row: BusinessRow, directory: Directory): Row => ({
  siteCode: directory.sites.byId.get(row.site_id)?.code ?? '',
  code: row.code,
  letter: row.letter,
  nameZh: row.name_zh,
  nameEn: row.name_en,
  hintZh: row.hint_zh,
  hintEn: row.hint_en,
  zoneCode: directory.zones.byId.get(row.zone_id)?.code ?? '',
  departmentCodes: row.department_codes.join('|'),
  realName: row.is_real_name,
  open: row.is_open,
  dailyLimit: row.daily_limit,
  warnPeople: row.warn_people,
  warnMinutes: row.warn_minutes,
  usualMinutes: row.usual_minutes,
  order: row.sort_order,
});

/** 排队业务 as a sheet. */
export const businessImporter = (deps: QueueDeps): Importer =>
  defineImporter<Row>({
    name: 'queue.businesses',
    title: { 'zh-CN': '排队业务', en: 'Businesses of the queue' },
    permission: permissions.manage,
    fields,
    row: Row,
    listCurrent: async (db, centreId) => {
      const [rows, directory] = await Promise.all([
        setUp.listBusinesses(db, centreId),
        deps.organisation.loadDirectory(db, centreId),
      ]);
      return rows.map((row) => toRow(row, directory));
    },
    checkRows: (db, centreId, rows) => checkReferences(deps, db, centreId, rows),
    write: (tx, actor, changes) => writeRows(deps, tx, actor, changes),
  });

async function checkReferences(
  deps: QueueDeps,
  db: Db,
  centreId: number,
  rows: ReadonlyArray<{ readonly rowNumber: number; readonly row: Row }>,
) {
  const directory = await deps.organisation.loadDirectory(db, centreId);
  return [
    ...unknownReferences(rows, 'siteCode', directory.sites.byCode, {
      'zh-CN': '服务点',
      en: 'site',
    }),
    ...unknownReferences(rows, 'zoneCode', directory.zones.byCode, { 'zh-CN': '分区', en: 'zone' }),
  ];
}

async function writeRows(
  deps: QueueDeps,
  tx: Tx,
  actor: Actor,
  changes: ReadonlyArray<RowChange<Row>>,
): Promise<void> {
  const [directory, recorded] = await Promise.all([
    deps.organisation.loadDirectory(tx, actor.centreId),
    setUp.listBusinesses(tx, actor.centreId),
  ]);
  const known = new Map(recorded.map((row) => [`${row.site_id}/${row.code}`, row]));
  for (const { after } of changes) {
    const site = directory.sites.byCode.get(after.siteCode);
    const zone = directory.zones.byCode.get(after.zoneCode);
    if (site === undefined || zone === undefined)
      throw new Error(
        `A sheet names ${after.siteCode} or ${after.zoneCode}, which is not recorded.`,
      );
    const before = known.get(`${site.id}/${after.code}`);
    const row: BusinessRow = {
      centre_id: actor.centreId,
      business_id: before?.business_id ?? newId(),
      code: after.code,
      site_id: site.id,
      zone_id: zone.id,
      name_zh: after.nameZh,
      name_en: after.nameEn,
      hint_zh: after.hintZh,
      hint_en: after.hintEn,
      letter: after.letter,
      department_codes: after.departmentCodes.split('|').filter((code) => code !== ''),
      is_real_name: after.realName,
      is_open: after.open,
      daily_limit: after.dailyLimit,
      warn_people: Math.max(1, after.warnPeople),
      warn_minutes: Math.max(1, after.warnMinutes),
      usual_minutes: after.usualMinutes,
      sort_order: after.order,
      version: (before?.version ?? 0) + 1,
      updated_at: deps.clock.now(),
    };
    if (before === undefined) setUp.insertBusiness(tx, row);
    else setUp.updateBusiness(tx, row);
    tellOfBusiness(deps, tx, actor, row, {
      act: before === undefined ? 'created' : 'changed',
      before,
    });
  }
  forgetAround(deps, actor.centreId);
}
