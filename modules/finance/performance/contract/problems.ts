import { problem } from '#kernel/problems/contract.ts';

export const problems = {
  targetTaken: problem('performance/target-taken', 409, {
    'zh-CN': '{year}年度项目 {project} 已有绩效目标。',
    en: 'Project {project} has a target for {year} already.',
  }),
  wrongState: problem('performance/wrong-state', 409, {
    'zh-CN': '绩效目标当前状态不能这样办理。',
    en: 'The target is not in a state in which this can be done.',
  }),
  notComplete: problem('performance/not-complete', 422, {
    'zh-CN': '绩效目标不能申报：{reason}（共{count}处）',
    en: 'The target cannot be declared: {reason} ({count} in all)',
  }),
  samePerson: problem('performance/same-person', 409, {
    'zh-CN': '申报人不能审核自己申报的绩效目标。',
    en: 'Who declared a target does not approve it.',
  }),
  notManual: problem('performance/not-manual', 409, {
    'zh-CN': '“{indicator}”由业务数据自动取值，不能人工填报。',
    en: '“{indicator}” is read from operations and is not recorded by hand.',
  }),
  noValue: problem('performance/no-value', 422, {
    'zh-CN': '“{indicator}”的完成值应为数字（至多四位小数）；定性指标填评定百分比0至100。',
    en: 'The value of “{indicator}” has to be a number of at most four decimals; of a qualitative one, 0 to 100 percent.',
  }),
  dayOutside: problem('performance/day-outside', 422, {
    'zh-CN': '日期 {day} 应在 {from} 至 {until} 之间。',
    en: 'The day {day} has to be from {from} to {until}.',
  }),
  reasonMissing: problem('performance/reason-missing', 422, {
    'zh-CN': '“{indicator}”得分 {score}，满分 {weight}：请说明偏差原因（共{count}项）。',
    en: '“{indicator}” has {score} of {weight} points: explain the deviation ({count} in all).',
  }),
  reviewSubmitted: problem('performance/review-submitted', 409, {
    'zh-CN': '监控或自评表已提交，不再改动。',
    en: 'What was submitted does not change.',
  }),
} as const;
