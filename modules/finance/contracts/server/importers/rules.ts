import { z } from 'zod';

import type { Db } from '#kernel/db/types.ts';
import { cellInteger, cellText } from '#kernel/imports/cells.ts';
import { defineImporter, field } from '#kernel/imports/importer.ts';

import { permissions, type YearRules } from '../../contract.ts';
import type { ContractsDeps } from '../deps.ts';
import { recordsTaken } from '../events.ts';
import { listRules, saveRules } from '../repository-items.ts';
import { cellYuan } from './kit.ts';

const cellPercent = z
  .string()
  .trim()
  .regex(/^\d{1,3}(\.\d{1,2})?$/, '百分比，例如30｜A percentage, 30');

const Row = z.object({
  year: cellInteger(2000, 2100),
  thresholdGoods: cellYuan,
  thresholdWorks: cellYuan,
  thresholdServices: cellYuan,
  tenderGoods: cellYuan,
  tenderWorks: cellYuan,
  tenderServices: cellYuan,
  wholeGoods: cellYuan,
  wholeWorks: cellYuan,
  wholeServices: cellYuan,
  reserveShare: cellPercent,
  smallMicroShare: cellPercent,
  paymentDays: cellInteger(1, 60),
  paymentDaysAtMost: cellInteger(1, 90),
  publicationDays: cellInteger(1, 30),
  source: cellText(500),
});
type Row = z.infer<typeof Row>;

/** 采购与支付标准: what the province and the centre set for a year. */
export const rulesImporter = (deps: ContractsDeps) =>
  defineImporter<Row>({
    name: 'contracts.rules',
    title: { 'zh-CN': '采购与支付年度标准', en: 'Yearly rules of procurement and payment' },
    permission: permissions.manageRules,
    fields: [
      field('year', '年度', 'Year', { isKey: true }),
      field('thresholdGoods', '分散采购限额：货物', 'Threshold, goods'),
      field('thresholdWorks', '分散采购限额：工程', 'Threshold, works'),
      field('thresholdServices', '分散采购限额：服务', 'Threshold, services'),
      field('tenderGoods', '公开招标限额：货物', 'Open tender, goods'),
      field('tenderWorks', '公开招标限额：工程', 'Open tender, works'),
      field('tenderServices', '公开招标限额：服务', 'Open tender, services'),
      field('wholeGoods', '整体预留限额：货物', 'Reserved whole up to, goods'),
      field('wholeWorks', '整体预留限额：工程', 'Reserved whole up to, works'),
      field('wholeServices', '整体预留限额：服务', 'Reserved whole up to, services'),
      field('reserveShare', '超过限额的预留比例', 'Share reserved above it, %'),
      field('smallMicroShare', '其中小微企业比例', 'Of that small and micro, %'),
      field('paymentDays', '付款期限（日）', 'Days to pay'),
      field('paymentDaysAtMost', '约定期限上限（日）', 'Days at most'),
      field('publicationDays', '合同公告期限（工作日）', 'Working days to publish'),
      field('source', '依据', 'Source'),
    ],
    row: Row,
    listCurrent,
    write: async (tx, actor, changes) => {
      for (const { after } of changes) saveRules(tx, actor.centreId, toRules(after));
      recordsTaken(tx, deps.clock, actor, 'rules', changes.length);
    },
  });

const toRules = (row: Row): YearRules => ({
  year: row.year,
  threshold: {
    goods: row.thresholdGoods,
    works: row.thresholdWorks,
    services: row.thresholdServices,
  },
  openTender: { goods: row.tenderGoods, works: row.tenderWorks, services: row.tenderServices },
  reserveWholeUpTo: { goods: row.wholeGoods, works: row.wholeWorks, services: row.wholeServices },
  reserveShare: row.reserveShare,
  smallMicroShare: row.smallMicroShare,
  paymentDays: row.paymentDays,
  paymentDaysAtMost: row.paymentDaysAtMost,
  publicationDays: row.publicationDays,
  source: row.source,
});

async function listCurrent(db: Db, centreId: number): Promise<Row[]> {
  const all = await listRules(db, centreId);
  return all.map(({ threshold, openTender, reserveWholeUpTo, ...rules }) => ({
    ...rules,
    thresholdGoods: threshold.goods,
    thresholdWorks: threshold.works,
    thresholdServices: threshold.services,
    tenderGoods: openTender.goods,
    tenderWorks: openTender.works,
    tenderServices: openTender.services,
    wholeGoods: reserveWholeUpTo.goods,
    wholeWorks: reserveWholeUpTo.works,
    wholeServices: reserveWholeUpTo.services,
  }));
}
