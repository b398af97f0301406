import type { SheetColumn } from '#kernel/documents/sheets/columns.ts';
import { type NamedSheet, streamWorkbook } from '#kernel/documents/sheets/write-workbook.ts';
import { parseYuan } from '#kernel/money/fen.ts';

import { level1Words, level2Words, signText } from '../../contract.ts';
import type { Declared } from './declaration-paper.ts';

const column = (key: string, zh: string, en: string, width: number): SheetColumn => ({
  key,
  heading: { 'zh-CN': zh, en },
  width,
  type: 'text',
});

const COLUMNS: readonly SheetColumn[] = [
  column('projectCode', '项目编号', 'Project code', 10),
  column('projectName', '项目名称', 'Project', 34),
  {
    key: 'amount',
    heading: { 'zh-CN': '年度资金（元）', en: 'Money of the year, yuan' },
    width: 18,
    type: 'money',
  },
  column('annualGoal', '年度目标', 'Goal of the year', 48),
  column('level1', '一级指标', 'First level', 14),
  column('level2', '二级指标', 'Second level', 20),
  column('level3', '三级指标', 'Third level', 36),
  column('sign', '符号', 'Sign', 8),
  column('target', '指标值', 'Target', 14),
  column('unit', '单位', 'Unit', 8),
  column('weight', '分值', 'Weight', 8),
];

/** The same as a sheet: one row an indicator. */
export function streamDeclaration(targets: readonly Declared[]): AsyncGenerator<Buffer> {
  return streamWorkbook([toSheet(targets)], { locale: 'zh-CN' });
}

function toSheet(targets: readonly Declared[]): NamedSheet {
  return {
    name: '绩效目标申报表',
    columns: COLUMNS,
    rows: targets.flatMap(({ projectCode, projectName, annualGoal, project, indicators }) => {
      const amount = parseYuan(project?.amount ?? '');
      return indicators.map(({ level1, level2, sign, ...rest }) => ({
        projectCode,
        projectName,
        ...(amount.ok ? { amount: amount.value } : {}),
        annualGoal,
        level1: level1Words[level1]['zh-CN'],
        level2: level2Words[level2]['zh-CN'],
        sign: signText[sign],
        ...rest,
      }));
    }),
  };
}
