import type { ContentRule, Finding } from '../finding.ts';

/** Makes a finding that refuses publication. */
export const error = (rule: ContentRule, place: string, zh: string, en: string): Finding => ({
  rule,
  place,
  weight: 'error',
  sentence: { 'zh-CN': zh, en },
});

/** Makes a finding for the drafter to weigh. */
export const warning = (rule: ContentRule, place: string, zh: string, en: string): Finding => ({
  ...error(rule, place, zh, en),
  weight: 'warning',
});
