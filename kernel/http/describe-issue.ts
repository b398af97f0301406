import type { core } from 'zod';
import en from 'zod/v4/locales/en.js';
import zhCN from 'zod/v4/locales/zh-CN.js';

import type { Words } from '../problems/contract.ts';

const chinese = zhCN().localeError;
const english = en().localeError;

function say(map: core.$ZodErrorMap, issue: core.$ZodIssue): string {
  const message = map(issue as core.$ZodRawIssue);
  return typeof message === 'string' ? message : (message?.message ?? '');
}

const MISSING: Words = { 'zh-CN': '缺少此项', en: 'This is missing' };

/** Says in both languages what is wrong with one value. A schema's own message (`zh｜en`) goes first. */
export function describeIssue(issue: core.$ZodIssue): Words {
  const [zh, inEnglish] = issue.code === 'custom' ? issue.message.split('｜') : [];
  if (zh !== undefined && inEnglish !== undefined) return { 'zh-CN': zh, en: inEnglish };
  // An issue no longer holds its value: whether there was one is said in its message alone.
  if (issue.code === 'invalid_type' && issue.message.endsWith('received undefined')) return MISSING;
  return { 'zh-CN': say(chinese, issue) || '内容不正确', en: say(english, issue) || 'Not valid' };
}
