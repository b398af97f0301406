import type { TableCode } from '../template.ts';
import { toPlain } from './plain.ts';

/** Columns of figures in the nine tables. */
export type ColumnName =
  | 'total'
  | 'fiscal'
  | 'business'
  | 'operating'
  | 'other'
  | 'basic'
  | 'project'
  | 'general'
  | 'fund'
  | 'capital'
  | 'personnel'
  | 'public'
  | 'abroad'
  | 'reception'
  | 'vehicles'
  | 'purchase'
  | 'running'
  | 'office';

const TITLES: ReadonlyArray<readonly [TableCode, RegExp]> = [
  ['T4', /财政拨款收支(?:预算)?总表$/],
  ['T1', /收支(?:预算)?总表$/],
  ['T2', /收入(?:预算)?总表$/],
  ['T3', /支出(?:预算)?总表$/],
  ['T5', /一般公共预算支出功能分类(?:预算)?表$/],
  ['T6', /政府性基金预算支出功能分类(?:预算)?表$/],
  ['T7', /国有资本经营预算支出功能分类(?:预算)?表$/],
  ['T8', /一般公共预算基本支出.*经济分类(?:预算)?表$/],
  ['T9', /"?三公"?经费.*(?:预算|情况)表$/],
];

/** Which of the nine tables a title names, however it is spaced and bracketed. */
export function findTableCode(text: string): TableCode | undefined {
  const plain = toPlain(text).replace(/\((?:含转移支付|续表?)\)$/, '');
  if (plain.length > 60) return undefined;
  return TITLES.find(([, pattern]) => pattern.test(plain))?.[0];
}

const TOTAL = /^(?:合计|总计)$/;
const SPENDING: ReadonlyArray<readonly [ColumnName, RegExp]> = [
  ['total', TOTAL],
  ['basic', /^基本支出$/],
  ['project', /^项目支出$/],
];

/** What the heading of each column of figures says. */
export const COLUMNS: Readonly<
  Record<Exclude<TableCode, 'T1'>, ReadonlyArray<readonly [ColumnName, RegExp]>>
> = {
  T2: [
    ['total', TOTAL],
    ['fiscal', /^财政拨款(?:收入)?$/],
    ['business', /^事业收入$/],
    ['operating', /^(?:事业单位)?经营收入$/],
    ['other', /^其他收入$/],
  ],
  T3: SPENDING,
  T5: SPENDING,
  T6: SPENDING,
  T7: SPENDING,
  T4: [
    ['total', TOTAL],
    ['general', /^一般公共预算/],
    ['fund', /^政府性基金/],
    ['capital', /^国有资本经营/],
  ],
  T8: [
    ['total', TOTAL],
    ['personnel', /^人员经费$/],
    ['public', /^公用经费$/],
  ],
  T9: [
    ['total', TOTAL],
    ['abroad', /^因公出国/],
    ['reception', /^公务接待费$/],
    ['vehicles', /^(?:小计|公务用车购置及运行(?:维护)?费)$/],
    ['purchase', /^(?:公务用车)?购置费$/],
    ['running', /^(?:公务用车)?运行(?:维护)?费$/],
    ['office', /机关运行经费/],
  ],
};

/** The columns that make up the whole of a row. */
export const PARTS: Readonly<Record<Exclude<TableCode, 'T1'>, readonly ColumnName[]>> = {
  T2: ['fiscal', 'business', 'operating', 'other'],
  T3: ['basic', 'project'],
  T4: ['general', 'fund', 'capital'],
  T5: ['basic', 'project'],
  T6: ['basic', 'project'],
  T7: ['basic', 'project'],
  T8: ['personnel', 'public'],
  T9: ['abroad', 'reception', 'vehicles'],
};

export const TABLE_NAMES: Readonly<Record<TableCode, string>> = {
  T1: '表1',
  T2: '表2',
  T3: '表3',
  T4: '表4',
  T5: '表5',
  T6: '表6',
  T7: '表7',
  T8: '表8',
  T9: '表9',
};

export const COLUMN_NAMES: Readonly<Record<ColumnName, string>> = {
  total: '合计',
  fiscal: '财政拨款收入',
  business: '事业收入',
  operating: '事业单位经营收入',
  other: '其他收入',
  basic: '基本支出',
  project: '项目支出',
  general: '一般公共预算',
  fund: '政府性基金预算',
  capital: '国有资本经营预算',
  personnel: '人员经费',
  public: '公用经费',
  abroad: '因公出国（境）费',
  reception: '公务接待费',
  vehicles: '公务用车小计',
  purchase: '购置费',
  running: '运行费',
  office: '机关运行经费',
};
