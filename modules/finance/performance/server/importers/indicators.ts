import { z } from 'zod';

import type { Actor } from '#kernel/access/contract-actor.ts';
import type { Db, Tx } from '#kernel/db/types.ts';
import { newId } from '#kernel/ids/id.ts';
import { cellInteger, cellOptional, cellText } from '#kernel/imports/cells.ts';
import type { CellFault } from '#kernel/imports/contract.ts';
import { defineImporter, field } from '#kernel/imports/importer.ts';

import { type Indicator, permissions } from '../../contract.ts';
import type { PerformanceDeps } from '../deps.ts';
import { sheetTaken, targetChanged } from '../events.ts';
import * as repository from '../repository.ts';
import { draftOf } from '../targets/create-target.ts';
import { toIndicator, toIndicatorRow } from '../view.ts';
import { cellOf, codeOf, LEVEL1, LEVEL2, SIGN } from './kit.ts';

const Row = z.object({
  year: cellInteger(2000, 2100),
  projectCode: cellText(32),
  projectName: cellText(200),
  annualGoal: cellText(2000),
  level1: cellOf(LEVEL1),
  level2: cellOf(LEVEL2),
  level3: cellText(120),
  sign: cellOf(SIGN),
  target: cellText(120),
  unit: cellOptional(20),
  weight: z
    .string()
    .trim()
    .regex(/^(?:[1-9]\d?|0)(?:\.\d{1,2})?$/, '分值，例如10｜Points, 10'),
  measure: cellText(80),
  basis: cellOptional(300),
});
type Row = z.infer<typeof Row>;

const NOT_DRAFT = {
  'zh-CN': '该项目的绩效目标已申报或批复，不能用表格修改',
  en: 'The target of this project was declared or approved; a sheet does not change it',
};

/** 绩效目标: one row an indicator; the rows of a project make its target. */
export const indicatorImporter = (deps: PerformanceDeps) =>
  defineImporter<Row>({
    name: 'performance.indicators',
    title: { 'zh-CN': '绩效目标与指标', en: 'Performance targets and indicators' },
    permission: permissions.draft,
    fields: [
      field('year', '年度', 'Year', { isKey: true }),
      field('projectCode', '项目编号', 'Project code', { isKey: true }),
      field('projectName', '项目名称', 'Project'),
      field('annualGoal', '年度目标', 'Goal of the year'),
      field('level1', '一级指标', 'First level'),
      field('level2', '二级指标', 'Second level'),
      field('level3', '三级指标', 'Third level', { isKey: true }),
      field('sign', '符号', 'Sign'),
      field('target', '指标值', 'Target'),
      field('unit', '单位', 'Unit'),
      field('weight', '分值', 'Weight'),
      field('measure', '数据口径', 'Measure', {
        noteZh: '数据口径的名称，人工填报写 manual',
        noteEn: 'Name of a measure, or manual',
      }),
      field('basis', '依据', 'Basis'),
    ],
    row: Row,
    listCurrent,
    checkRows: async (db, centreId, rows) => {
      const all = await repository.listTargets(db, centreId);
      const closed = new Set(
        all
          .filter(({ state }) => state !== 'draft')
          .map((row) => `${row.year} ${row.project_code}`),
      );
      return rows.flatMap(({ rowNumber, row }): CellFault[] =>
        closed.has(`${row.year} ${row.projectCode}`)
          ? [{ row: rowNumber, field: 'projectCode', value: row.projectCode, reason: NOT_DRAFT }]
          : [],
      );
    },
    write: async (tx, actor, changes) => {
      const rows = changes.map((change) => change.after);
      const groups = Map.groupBy(rows, (row) => `${row.year} ${row.projectCode}`);
      for (const group of groups.values()) await writeTarget(deps, tx, actor, group);
      sheetTaken(tx, deps.clock, actor, 'indicators', rows.length);
    },
  });

/** Puts rows of one project into its draft, beside the indicators that it has. */
async function writeTarget(
  deps: PerformanceDeps,
  tx: Tx,
  actor: Actor,
  rows: readonly Row[],
): Promise<void> {
  const [first] = rows;
  if (first === undefined) return;
  const { centreId } = actor;
  const all = await repository.listTargets(tx, centreId, first.year);
  const before = all.find((row) => row.project_code === first.projectCode);
  const target = {
    ...(before ?? { ...draftOf(deps, centreId, first), is_proposal: true }),
    annual_goal: first.annualGoal,
    version: (before?.version ?? 0) + 1,
    updated_at: deps.clock.now(),
  };
  const held =
    before === undefined
      ? []
      : (await repository.listIndicators(tx, centreId, [before.target_id])).map(toIndicator);
  const given = rows.map((row) => toGiven(row, held));
  const kept = held.filter((one) => !given.some((other) => other.id === one.id));
  const indicators = [...kept, ...given].map((one, index) => toIndicatorRow(target, one, index));
  if (before === undefined) repository.insertTarget(tx, target);
  else repository.updateTarget(tx, target);
  repository.replaceIndicators(tx, target, indicators);
  targetChanged(tx, deps.clock, actor, {
    act: before === undefined ? 'created' : 'saved',
    ...(before === undefined ? {} : { before }),
    after: target,
    indicators,
  });
}

function toGiven(row: Row, held: readonly Indicator[]): Indicator {
  return {
    id: held.find(({ level3 }) => level3 === row.level3)?.id ?? newId(),
    level1: codeOf(LEVEL1, row.level1),
    level2: codeOf(LEVEL2, row.level2),
    level3: row.level3,
    sign: codeOf(SIGN, row.sign),
    target: row.target,
    unit: row.unit,
    weight: row.weight,
    measure: row.measure,
    basis: row.basis,
  };
}

async function listCurrent(db: Db, centreId: number): Promise<Row[]> {
  const targets = await repository.listTargets(db, centreId);
  const indicators = await repository.listIndicators(
    db,
    centreId,
    targets.map((row) => row.target_id),
  );
  const byId = new Map(targets.map((row) => [row.target_id, row]));
  return indicators.flatMap((one) => {
    const target = byId.get(one.target_id);
    if (target === undefined) return [];
    return [
      {
        year: target.year,
        projectCode: target.project_code,
        projectName: target.project_name,
        annualGoal: target.annual_goal,
        level1: LEVEL1[one.level1],
        level2: LEVEL2[one.level2],
        level3: one.level3,
        sign: SIGN[one.sign],
        target: one.target,
        unit: one.unit,
        weight: one.weight,
        measure: one.measure,
        basis: one.basis,
      },
    ];
  });
}
