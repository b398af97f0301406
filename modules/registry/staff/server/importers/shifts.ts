import { z } from 'zod';

import type { Clock } from '#kernel/clock/clock.ts';
import { tell } from '#kernel/events/tell.ts';
import { cellText } from '#kernel/imports/cells.ts';
import { defineImporter, field, type Importer } from '#kernel/imports/importer.ts';

import { events, permissions } from '../../contract.ts';
import { allRows, saveRows } from '../repository-rows.ts';
import { cellCode, cellTime } from './cells.ts';

const Row = z
  .object({
    code: cellCode,
    nameZh: cellText(60),
    nameEn: cellText(100),
    starts: cellTime,
    ends: cellTime,
  })
  .refine((row) => row.starts < row.ends, {
    path: ['ends'],
    message: '下班时间须晚于上班时间｜A shift ends after it starts',
  });
type Row = z.infer<typeof Row>;

/** 班次 as a sheet. */
export const shiftImporter = (clock: Clock): Importer =>
  defineImporter<Row>({
    name: 'staff.shifts',
    title: { 'zh-CN': '班次', en: 'Shifts' },
    permission: permissions.roster,
    fields: [
      field('code', '代码', 'Code', { isKey: true }),
      field('nameZh', '名称', 'Name'),
      field('nameEn', '英文名称', 'English name'),
      field('starts', '上班', 'Starts'),
      field('ends', '下班', 'Ends'),
    ],
    row: Row,
    listCurrent: async (db, centreId) =>
      (await allRows(db, 'staff.shift', centreId, ['starts', 'code'])).map((shift) => ({
        code: shift.code,
        nameZh: shift.name_zh,
        nameEn: shift.name_en,
        starts: shift.starts,
        ends: shift.ends,
      })),
    write: async (tx, actor, changes) => {
      const rows = changes.map(({ after }) => ({
        centre_id: actor.centreId,
        code: after.code,
        name_zh: after.nameZh,
        name_en: after.nameEn,
        starts: after.starts,
        ends: after.ends,
      }));
      saveRows(tx, 'staff.shift', rows);
      if (rows.length > 0)
        tell(tx, clock, actor, events.registerChanged, {
          subject: { kind: 'staff.register', id: 'shifts' },
          payload: { register: 'shifts', codes: rows.map((row) => row.code) },
        });
    },
  });
