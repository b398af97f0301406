import { z } from 'zod';

import type { Db } from '#kernel/db/types.ts';
import { NumberPattern } from '#kernel/documents/numbering/format-number.ts';
import {
  cellBoolean,
  cellInteger,
  cellOneOf,
  cellOptional,
  cellText,
} from '#kernel/imports/cells.ts';
import { defineImporter, field } from '#kernel/imports/importer.ts';

import { permissions } from '../../contract.ts';
import type { LicencesDeps } from '../deps.ts';
import { kindChanged } from '../events.ts';
import { listKinds } from '../repository-kinds.ts';
import * as kinds from '../repository-kinds.ts';
import type { KindRow } from '../tables.ts';
import { readFields, writeFields } from './kind-fields.ts';

const optionalCount = (max: number) =>
  z
    .string()
    .trim()
    .default('')
    .refine(
      (text) => text === '' || (/^\d{1,5}$/.test(text) && Number(text) > 0 && Number(text) <= max),
      {
        message: `应为1到${max}之间的整数，可留空｜A whole number from 1 to ${max}, or nothing`,
      },
    );

const Row = z
  .object({
    code: cellText(64),
    typeCode: cellText(21).refine((text) => /^[0-9A-Z]{21}$/.test(text), {
      message: '证照类型代码应为21位数字或大写字母｜The type code has 21 digits or capital letters',
    }),
    nameZh: cellText(60),
    nameEn: cellText(120),
    definerZh: cellText(60),
    holder: cellOneOf(['person', 'organisation', 'any']),
    role: cellOneOf(['issued', 'composite', 'external']),
    numberPattern: cellOptional(120),
    validityMonths: optionalCount(1200),
    renewFromDays: optionalCount(365),
    layout: cellOneOf(['landscape', 'portrait']),
    duplicate: cellBoolean,
    fields: cellOptional(4000).refine((text) => readFields(text) !== undefined, {
      message:
        '要素写作 key:中文:English:rpo，多个用 | 分隔｜Write fields as key:中文:English:rpo, several with |',
    }),
    order: cellInteger(0, 9999),
    demonstration: cellBoolean,
  })
  .superRefine((row, context) => {
    if (row.role === 'external') return;
    const pattern = NumberPattern.safeParse(row.numberPattern);
    if (!pattern.success)
      context.addIssue({
        code: 'custom',
        path: ['numberPattern'],
        message: '编号规则须含 {serial}｜The pattern needs {serial}',
      });
  });
type Row = z.infer<typeof Row>;

/** 证照类型 as a sheet. */
export const kindImporter = ({ clock }: LicencesDeps) =>
  defineImporter<Row>({
    name: 'licences.kinds',
    title: { 'zh-CN': '证照类型', en: 'Kinds of licence' },
    permission: permissions.manageKinds,
    fields: [
      field('code', '代码', 'Code', { isKey: true }),
      field('typeCode', '证照类型代码', 'Type code'),
      field('nameZh', '证照名称', 'Name'),
      field('nameEn', '英文名称', 'English name'),
      field('definerZh', '定义机构', 'Defined by'),
      field('holder', '持证主体', 'Held by'),
      field('role', '用途', 'Role'),
      field('numberPattern', '编号规则', 'Number pattern'),
      field('validityMonths', '有效期（月）', 'Validity in months', {
        noteZh: '长期有效留空',
        noteEn: 'Empty: without end',
      }),
      field('renewFromDays', '届满前几日可延续', 'Renewable in the last days', {
        noteZh: '不办理延续留空',
        noteEn: 'Empty: not renewed',
      }),
      field('layout', '版式', 'Layout'),
      field('duplicate', '有副本', 'Has a duplicate'),
      field('fields', '要素', 'Fields'),
      field('order', '排序', 'Order'),
      field('demonstration', '演示', 'Demonstration'),
    ],
    row: Row,
    listCurrent: async (db: Db, centreId: number) => (await listKinds(db, centreId)).map(toRow),
    write: async (tx, actor, changes) => {
      const before = new Map(
        (await listKinds(tx, actor.centreId)).map((kind) => [kind.code, kind]),
      );
      for (const { after } of changes) {
        const known = before.get(after.code);
        const row: KindRow = {
          centre_id: actor.centreId,
          code: after.code,
          type_code: after.typeCode,
          name_zh: after.nameZh,
          name_en: after.nameEn,
          definer_zh: after.definerZh,
          holder: after.holder,
          role: after.role,
          number_pattern: after.numberPattern,
          validity_months: after.validityMonths === '' ? null : Number(after.validityMonths),
          renew_from_days: after.renewFromDays === '' ? null : Number(after.renewFromDays),
          layout: after.layout,
          has_duplicate: after.duplicate,
          fields: readFields(after.fields) ?? [],
          sort_order: after.order,
          is_demonstration: after.demonstration,
          version: (known?.version ?? 0) + 1,
          updated_at: clock.now(),
        };
        kinds.saveKinds(tx, [row]);
        kindChanged(tx, clock, actor, row.code, { before: known && toRow(known) });
      }
    },
  });

function toRow(kind: KindRow): Row {
  return {
    code: kind.code,
    typeCode: kind.type_code,
    nameZh: kind.name_zh,
    nameEn: kind.name_en,
    definerZh: kind.definer_zh,
    holder: kind.holder,
    role: kind.role,
    numberPattern: kind.number_pattern,
    validityMonths: kind.validity_months === null ? '' : String(kind.validity_months),
    renewFromDays: kind.renew_from_days === null ? '' : String(kind.renew_from_days),
    layout: kind.layout,
    duplicate: kind.has_duplicate,
    fields: writeFields(kind.fields),
    order: kind.sort_order,
    demonstration: kind.is_demonstration,
  };
}
