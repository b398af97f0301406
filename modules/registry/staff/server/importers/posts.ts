import { z } from 'zod';

import type { Clock } from '#kernel/clock/clock.ts';
import { tell } from '#kernel/events/tell.ts';
import { cellInteger, cellText } from '#kernel/imports/cells.ts';
import { defineImporter, field, type Importer } from '#kernel/imports/importer.ts';

import { events, permissions } from '../../contract.ts';
import { allRows, saveRows } from '../repository-rows.ts';
import { cellCode } from './cells.ts';

const Row = z.object({
  code: cellCode,
  nameZh: cellText(60),
  nameEn: cellText(100),
  group: cellCode,
  order: cellInteger(0, 9999),
});
type Row = z.infer<typeof Row>;

/** 岗位 as a sheet. */
export const postImporter = (clock: Clock): Importer =>
  defineImporter<Row>({
    name: 'staff.posts',
    title: { 'zh-CN': '岗位', en: 'Posts' },
    permission: permissions.manage,
    fields: [
      field('code', '代码', 'Code', { isKey: true }),
      field('nameZh', '名称', 'Name'),
      field('nameEn', '英文名称', 'English name'),
      field('group', '分组', 'Group'),
      field('order', '排序', 'Order'),
    ],
    row: Row,
    listCurrent: async (db, centreId) =>
      (await allRows(db, 'staff.post', centreId, ['sort_order', 'code'])).map((post) => ({
        code: post.code,
        nameZh: post.name_zh,
        nameEn: post.name_en,
        group: post.family,
        order: post.sort_order,
      })),
    write: async (tx, actor, changes) => {
      const rows = changes.map(({ after }) => ({
        centre_id: actor.centreId,
        code: after.code,
        name_zh: after.nameZh,
        name_en: after.nameEn,
        family: after.group,
        sort_order: after.order,
      }));
      saveRows(tx, 'staff.post', rows);
      if (rows.length > 0)
        tell(tx, clock, actor, events.registerChanged, {
          subject: { kind: 'staff.register', id: 'posts' },
          payload: { register: 'posts', codes: rows.map((row) => row.code) },
        });
    },
  });
