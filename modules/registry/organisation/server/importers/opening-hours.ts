import { z } from 'zod';

import type { Actor } from '#kernel/access/contract-actor.ts';
import type { Clock } from '#kernel/clock/clock.ts';
import type { Db, Tx } from '#kernel/db/types.ts';
import {
  cellBoolean,
  cellDay,
  cellInteger,
  cellOptional,
  cellOptionalDay,
} from '#kernel/imports/cells.ts';
import type { CellFault } from '#kernel/imports/contract.ts';
import { defineImporter, field, type Importer, type RowChange } from '#kernel/imports/importer.ts';

import { permissions } from '../../contract.ts';
import { loadDirectory } from '../directory.ts';
import { openingHoursChanged } from '../events.ts';
import { findOverlaps } from '../hours-overlap.ts';
import { allOpeningHours } from '../repository-directory.ts';
import type { OpeningHoursRow } from '../tables.ts';
import { cellCode, cellTime } from './cells.ts';
import { idOf } from './ids.ts';
import { fault, type Numbered, nouns, unknownCodes, zonesElsewhere } from './references.ts';
import { writeChanges } from './write-changes.ts';

const Row = z
  .object({
    siteCode: cellCode,
    zoneCode: cellOptional(32),
    weekday: cellInteger(1, 7),
    opens: cellTime,
    closes: cellTime,
    onClosedDays: cellBoolean,
    validFrom: cellDay,
    validTo: cellOptionalDay,
  })
  .refine((row) => row.opens < row.closes, {
    path: ['closes'],
    message: '结束时间应晚于开始时间｜The end must be later than the start',
  })
  .refine((row) => row.validTo === '' || row.validFrom <= row.validTo, {
    path: ['validTo'],
    message: '截止日期不能早于起始日期｜The last day can not be before the first',
  });
type Row = z.infer<typeof Row>;

const fields = [
  field('siteCode', '服务点代码', 'Site code', { isKey: true }),
  field('zoneCode', '分区代码', 'Zone code', {
    isKey: true,
    noteZh: '留空为整个服务点',
    noteEn: 'Empty means the whole site',
  }),
  field('weekday', '星期', 'Weekday', {
    isKey: true,
    noteZh: '1 星期一 至 7 星期日',
    noteEn: '1 Monday to 7 Sunday',
  }),
  field('opens', '开始', 'Opens', { isKey: true }),
  field('closes', '结束', 'Closes'),
  field('onClosedDays', '闭厅日照常', 'On closed days too'),
  field('validFrom', '起始日期', 'Valid from', { isKey: true }),
  field('validTo', '截止日期', 'Valid to', { noteZh: '可留空', noteEn: 'May be empty' }),
];

async function listCurrent(db: Db, centreId: number): Promise<Row[]> {
  const [hours, { sites, zones }] = await Promise.all([
    allOpeningHours(db, centreId),
    loadDirectory(db, centreId),
  ]);
  return hours.map((row) => ({
    siteCode: sites.byId.get(row.site_id)?.code ?? '',
    zoneCode: zones.byId.get(row.zone_id ?? '')?.code ?? '',
    weekday: row.weekday,
    opens: row.opens,
    closes: row.closes,
    onClosedDays: row.on_closed_days,
    validFrom: row.valid_from,
    validTo: row.valid_to ?? '',
  }));
}

const keyOf = (row: Row) =>
  [row.siteCode, row.zoneCode, row.weekday, row.opens, row.validFrom].join('/');

/** Rows that hold at the same time as another row, of the sheet or recorded. */
function overlaps(rows: ReadonlyArray<Numbered<Row>>, recorded: readonly Row[]): CellFault[] {
  const inSheet = new Set(rows.map(({ row }) => keyOf(row)));
  const kept = recorded.filter((row) => !inSheet.has(keyOf(row)));
  const all = [...kept.map((row) => ({ rowNumber: 0, row })), ...rows];
  const stretches = all.map(({ row }) => ({
    ...row,
    place: `${row.siteCode}/${row.zoneCode}`,
    validTo: row.validTo === '' ? null : row.validTo,
  }));
  return findOverlaps(stretches).flatMap(([first, second]) => {
    const [earlier, later] = [all[first], all[second]];
    if (!earlier || !later || later.rowNumber === 0 || keyOf(earlier.row) === keyOf(later.row))
      return [];
    const { opens, closes, validFrom } = earlier.row;
    return [
      fault(later.rowNumber, 'opens', later.row.opens, {
        'zh-CN': `与 ${validFrom} 起的 ${opens}–${closes} 重叠`,
        en: `Overlaps ${opens}–${closes}, valid from ${validFrom}`,
      }),
    ];
  });
}

async function checkRows(db: Db, centreId: number, rows: ReadonlyArray<Numbered<Row>>) {
  const [{ sites, zones }, recorded] = await Promise.all([
    loadDirectory(db, centreId),
    listCurrent(db, centreId),
  ]);
  return [
    ...unknownCodes(rows, 'siteCode', sites.byCode, nouns.site),
    ...unknownCodes(rows, 'zoneCode', zones.byCode, nouns.zone),
    ...zonesElsewhere(rows, (code) => sites.byId.get(zones.byCode.get(code)?.siteId ?? '')?.code),
    ...overlaps(rows, recorded),
  ];
}

async function write(
  clock: Clock,
  tx: Tx,
  actor: Actor,
  changes: ReadonlyArray<RowChange<Row>>,
): Promise<void> {
  const { sites, zones } = await loadDirectory(tx, actor.centreId);
  const zoneIdOf = (row: Row) => (row.zoneCode === '' ? null : idOf(zones, row.zoneCode));
  const written = await writeChanges(
    tx,
    clock,
    actor,
    {
      table: 'organisation.opening_hours',
      keyOfRecord: (hours) =>
        [hours.site_id, hours.zone_id, hours.weekday, hours.opens, hours.valid_from].join('/'),
      keyOfRow: (row) =>
        [idOf(sites, row.siteCode), zoneIdOf(row), row.weekday, row.opens, row.validFrom].join('/'),
      toRecord: (row: Row, before, { id, ...base }): OpeningHoursRow => ({
        ...base,
        hours_id: before?.hours_id ?? id,
        site_id: idOf(sites, row.siteCode),
        zone_id: zoneIdOf(row),
        weekday: row.weekday,
        opens: row.opens,
        closes: row.closes,
        on_closed_days: row.onClosedDays,
        valid_from: row.validFrom,
        valid_to: row.validTo === '' ? null : row.validTo,
      }),
    },
    changes,
  );
  const places = Map.groupBy(written, ({ after }) => after.zone_id ?? after.site_id);
  for (const [place, rows] of places) {
    const siteId = rows[0]?.after.site_id ?? place;
    openingHoursChanged(
      tx,
      clock,
      actor,
      { siteId, zoneId: place === siteId ? null : place },
      {
        before: rows.flatMap(({ before }) => (before === undefined ? [] : [before])),
        after: rows.map(({ after }) => after),
      },
    );
  }
}

/** 开放时间 as a sheet, with its history by validity. */
export const openingHoursImporter = (clock: Clock): Importer =>
  defineImporter<Row>({
    name: 'organisation.opening-hours',
    title: { 'zh-CN': '开放时间', en: 'Opening hours' },
    permission: permissions.manage,
    fields,
    row: Row,
    listCurrent,
    checkRows,
    write: (tx, actor, changes) => write(clock, tx, actor, changes),
  });
