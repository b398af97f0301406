import type { Block, FormCell } from '#kernel/documents/pdf/blocks.ts';
import type { PdfPaper } from '#kernel/documents/pdf/paper.ts';
import { formatYuan, parseYuan } from '#kernel/money/fen.ts';

import {
  EXECUTION_WEIGHT,
  type Level1,
  Level1 as Levels,
  level1Words,
  level2Words,
  type PublishedTarget,
  signText,
} from '../../contract.ts';

type IndicatorShown = PublishedTarget['indicators'][number];

/** A target as its declaration table shows it, and whether it is still a draft. */
export interface Declared extends PublishedTarget {
  readonly year: number;
  readonly isDraft: boolean;
}

/** Six columns of the form: first level, second, third twice as wide, target, weight. */
const WIDTHS = [15, 19, 30, 18, 18];

const label = (text: string, more: Partial<FormCell> = {}): FormCell => ({
  text,
  label: true,
  ...more,
});

/** 项目支出绩效目标申报表 of one project after the other, each on a page of its own. */
export function toDeclarationPaper(targets: readonly Declared[]): PdfPaper {
  const title = '项目支出绩效目标申报表';
  return {
    title,
    header: { right: title },
    size: 10.5,
    ...(targets.some(({ isDraft }) => isDraft) ? { watermark: '草案' } : {}),
    body: targets.flatMap((target, index) => [
      ...(index === 0 ? [] : [{ kind: 'page-break' as const }]),
      { kind: 'title' as const, text: title, subtitle: `（${target.year}年度）` },
      toForm(target),
    ]),
  };
}

function toForm(target: Declared): Block {
  const { project } = target;
  const period = project === null ? '' : `${project.startsOn} 至 ${project.endsOn}`;
  const amount = parseYuan(project?.amount ?? '');
  return {
    kind: 'form',
    widths: WIDTHS,
    rows: [
      {
        cells: [
          label('项目名称'),
          { text: target.projectName, span: 2 },
          label('项目编号'),
          { text: target.projectCode },
        ],
      },
      {
        cells: [
          label('实施单位'),
          { text: project?.implementer ?? '', span: 2 },
          label('责任科室'),
          { text: project?.office ?? '' },
        ],
      },
      {
        cells: [
          label('项目期限'),
          { text: period, span: 2 },
          label('年度资金（元）'),
          { text: amount.ok ? formatYuan(amount.value) : '', align: 'right' },
        ],
      },
      { cells: [label('项目概况'), { text: project?.overview ?? '', span: 4 }] },
      { cells: [label('年度目标'), { text: target.annualGoal, span: 4 }] },
      {
        cells: [
          label('一级指标'),
          label('二级指标'),
          label('三级指标'),
          label('指标值'),
          label('分值'),
        ],
      },
      ...toRows(target.indicators),
      {
        cells: [
          label('预算执行率'),
          { text: '全年执行数与全年预算数之比', span: 2 },
          { text: '100%', align: 'center' },
          { text: EXECUTION_WEIGHT, align: 'center' },
        ],
      },
      {
        cells: [label('合计', { span: 4 }), { text: '100', align: 'center', bold: true }],
      },
    ],
  };
}

function toRows(indicators: readonly IndicatorShown[]) {
  return Levels.options.flatMap((level1: Level1) => {
    const own = indicators.filter((one) => one.level1 === level1);
    const groups = [...Map.groupBy(own, (one) => one.level2).values()];
    return groups.flatMap((group, groupIndex) =>
      group.map((one, index) => ({
        cells: [
          ...(groupIndex === 0 && index === 0
            ? [label(level1Words[level1]['zh-CN'], { rows: own.length })]
            : []),
          ...(index === 0 ? [label(level2Words[one.level2]['zh-CN'], { rows: group.length })] : []),
          { text: one.level3 },
          { text: showTarget(one), align: 'center' as const },
          { text: one.weight, align: 'center' as const },
        ],
      })),
    );
  });
}

/** `≥99.5%`, or the words of a qualitative one. */
export function showTarget({
  sign,
  target,
  unit,
}: Pick<IndicatorShown, 'sign' | 'target' | 'unit'>) {
  return sign === 'qualitative' ? target : `${signText[sign]}${target}${unit}`;
}
