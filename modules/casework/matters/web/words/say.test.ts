import { describe, expect, it } from 'vitest';

import type { Condition, ScenarioQuestion } from '../../contract.ts';
import { sayWhy } from '../papers/say-why.ts';
import { listOpen } from '../questions/list-open.ts';
import { sayCondition } from './say-condition.ts';

const questions: readonly ScenarioQuestion[] = [
  {
    key: 'mode',
    text: { zh: '经营方式', en: 'Way of trading' },
    kind: 'single',
    options: [
      { key: 'shop', text: { zh: '店铺', en: 'Shop' } },
      { key: 'online', text: { zh: '网络', en: 'Online' } },
    ],
  },
  {
    key: 'staff',
    text: { zh: '有无从业人员' },
    kind: 'single',
    options: [
      { key: 'yes', text: { zh: '有' } },
      { key: 'no', text: { zh: '无' } },
    ],
  },
];
const form = {
  sections: [
    {
      key: 'shop',
      title: { zh: '店铺' },
      fields: [
        {
          kind: 'number' as const,
          key: 'area',
          label: { zh: '面积', en: 'Area' },
          required: true,
          decimals: 0,
        },
      ],
    },
  ],
};
const condition: Condition = {
  all: [
    { question: 'mode', chosen: 'online' },
    { not: { question: 'staff', chosen: 'no' } },
    { field: 'area', atLeast: 50 },
  ],
};

describe('a condition', () => {
  it('is a sentence in both languages', () => {
    expect(sayCondition(condition, { questions, form }, 'zh-CN')).toBe(
      '“经营方式”选“网络”，且“有无从业人员”未选“无”，且“面积”不小于 50',
    );
    expect(sayCondition(condition, { questions, form }, 'en')).toBe(
      '“Way of trading” is “Online” and “有无从业人员” is not “无” and “Area” is at least 50',
    );
  });

  it('names by its key what is not there', () => {
    const gone: Condition = { question: 'gone', chosen: 'x' };
    expect(sayCondition(gone, { questions, form }, 'en')).toBe('“gone” is “x”');
  });
});

describe('why a paper is wanted', () => {
  it('is the options that were chosen', () => {
    const answers = { mode: ['online'], staff: ['yes'] };
    expect(sayWhy({ includeIf: condition }, questions, answers, 'zh-CN')).toEqual(['网络']);
    expect(sayWhy({}, questions, answers, 'zh-CN')).toEqual([]);
  });
});

describe('questions', () => {
  it('come one after the other', () => {
    const open = (answers: Record<string, string[]>) => {
      const listed = listOpen({ asked: questions, answers });
      return [listed.open.map(({ key }) => key), listed.isComplete];
    };
    expect(open({})).toEqual([['mode'], false]);
    expect(open({ mode: ['shop'] })).toEqual([['mode', 'staff'], false]);
    expect(open({ mode: ['shop'], staff: ['no'] })).toEqual([['mode', 'staff'], true]);
  });
});
