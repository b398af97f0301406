import type { Locale, Words } from '#kernel/problems/contract.ts';

/** Words of the stand-in's page. */
const messages = {
  banner: {
    'zh-CN': '模拟快递公司，仅用于演示，没有真实快件',
    en: 'Imitated carrier, for the demonstration only; no parcel is real',
  },
  title: { 'zh-CN': '模拟快递公司：快递员工作台', en: 'Imitated carrier: the courier’s desk' },
  hint: {
    'zh-CN':
      '本页扮演快递公司。下单后由快递员到窗口揽收，之后按各件的“表现”自动推送状态（现实中一小时在这里是一分钟）；尾号为 3、5、6、8、9 的快件分别迟报、重复、乱序、退回、丢失。',
    en: 'This page plays the carrier. Once collected at the window, each parcel tells its states by itself, an hour of the road in a minute. Numbers ending in 3, 5, 6, 8 and 9 are told late, told twice, told out of order, come back and get lost.',
  },
  parcels: { 'zh-CN': '最近 50 件', en: 'The last 50 parcels' },
  none: { 'zh-CN': '还没有订单。', en: 'No orders yet.' },
  number: { 'zh-CN': '单号', en: 'Number' },
  what: { 'zh-CN': '内件与收件人', en: 'Contents and recipient' },
  habit: { 'zh-CN': '表现', en: 'How it fares' },
  state: { 'zh-CN': '最近状态', en: 'Last state' },
  acts: { 'zh-CN': '操作', en: 'Acts' },
  out: { 'zh-CN': '寄给申请人', en: 'To the applicant' },
  in: { 'zh-CN': '从申请人处揽收', en: 'From the applicant' },
  collect: { 'zh-CN': '揽收', en: 'Collect' },
  ordered: { 'zh-CN': '已下单，待揽收', en: 'Ordered, to be collected' },
  telling: { 'zh-CN': '待推送 {count} 条', en: '{count} still to be told' },
  refresh: { 'zh-CN': '刷新', en: 'Refresh' },
  bill: { 'zh-CN': '下载本月账单（CSV）', en: 'Download the bill of this month (CSV)' },
} as const satisfies Readonly<Record<string, Words>>;

export const banner: Words = messages.banner;

export const say = (locale: Locale, name: keyof typeof messages): string => messages[name][locale];
