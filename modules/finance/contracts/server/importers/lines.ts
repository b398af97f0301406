import { z } from 'zod';

import type { Db } from '#kernel/db/types.ts';
import { cellInteger, cellOptional, cellText } from '#kernel/imports/cells.ts';
import { defineImporter, field } from '#kernel/imports/importer.ts';
import { toYuanText } from '#kernel/money/fen.ts';

import { permissions, toFen } from '../../contract.ts';
import type { ContractsDeps } from '../deps.ts';
import { openLines } from '../open-year.ts';
import { listLines } from '../repository.ts';
import { cellYuan, refuseChanges } from './kit.ts';

const Row = z.object({
  year: cellInteger(2000, 2100),
  key: cellText(40),
  projectCode: cellOptional(40),
  projectName: cellOptional(200),
  part: cellOptional(200),
  funcCode: cellText(20),
  econCode: cellOptional(20),
  amount: cellYuan,
  document: cellText(200),
});
type Row = z.infer<typeof Row>;

const keyOf = (row: Row) => `${row.year} ${row.key}`;

/** 预算行期初: the lines of an approved budget that was not made with this software. */
export const lineImporter = (deps: ContractsDeps) =>
  defineImporter<Row>({
    name: 'contracts.lines',
    title: { 'zh-CN': '预算执行台账期初', en: 'Beginnings of the ledger' },
    permission: permissions.manageRules,
    fields: [
      field('year', '年度', 'Year', { isKey: true }),
      field('key', '预算行', 'Line', { isKey: true }),
      field('projectCode', '项目编号', 'Project code'),
      field('projectName', '项目名称', 'Project'),
      field('part', '分项', 'Part'),
      field('funcCode', '功能分类科目', 'Functional code'),
      field('econCode', '经济分类科目', 'Economic code'),
      field('amount', '批复金额（元）', 'Approved, yuan'),
      field('document', '批复文号', 'Approval'),
    ],
    row: Row,
    listCurrent,
    checkRows: async (db, centreId, rows) =>
      refuseChanges(rows, await listCurrent(db, centreId), 'key', keyOf),
    write: async (tx, actor, changes) => {
      const years = Map.groupBy(
        changes.map((change) => change.after),
        (row) => row.year,
      );
      for (const [year, rows] of years)
        await openLines(
          deps,
          tx,
          actor,
          year,
          rows.map(({ amount, ...row }) => ({ ...row, amountFen: toFen(amount) })),
        );
    },
  });

async function listCurrent(db: Db, centreId: number): Promise<Row[]> {
  const rows = await listLines(db, centreId);
  return rows.map((row) => ({
    year: row.year,
    key: row.line_key,
    projectCode: row.project_code,
    projectName: row.project_name,
    part: row.part,
    funcCode: row.func_code,
    econCode: row.econ_code,
    amount: toYuanText(row.approved_fen),
    document: row.paper,
  }));
}
