import { z } from 'zod';

import type { Clock } from '#kernel/clock/clock.ts';
import { cellInteger, cellOptional, cellText } from '#kernel/imports/cells.ts';
import { defineImporter, field, type Importer } from '#kernel/imports/importer.ts';

import { permissions } from '../../contract.ts';
import { officeChanged } from '../events.ts';
import { allOffices } from '../repository-directory.ts';
import { cellCode } from './cells.ts';
import { closingOf, writeChanges } from './write-changes.ts';

const Row = z.object({
  code: cellCode,
  nameZh: cellText(100),
  nameEn: cellText(200),
  dutiesZh: cellOptional(1000),
  dutiesEn: cellOptional(2000),
  order: cellInteger(0, 9999),
});
type Row = z.infer<typeof Row>;

/** 科室 as a sheet. */
export const officeImporter = (clock: Clock): Importer =>
  defineImporter<Row>({
    name: 'organisation.offices',
    title: { 'zh-CN': '科室', en: 'Offices' },
    permission: permissions.manage,
    fields: [
      field('code', '代码', 'Code', { isKey: true }),
      field('nameZh', '名称', 'Name'),
      field('nameEn', '英文名称', 'English name'),
      field('dutiesZh', '职责', 'Duties'),
      field('dutiesEn', '英文职责', 'Duties in English'),
      field('order', '排序', 'Order'),
    ],
    row: Row,
    listCurrent: async (db, centreId) =>
      (await allOffices(db, centreId)).map((office) => ({
        code: office.code,
        nameZh: office.name_zh,
        nameEn: office.name_en,
        dutiesZh: office.duties_zh,
        dutiesEn: office.duties_en,
        order: office.sort_order,
      })),
    write: async (tx, actor, changes) => {
      await writeChanges(
        tx,
        clock,
        actor,
        {
          table: 'organisation.office',
          keyOfRecord: (office) => office.code,
          keyOfRow: (row) => row.code,
          toRecord: (row, before, { id, ...base }) => ({
            ...base,
            office_id: before?.office_id ?? id,
            code: row.code,
            name_zh: row.nameZh,
            name_en: row.nameEn,
            duties_zh: row.dutiesZh,
            duties_en: row.dutiesEn,
            sort_order: row.order,
            ...closingOf(before),
          }),
          tell: officeChanged,
        },
        changes,
      );
    },
  });
