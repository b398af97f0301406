import type { MadeParagraph } from './made.ts';

/** An approved target of a project as the book prints it. */
export interface BookTarget {
  readonly projectId: string;
  readonly projectName: string;
  readonly goal: string;
  /** First level, second, third, target, weight. */
  readonly rows: ReadonlyArray<readonly string[]>;
}

/** Parts the cells of a row: the tables of the budget are the only ones with tabs. */
export const TARGET_CELLS = '｜';

export const TARGET_HEAD = ['一级指标', '二级指标', '三级指标', '指标值', '分值'] as const;

/** 财政支出项目绩效目标申报表: what the contents promise and projects point at; nothing without a target. */
export function makeTargets(targets: readonly BookTarget[]): MadeParagraph[] {
  if (targets.length === 0) return [];
  const line = (cells: readonly string[]) => [{ text: cells.join(TARGET_CELLS) }];
  return [
    { kind: 'text', key: 'targets.title', lines: [[{ text: '财政支出项目绩效目标申报表' }]] },
    ...targets.map((target): MadeParagraph => ({
      kind: 'prose',
      key: `targets.${target.projectId}`,
      lines: [
        [{ text: `${target.projectName}：${target.goal}` }],
        line(TARGET_HEAD),
        ...target.rows.map(line),
      ],
    })),
  ];
}
