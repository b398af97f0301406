import { z } from 'zod';

import type { Clock } from '#kernel/clock/clock.ts';
import { checkedBy } from '#kernel/http/shapes.ts';
import { normaliseUscc, parseUscc } from '#kernel/ids/uscc.ts';
import { cellBoolean, cellInteger, cellOptional, cellText } from '#kernel/imports/cells.ts';
import { defineImporter, field, type Importer } from '#kernel/imports/importer.ts';

import { DepartmentKind, permissions } from '../../contract.ts';
import { departmentChanged } from '../events.ts';
import { allDepartments } from '../repository-directory.ts';
import { cellCode, cellIn } from './cells.ts';
import { closingOf, writeChanges } from './write-changes.ts';

const Row = z.object({
  code: cellCode,
  nameZh: cellText(100),
  nameEn: cellText(200),
  shortZh: cellText(40),
  kind: cellIn(DepartmentKind.options),
  uscc: checkedBy(parseUscc).transform(normaliseUscc),
  phone: cellOptional(40),
  order: cellInteger(0, 9999),
  demonstration: cellBoolean,
});
type Row = z.infer<typeof Row>;

/** 进驻部门 as a sheet. */
export const departmentImporter = (clock: Clock): Importer =>
  defineImporter<Row>({
    name: 'organisation.departments',
    title: { 'zh-CN': '进驻部门', en: 'Departments' },
    permission: permissions.manage,
    fields: [
      field('code', '代码', 'Code', { isKey: true }),
      field('nameZh', '名称', 'Name'),
      field('nameEn', '英文名称', 'English name'),
      field('shortZh', '简称', 'Short name'),
      field('kind', '类别', 'Kind', {
        noteZh: 'government 行政机关、institution 事业单位、utility 公共服务企业、vertical 条线',
        noteEn: 'government, institution, utility or vertical',
      }),
      field('uscc', '统一社会信用代码', 'Unified social credit code'),
      field('phone', '电话', 'Phone'),
      field('order', '排序', 'Order'),
      field('demonstration', '演示', 'Demonstration'),
    ],
    row: Row,
    listCurrent: async (db, centreId) =>
      (await allDepartments(db, centreId)).map((department) => ({
        code: department.code,
        nameZh: department.name_zh,
        nameEn: department.name_en,
        shortZh: department.short_zh,
        kind: department.kind,
        uscc: department.uscc,
        phone: department.phone,
        order: department.sort_order,
        demonstration: department.is_demonstration,
      })),
    write: async (tx, actor, changes) => {
      await writeChanges(
        tx,
        clock,
        actor,
        {
          table: 'organisation.department',
          keyOfRecord: (department) => department.code,
          keyOfRow: (row) => row.code,
          toRecord: (row, before, { id, ...base }) => ({
            ...base,
            department_id: before?.department_id ?? id,
            code: row.code,
            name_zh: row.nameZh,
            name_en: row.nameEn,
            short_zh: row.shortZh,
            kind: row.kind,
            uscc: row.uscc,
            phone: row.phone,
            sort_order: row.order,
            ...closingOf(before),
            is_demonstration: row.demonstration,
          }),
          tell: departmentChanged,
        },
        changes,
      );
    },
  });
