import { z } from 'zod';

import type { Clock } from '#kernel/clock/clock.ts';
import type { Db } from '#kernel/db/types.ts';
import { cellDay, cellOptional, cellText } from '#kernel/imports/cells.ts';
import { defineImporter, field, type Importer } from '#kernel/imports/importer.ts';

import { DayKind, permissions } from '../../contract.ts';
import { loadDirectory } from '../directory.ts';
import { closedDayChanged } from '../events.ts';
import { allClosedDays } from '../repository-directory.ts';
import { cellIn } from './cells.ts';
import { idOf } from './ids.ts';
import { nouns, unknownCodes } from './references.ts';
import { writeChanges } from './write-changes.ts';

const Row = z
  .object({
    siteCode: cellOptional(32),
    date: cellDay,
    kind: cellIn(DayKind.options),
    nameZh: cellText(100),
    nameEn: cellText(200),
    likeWeekday: cellOptional(1).refine((text) => /^[1-7]?$/.test(text), {
      message: '请填1到7，或留空｜Write 1 to 7, or leave it empty',
    }),
    source: cellOptional(200),
  })
  .refine((row) => (row.kind === 'open') === (row.likeWeekday !== ''), {
    path: ['likeWeekday'],
    message:
      '调休开放的日子要填按星期几的时间，闭厅的日子不填｜Only a day made open names a weekday',
  });
type Row = z.infer<typeof Row>;

const fields = [
  field('siteCode', '服务点代码', 'Site code', {
    isKey: true,
    noteZh: '留空为全中心',
    noteEn: 'Empty means every site',
  }),
  field('date', '日期', 'Date', { isKey: true }),
  field('kind', '类别', 'Kind', {
    noteZh: 'closed 闭厅、open 调休开放',
    noteEn: 'closed, or open: made open',
  }),
  field('nameZh', '名称', 'Name'),
  field('nameEn', '英文名称', 'English name'),
  field('likeWeekday', '按星期', 'Hours of weekday'),
  field('source', '依据', 'Source'),
];

async function listCurrent(db: Db, centreId: number): Promise<Row[]> {
  const [days, { sites }] = await Promise.all([
    allClosedDays(db, centreId),
    loadDirectory(db, centreId),
  ]);
  return days.map((row) => ({
    siteCode: sites.byId.get(row.site_id ?? '')?.code ?? '',
    date: row.day,
    kind: row.kind,
    nameZh: row.name_zh,
    nameEn: row.name_en,
    likeWeekday: row.like_weekday === null ? '' : String(row.like_weekday),
    source: row.source,
  }));
}

/** 闭厅日与调休开放日 as a sheet. */
export const closedDayImporter = (clock: Clock): Importer =>
  defineImporter<Row>({
    name: 'organisation.closed-days',
    title: { 'zh-CN': '闭厅日', en: 'Closed days' },
    permission: permissions.manage,
    fields,
    row: Row,
    listCurrent,
    checkRows: async (db, centreId, rows) =>
      unknownCodes(rows, 'siteCode', (await loadDirectory(db, centreId)).sites.byCode, nouns.site),
    write: async (tx, actor, changes) => {
      const { sites } = await loadDirectory(tx, actor.centreId);
      const siteIdOf = (row: Row) => (row.siteCode === '' ? null : idOf(sites, row.siteCode));
      await writeChanges(
        tx,
        clock,
        actor,
        {
          table: 'organisation.closed_day',
          keyOfRecord: (day) => `${day.site_id}/${day.day}`,
          keyOfRow: (row) => `${siteIdOf(row)}/${row.date}`,
          toRecord: (row: Row, before, { id, ...base }) => ({
            ...base,
            day_id: before?.day_id ?? id,
            site_id: siteIdOf(row),
            day: row.date,
            kind: row.kind,
            name_zh: row.nameZh,
            name_en: row.nameEn,
            like_weekday: row.likeWeekday === '' ? null : Number(row.likeWeekday),
            source: row.source,
          }),
          tell: (telling, at, who, act, rows) =>
            closedDayChanged(telling, at, who, act === 'created' ? act : 'changed', rows),
        },
        changes,
      );
    },
  });
