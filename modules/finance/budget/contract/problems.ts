import { problem } from '#kernel/problems/contract.ts';

export const problems = {
  noYear: problem('budget/no-year', 409, {
    'zh-CN': '{year} 年的科目登记和版式还没有载入。',
    en: 'Codes and template of {year} are not loaded.',
  }),
  notDraft: problem('budget/not-draft', 409, {
    'zh-CN': '版本已提交，不能修改；请另建调整或调剂版本。',
    en: 'The version is submitted and cannot change; make an adjustment or a transfer.',
  }),
  wrongState: problem('budget/wrong-state', 409, {
    'zh-CN': '版本当前状态不允许这样办理。',
    en: 'The state of the version does not allow this.',
  }),
  badLines: problem('budget/bad-lines', 422, {
    'zh-CN': '第 {row} 行 {field}=“{value}”：{reason}（共 {count} 处，没有保存任何一行）',
    en: 'Row {row} {field}="{value}": {reason} ({count} in all; nothing was saved)',
  }),
  aboveControl: problem('budget/above-control', 409, {
    'zh-CN': '“{scope}”为 {amount} 元，超过一下控制数 {limit} 元。',
    en: '"{scope}" is {amount} yuan, above the control figure of {limit} yuan.',
  }),
  unbalanced: problem('budget/unbalanced', 409, {
    'zh-CN': '调剂前总额 {before} 元，调剂后 {after} 元，两边应相等。',
    en: 'A transfer keeps the total: {before} yuan before, {after} yuan after.',
  }),
  samePerson: problem('budget/same-person', 409, {
    'zh-CN': '提交人不能审批自己提交的版本。',
    en: 'Who submitted a version cannot approve it.',
  }),
  changedSince: problem('budget/changed-since-submitted', 409, {
    'zh-CN': '该版本的内容与提交时不一致，已停止办理。请立即报告安全审计员。',
    en: 'This version is not what was submitted; nothing was done. Tell the audit administrator at once.',
  }),
  auditErrors: problem('budget/audit-errors', 409, {
    'zh-CN': '审核发现 {count} 处错误，第一处：{reason}',
    en: 'The audit found {count} errors, the first: {reason}',
  }),
  badFile: problem('budget/bad-file', 422, {
    'zh-CN': '文件 {file} 没有导入：{reason}',
    en: 'Nothing of {file} was imported: {reason}',
  }),
  unreadable: problem('budget/unreadable', 422, {
    'zh-CN': '无法读取：{reason}',
    en: 'Cannot be read: {reason}',
  }),
} as const;
