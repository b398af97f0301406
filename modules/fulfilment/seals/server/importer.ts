import { z } from 'zod';

import { cellBoolean, cellInteger, cellOptional, cellText } from '#kernel/imports/cells.ts';
import { defineImporter, field } from '#kernel/imports/importer.ts';

import { permissions } from '../contract.ts';
import type { SealsDeps } from './deps.ts';
import { save, toRow as toMakerRow } from './desk/makers.ts';
import { findByCode, listMakers } from './repository-makers.ts';

const Row = z.object({
  creditCode: cellText(18),
  policeCode: cellText(12),
  phone: cellOptional(20),
  quota: cellInteger(1, 100),
  dailyCapacity: cellInteger(1, 2000),
  promiseHours: cellInteger(1, 240),
  active: cellBoolean,
});
type Row = z.infer<typeof Row>;

/** 刻章单位 as a sheet; the firms are in the register. */
export const makerImporter = (deps: SealsDeps) =>
  defineImporter<Row>({
    name: 'seals.makers',
    title: { 'zh-CN': '刻章单位', en: 'Makers of seals' },
    permission: permissions.manage,
    fields: [
      field('creditCode', '统一社会信用代码', 'Credit code', { isKey: true }),
      field('policeCode', '制作单位编码', 'Code of the police'),
      field('phone', '联系电话', 'Telephone'),
      field('quota', '份额', 'Part'),
      field('dailyCapacity', '日产能（套）', 'Sets a day'),
      field('promiseHours', '承诺小时', 'Promised hours'),
      field('active', '派单', 'Gets work'),
    ],
    row: Row,
    listCurrent: async (db, centreId) =>
      (await listMakers(db, centreId)).map((row) => ({
        creditCode: row.credit_code,
        policeCode: row.police_code,
        phone: row.phone,
        quota: row.quota,
        dailyCapacity: row.daily_capacity,
        promiseHours: row.promise_hours,
        active: row.is_active,
      })),
    checkRows: async (db, centreId, rows) => {
      const found = await Promise.all(
        rows.map(async ({ rowNumber, row }) => {
          const isCode = /^\d{12}$/.test(row.policeCode);
          const party = await deps.parties.findPartyByNumber(db, centreId, 'uscc', row.creditCode);
          const reason = (zh: string, en: string) => ({ 'zh-CN': zh, en });
          if (!isCode)
            return {
              row: rowNumber,
              field: 'policeCode' as const,
              value: row.policeCode,
              reason: reason('应为 12 位数字', '12 digits are wanted'),
            };
          return party === undefined
            ? {
                row: rowNumber,
                field: 'creditCode' as const,
                value: row.creditCode,
                reason: reason('没有登记该企业', 'No such firm in the register'),
              }
            : undefined;
        }),
      );
      return found.flatMap((fault) => fault ?? []);
    },
    write: async (tx, actor, changes) => {
      const doing = { deps, tx, actor };
      for (const { after } of changes) {
        const before = await findByCode(tx, actor.centreId, after.creditCode);
        const { active, ...input } = after;
        const row = await toMakerRow(
          doing,
          { ...input, isActive: active, reason: before?.reason ?? '' },
          before,
        );
        save(doing, row, before);
      }
    },
  });
