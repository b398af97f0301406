import type { Locale, Words } from '#kernel/problems/contract.ts';

import type { SheetColumn } from './columns.ts';

/** Begins every cell of the notes row of a template, by which an import knows it. */
export const NOTE_MARK = '※';

const REQUIRED: Words = { 'zh-CN': '必填', en: 'required' };
const OPTIONAL: Words = { 'zh-CN': '选填', en: 'optional' };

const KINDS: Readonly<Record<SheetColumn['type'], Words>> = {
  text: { 'zh-CN': '文字', en: 'text' },
  code: { 'zh-CN': '编号，按文本填写', en: 'code, as text' },
  number: { 'zh-CN': '数字', en: 'number' },
  integer: { 'zh-CN': '整数', en: 'whole number' },
  money: { 'zh-CN': '金额（元），最多两位小数', en: 'amount in yuan, two decimals at most' },
  date: { 'zh-CN': '日期，如 2026-01-31', en: 'date such as 2026-01-31' },
  datetime: {
    'zh-CN': '日期时间，如 2026-01-31 09:30',
    en: 'date and time such as 2026-01-31 09:30',
  },
  choice: { 'zh-CN': '选择', en: 'one of' },
};

/** How to fill a column in, in one sentence for the notes row. */
export function noteFor(column: SheetColumn, locale: Locale): string {
  const isChinese = locale === 'zh-CN';
  const need = (column.required === true ? REQUIRED : OPTIONAL)[locale];
  const names = column.type === 'choice' ? column.choices.map((one) => one.label[locale]) : [];
  const kind = KINDS[column.type][locale];
  const what =
    names.length === 0
      ? kind
      : `${kind}${isChinese ? '：' : ' '}${names.join(isChinese ? '／' : ' / ')}`;
  const parts = [need, what, ...(column.note === undefined ? [] : [column.note[locale]])];
  return `${NOTE_MARK} ${parts.join(isChinese ? '；' : '; ')}`;
}
