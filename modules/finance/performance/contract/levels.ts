import { z } from 'zod';

import type { Words } from '#kernel/problems/contract.ts';

/** 一级指标 of the framework for project targets (财预〔2021〕101号). */
export const Level1 = z.enum(['cost', 'output', 'benefit', 'satisfaction']);
export type Level1 = z.infer<typeof Level1>;

export const Level2 = z.enum([
  'economic-cost',
  'social-cost',
  'ecological-cost',
  'quantity',
  'quality',
  'timeliness',
  'economic-benefit',
  'social-benefit',
  'ecological-benefit',
  'lasting-effect',
  'served',
]);
export type Level2 = z.infer<typeof Level2>;

export const level1Words = {
  cost: { 'zh-CN': '成本指标', en: 'Cost' },
  output: { 'zh-CN': '产出指标', en: 'Output' },
  benefit: { 'zh-CN': '效益指标', en: 'Benefit' },
  satisfaction: { 'zh-CN': '满意度指标', en: 'Satisfaction' },
} as const satisfies Record<Level1, Words>;

export const level2Words = {
  'economic-cost': { 'zh-CN': '经济成本指标', en: 'Economic cost' },
  'social-cost': { 'zh-CN': '社会成本指标', en: 'Social cost' },
  'ecological-cost': { 'zh-CN': '生态环境成本指标', en: 'Ecological cost' },
  quantity: { 'zh-CN': '数量指标', en: 'Quantity' },
  quality: { 'zh-CN': '质量指标', en: 'Quality' },
  timeliness: { 'zh-CN': '时效指标', en: 'Timeliness' },
  'economic-benefit': { 'zh-CN': '经济效益指标', en: 'Economic benefit' },
  'social-benefit': { 'zh-CN': '社会效益指标', en: 'Social benefit' },
  'ecological-benefit': { 'zh-CN': '生态效益指标', en: 'Ecological benefit' },
  'lasting-effect': { 'zh-CN': '可持续影响指标', en: 'Lasting effect' },
  served: { 'zh-CN': '服务对象满意度指标', en: 'Satisfaction of those served' },
} as const satisfies Record<Level2, Words>;

/** Which 二级指标 stand under which 一级指标. */
export const levelsUnder: Readonly<Record<Level1, readonly Level2[]>> = {
  cost: ['economic-cost', 'social-cost', 'ecological-cost'],
  output: ['quantity', 'quality', 'timeliness'],
  benefit: ['economic-benefit', 'social-benefit', 'ecological-benefit', 'lasting-effect'],
  satisfaction: ['served'],
};

/** How a value is held against its target; 定性 is judged in words. */
export const Sign = z.enum(['at-least', 'at-most', 'equal', 'qualitative']);
export type Sign = z.infer<typeof Sign>;

export const signText: Readonly<Record<Sign, string>> = {
  'at-least': '≥',
  'at-most': '≤',
  equal: '=',
  qualitative: '定性',
};
