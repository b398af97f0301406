import { z } from 'zod';

import type { Clock } from '#kernel/clock/clock.ts';
import { checkedBy } from '#kernel/http/shapes.ts';
import { parseDivision } from '#kernel/ids/division.ts';
import { cellBoolean, cellInteger, cellOptional, cellText } from '#kernel/imports/cells.ts';
import { defineImporter, field, type Importer } from '#kernel/imports/importer.ts';

import { permissions, SiteKind } from '../../contract.ts';
import { siteChanged } from '../events.ts';
import { allSites } from '../repository-directory.ts';
import { cellCode, cellIn } from './cells.ts';
import { closingOf, writeChanges } from './write-changes.ts';

const Row = z.object({
  code: cellCode,
  kind: cellIn(SiteKind.options),
  nameZh: cellText(100),
  nameEn: cellText(200),
  divisionCode: checkedBy(parseDivision),
  address: cellOptional(200),
  phone: cellOptional(40),
  order: cellInteger(0, 9999),
  demonstration: cellBoolean,
});
type Row = z.infer<typeof Row>;

/** 服务点 as a sheet. */
export const siteImporter = (clock: Clock): Importer =>
  defineImporter<Row>({
    name: 'organisation.sites',
    title: { 'zh-CN': '服务点', en: 'Sites' },
    permission: permissions.manage,
    fields: [
      field('code', '代码', 'Code', { isKey: true }),
      field('kind', '类别', 'Kind', {
        noteZh: 'district-hall 区级大厅、town 街镇、park 园区、far-kiosk 异地自助点',
        noteEn: 'district-hall, town, park or far-kiosk',
      }),
      field('nameZh', '名称', 'Name'),
      field('nameEn', '英文名称', 'English name'),
      field('divisionCode', '行政区划代码', 'Division code'),
      field('address', '地址', 'Address'),
      field('phone', '电话', 'Phone'),
      field('order', '排序', 'Order'),
      field('demonstration', '演示', 'Demonstration'),
    ],
    row: Row,
    listCurrent: async (db, centreId) =>
      (await allSites(db, centreId)).map((site) => ({
        code: site.code,
        kind: site.kind,
        nameZh: site.name_zh,
        nameEn: site.name_en,
        divisionCode: site.division_code,
        address: site.address,
        phone: site.phone,
        order: site.sort_order,
        demonstration: site.is_demonstration,
      })),
    write: async (tx, actor, changes) => {
      await writeChanges(
        tx,
        clock,
        actor,
        {
          table: 'organisation.site',
          keyOfRecord: (site) => site.code,
          keyOfRow: (row) => row.code,
          toRecord: (row, before, { id, ...base }) => ({
            ...base,
            site_id: before?.site_id ?? id,
            code: row.code,
            kind: row.kind,
            name_zh: row.nameZh,
            name_en: row.nameEn,
            division_code: row.divisionCode,
            address: row.address,
            phone: row.phone,
            sort_order: row.order,
            ...closingOf(before),
            is_demonstration: row.demonstration,
          }),
          tell: siteChanged,
        },
        changes,
      );
    },
  });
